// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/quantity_terms.h"

#include <algorithm>

#include "indexer/schema.h"

namespace ibid {
namespace {

constexpr std::size_t kCurrencyLetters = 3;

// 0 for a kind that is not packed.
char letter_of(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kAmount:
      return 'A';
    case QuantityKind::kPercent:
      return 'P';
    case QuantityKind::kYear:
      return 'Y';
    case QuantityKind::kCount:
      break;
  }
  return 0;
}

std::string bare_term(const Quantity& quantity) {
  return schema::kFigure + quantity.value.to_string();
}

}  // namespace

std::vector<std::string> quantity_terms(const Quantity& quantity) {
  const std::string bare = bare_term(quantity);
  switch (quantity.kind) {
    case QuantityKind::kYear:
      return {};
    case QuantityKind::kCount:
      return {bare};
    case QuantityKind::kPercent:
      return {bare + quantity.unit};
    case QuantityKind::kAmount:
      break;
  }
  if (quantity.unit.empty()) return {bare + schema::kFigureAnyUnit};
  return {bare + quantity.unit, bare + schema::kFigureAnyUnit};
}

QuantityMeets terms_meeting(const Quantity& quantity) {
  const std::string bare = bare_term(quantity);
  switch (quantity.kind) {
    case QuantityKind::kYear:
      return {};
    case QuantityKind::kCount:
      return {bare, bare + schema::kFigureAnyUnit};
    case QuantityKind::kPercent:
      return {bare + quantity.unit, {}};
    case QuantityKind::kAmount:
      break;
  }
  const bool unknown = quantity.unit.empty();
  return {unknown ? bare + schema::kFigureAnyUnit : bare + quantity.unit, bare};
}

std::string pack_quantities(const std::vector<Quantity>& quantities) {
  std::vector<std::string> entries;
  for (const Quantity& quantity : quantities) {
    const char kind = letter_of(quantity.kind);
    if (kind == 0) continue;
    std::string entry(1, kind);
    if (quantity.kind == QuantityKind::kAmount) {
      entry += quantity.unit.empty() ? std::string(kCurrencyLetters, ' ') : quantity.unit;
    }
    entry += quantity.value.sort_key();
    entry += '\0';
    if (std::find(entries.begin(), entries.end(), entry) != entries.end()) continue;
    entries.push_back(std::move(entry));
    if (entries.size() == schema::kMaxFigures) break;
  }
  std::string packed;
  for (const std::string& entry : entries) packed += entry;
  return packed;
}

bool has_quantity_within(std::string_view packed, const QuantityBounds& bounds) {
  const char kind = letter_of(bounds.kind);
  const std::size_t head = bounds.kind == QuantityKind::kAmount ? 1 + kCurrencyLetters : 1;
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find('\0'), packed.size());
    const std::string_view entry = packed.substr(0, end);
    packed.remove_prefix(std::min(end + 1, packed.size()));
    if (entry.size() < head || entry[0] != kind) continue;
    if (!bounds.unit.empty() && entry.substr(1, head - 1) != bounds.unit) continue;
    const std::string_view key = entry.substr(head);
    if (bounds.about) {
      const auto value = Decimal::of_sort_key(key);
      if (!value || !value->agrees_rounded(*bounds.about)) continue;
    }
    if (!bounds.first_key.empty() && key < bounds.first_key) continue;
    if (!bounds.last_key.empty() && key > bounds.last_key) continue;
    return true;
  }
  return false;
}

}  // namespace ibid
