// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/quantity_terms.h"

#include <algorithm>

#include "indexer/schema.h"

namespace ibid {
namespace {

constexpr std::size_t kCurrencyLetters = 3;

// 0 for what is not packed.
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

std::string bare_term(const Quantity& figure) { return schema::kFigure + figure.value.to_string(); }

}  // namespace

std::vector<std::string> figure_terms(const Quantity& figure) {
  const std::string bare = bare_term(figure);
  switch (figure.kind) {
    case QuantityKind::kYear:
      return {};
    case QuantityKind::kCount:
      return {bare};
    case QuantityKind::kPercent:
      return {bare + figure.unit};
    case QuantityKind::kAmount:
      break;
  }
  if (figure.unit.empty()) return {bare + schema::kFigureAnyUnit};
  return {bare + figure.unit, bare + schema::kFigureAnyUnit};
}

QuantityMeets terms_meeting(const Quantity& figure) {
  const std::string bare = bare_term(figure);
  switch (figure.kind) {
    case QuantityKind::kYear:
      return {};
    case QuantityKind::kCount:
      return {bare, bare + schema::kFigureAnyUnit};
    case QuantityKind::kPercent:
      return {bare + figure.unit, {}};
    case QuantityKind::kAmount:
      break;
  }
  const bool unknown = figure.unit.empty();
  return {unknown ? bare + schema::kFigureAnyUnit : bare + figure.unit, bare};
}

std::string pack_figures(const std::vector<Quantity>& figures) {
  std::vector<std::string> entries;
  for (const Quantity& figure : figures) {
    const char kind = letter_of(figure.kind);
    if (kind == 0) continue;
    std::string entry(1, kind);
    if (figure.kind == QuantityKind::kAmount) {
      entry += figure.unit.empty() ? std::string(kCurrencyLetters, ' ') : figure.unit;
    }
    entry += figure.value.sort_key();
    entry += '\0';
    if (std::find(entries.begin(), entries.end(), entry) != entries.end()) continue;
    entries.push_back(std::move(entry));
    if (entries.size() == schema::kMaxFigures) break;
  }
  std::string packed;
  for (const std::string& entry : entries) packed += entry;
  return packed;
}

bool has_figure_within(std::string_view packed, const QuantityBounds& bounds) {
  const char kind = letter_of(bounds.kind);
  const std::size_t head = bounds.kind == QuantityKind::kAmount ? 1 + kCurrencyLetters : 1;
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find('\0'), packed.size());
    const std::string_view entry = packed.substr(0, end);
    packed.remove_prefix(std::min(end + 1, packed.size()));
    if (entry.size() < head || entry[0] != kind) continue;
    if (!bounds.unit.empty() && entry.substr(1, head - 1) != bounds.unit) continue;
    const std::string_view key = entry.substr(head);
    if (!bounds.first_key.empty() && key < bounds.first_key) continue;
    if (!bounds.last_key.empty() && key > bounds.last_key) continue;
    return true;
  }
  return false;
}

}  // namespace ibid
