// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/same_thing.h"

#include <algorithm>
#include <iterator>

namespace ibid {
namespace {

// Two amounts of money more often mean the same thing than two percentages do, and these more often
// than two counts; so counts must share most.
struct Likeness {
  double shared_weight;
  std::size_t shared_nearby;
};
Likeness needed(QuantityKind kind) {
  if (kind == QuantityKind::kAmount) return {0.25, 2};
  if (kind == QuantityKind::kPercent) return {0.45, 2};
  return {0.5, 3};
}

bool comparable(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind || a.unit != b.unit || a.value == b.value) return false;
  const double x = as_double(a.value), y = as_double(b.value);
  return std::min(x, y) > 0 && std::max(x, y) <= kMostApart * std::min(x, y);
}

template <typename T>
std::set<T> in_both(const std::set<T>& a, const std::set<T>& b) {
  std::set<T> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
  return both;
}

double weight_of(const std::set<std::string>& stems, StemWeights& weights) {
  double sum = 0;
  for (const std::string& stem : stems) sum += weights.of(stem);
  return sum;
}

template <typename T>
bool contradict(const std::set<T>& a, const std::set<T>& b) {
  return !a.empty() && !b.empty() && in_both(a, b).empty();
}

// "Harbourline rents …" here, "Saltgate rents …" there: each begins with what the other does not
// speak of.
bool open_with_others(const Statement& a, const Statement& b) {
  return !a.opening.empty() && !b.opening.empty() && !b.stems.contains(a.opening) &&
         !a.stems.contains(b.opening);
}

// January to May is not January to June.
bool name_other_months(const std::set<int>& a, const std::set<int>& b) {
  return !a.empty() && !b.empty() && a != b;
}

bool name_others(const std::set<std::string>& a, const std::set<std::string>& b) {
  return !std::includes(a.begin(), a.end(), b.begin(), b.end()) &&
         !std::includes(b.begin(), b.end(), a.begin(), a.end());
}

}  // namespace

std::set<std::string> same_thing(const Statement& a, const Statement& b, StemWeights& weights) {
  if (!comparable(a.quantity, b.quantity) || a.counted != b.counted) return {};
  if (a.passage->id == b.passage->id) return {};
  if (a.quantity.kind == QuantityKind::kPercent && a.change != b.change) return {};
  if (a.quantities.contains(key_of(b.quantity)) || b.quantities.contains(key_of(a.quantity)))
    return {};
  if (name_others(a.names, b.names) || open_with_others(a, b)) return {};
  if (contradict(a.years, b.years) || contradict(a.months, b.months)) return {};
  if (name_other_months(a.own_months, b.own_months) || differ(a.scopes, b.scopes)) return {};
  if (a.bounds.meets(b.bounds)) return {};
  const Likeness least = needed(a.quantity.kind);
  if (in_both(a.nearby, b.stems).size() < least.shared_nearby ||
      in_both(b.nearby, a.stems).size() < least.shared_nearby) {
    return {};
  }
  std::set<std::string> both = in_both(a.stems, b.stems);
  const double lighter = std::min(weight_of(a.stems, weights), weight_of(b.stems, weights));
  if (both.size() < kSharedWords || weight_of(both, weights) < least.shared_weight * lighter)
    return {};
  return both;
}

std::size_t least_nearby(QuantityKind kind) { return needed(kind).shared_nearby; }

}  // namespace ibid
