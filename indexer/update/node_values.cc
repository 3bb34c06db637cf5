// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/node_values.h"

#include <algorithm>
#include <string_view>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

constexpr std::size_t kDateDigits = 8;  // as many as a value of kSlotDate has

std::string value_of(const IndexDocument& source, std::uint32_t slot) {
  for (const auto& [number, value] : source.values) {
    if (number == slot) return value;
  }
  return {};
}

// So that later dates, and then none, come behind earlier ones in descending order.
std::string complement(std::string text) {
  for (char& c : text) c = static_cast<char>(~c);
  return text;
}

void add_figures(std::string_view packed, Xapian::Document& document) {
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find('\0'), packed.size());
    document.add_boolean_term(schema::kFigureEntry + std::string(packed.substr(0, end)));
    packed.remove_prefix(std::min(end + 1, packed.size()));
  }
}

}  // namespace

std::string node_layout() { return std::string(schema::kNodeLayout) + ' ' + schema::kAnalyzer; }

void add_node_values(const IndexDocument& source, Xapian::Document& document) {
  // Their frequency within the document is counted already.
  for (const auto& [term, position] : source.places) {
    document.add_posting(std::string(term), position, 0);
  }
  const std::string order = value_of(source, schema::kSlotOrder);
  const std::string date = value_of(source, schema::kSlotDate);
  document.add_value(schema::kSlotReport, std::string(read_order_value(order).report_id));
  document.add_value(schema::kSlotNewest,
                     complement(date.empty() ? std::string(kDateDigits, '\0') : date) + order);
  add_figures(value_of(source, schema::kSlotFigures), document);
}

}  // namespace ibid
