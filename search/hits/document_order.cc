// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/document_order.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/index/index_view.h"

namespace ibid {

std::vector<std::size_t> DocumentOrder::sorted(const IndexView& index,
                                               std::span<const Xapian::docid> documents) {
  std::vector<std::size_t> numbers(documents.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  if (!is_known_) {
    read_ += documents.size();
    const Xapian::docid last = index.database.get_lastdocid();
    if (read_ >= last && last <= kMostKept && index.postings) learn(index);
  }
  if (is_known_) {
    if (ranks_.empty()) return numbers;
    std::sort(numbers.begin(), numbers.end(), [&](std::size_t a, std::size_t b) {
      return ranks_.at(documents[a]) < ranks_.at(documents[b]);
    });
    return numbers;
  }
  const std::vector<std::string> orders = values_of(index, schema::kSlotOrder, documents);
  std::sort(numbers.begin(), numbers.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(std::string_view(orders[a]), a) < std::pair(std::string_view(orders[b]), b);
  });
  return numbers;
}

// A build from nothing numbers its documents in order; only updates do not.
void DocumentOrder::learn(const IndexView& index) {
  glass::ValueReader values = index.postings->values(schema::kSlotOrder);
  const Xapian::docid last = index.database.get_lastdocid();
  std::string before;
  for (Xapian::docid document = 1; document <= last; ++document) {
    const std::string_view order = values.value(document);
    if (order.empty()) continue;
    if (order < before) return rank(index);
    before = order;
  }
  is_known_ = true;
}

void DocumentOrder::rank(const IndexView& index) {
  struct Place {
    std::uint32_t report, sequence;
    Xapian::docid document;
  };
  std::map<std::string, std::uint32_t, std::less<>> reports;
  std::vector<Place> places;
  glass::ValueReader values = index.postings->values(schema::kSlotOrder);
  const Xapian::docid last = index.database.get_lastdocid();
  for (Xapian::docid document = 1; document <= last; ++document) {
    const std::string_view value = values.value(document);
    if (value.empty()) continue;
    const PassageOrder order = read_order_value(value);
    auto report = reports.find(order.report_id);
    if (report == reports.end()) {
      const auto number = static_cast<std::uint32_t>(reports.size());
      report = reports.emplace(order.report_id, number).first;
    }
    places.push_back({report->second, order.sequence, document});
  }
  std::vector<std::uint32_t> rank_of(reports.size());
  std::uint32_t next = 0;
  for (const auto& [id, number] : reports) rank_of[number] = next++;
  for (Place& place : places) place.report = rank_of[place.report];
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tie(a.report, a.sequence, a.document) < std::tie(b.report, b.sequence, b.document);
  });
  ranks_.assign(std::size_t{last} + 1, 0);
  std::uint32_t rank = 0;
  for (const Place& place : places) ranks_[place.document] = ++rank;
  is_known_ = true;
}

DocumentOrder& document_order(const IndexView& index) {
  if (!index.derived->order) index.derived->order = std::make_shared<DocumentOrder>();
  return *index.derived->order;
}

}  // namespace ibid
