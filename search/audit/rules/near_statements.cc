// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/near_statements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "search/audit/rules/same_thing.h"

namespace ibid {
namespace {

// Values that are at most kMostApart times each other are in the same class or in neighbours.
int class_of(double value) {
  constexpr double kBase = 1.6;
  static_assert(kBase > kMostApart);
  return static_cast<int>(std::floor(std::log(value) / std::log(kBase)));
}

// Of ascending ranges without duplicates.
template <typename A, typename B>
std::size_t in_both(const A& a, const B& b) {
  std::size_t count = 0;
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++count, ++i, ++j;
    }
  }
  return count;
}

template <typename T>
bool contradict(const T& a, const T& b) {
  return !a.empty() && !b.empty() && in_both(a, b) == 0;
}

template <typename T>
bool has(const T& all, std::uint32_t one) {
  return std::binary_search(all.begin(), all.end(), one);
}

}  // namespace

std::uint32_t NearStatements::number_of(const std::string& text) {
  return numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

NearStatements::Numbers NearStatements::numbers_of(const std::set<std::string>& texts) {
  Numbers out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.push_back(number_of(text));
  std::sort(out.begin(), out.end());
  return out;
}

NearStatements::Sketch NearStatements::sketch_of(const Statement& statement) {
  return {&statement,
          as_double(statement.quantity.value),
          number_of(key_of(statement.quantity)),
          numbers_of(statement.stems),
          numbers_of(statement.nearby),
          numbers_of(statement.names),
          numbers_of(statement.years),
          numbers_of(statement.quantities)};
}

// The conditions of same_thing() that numbers can tell, the cheapest first.
bool NearStatements::may_be_same(const Sketch& a, const Sketch& b) {
  const Statement& x = *a.statement;
  const Statement& y = *b.statement;
  if (x.passage == y.passage || a.quantity == b.quantity) return false;
  if (std::max(a.value, b.value) > kMostApart * std::min(a.value, b.value)) return false;
  if (x.quantity.kind == QuantityKind::kPercent && x.change != y.change) return false;
  const std::size_t least = least_nearby(x.quantity.kind);
  if (in_both(a.nearby, b.stems) < least || in_both(b.nearby, a.stems) < least) return false;
  if (has(a.quantities, b.quantity) || has(b.quantities, a.quantity)) return false;
  const std::size_t names = in_both(a.names, b.names);
  if (names < a.names.size() && names < b.names.size()) return false;
  return !contradict(a.years, b.years) && !contradict(x.months, y.months);
}

void NearStatements::add(const Statement& statement,
                         const std::function<Next(const Statement&)>& take) {
  sketches_.push_back(sketch_of(statement));
  const Sketch& sketch = sketches_.back();
  if (sketch.value <= 0) return;  // near to nothing
  const int value_class = class_of(sketch.value);
  const auto group_at = [&](int offset) {
    return Group{statement.quantity.kind, statement.quantity.unit, statement.counted,
                 value_class + offset};
  };
  std::array<std::span<const std::uint32_t>, 3> groups;
  for (int i = 0; i < 3; ++i) {
    const auto group = groups_.find(group_at(i - 1));
    if (group != groups_.end()) groups[static_cast<std::size_t>(i)] = group->second;
  }
  for (;;) {
    std::span<const std::uint32_t>* first = nullptr;
    for (auto& group : groups) {
      if (!group.empty() && (first == nullptr || group.front() < first->front())) first = &group;
    }
    if (first == nullptr) break;
    const Sketch& other = sketches_[first->front()];
    *first = first->subspan(1);
    if (may_be_same(other, sketch) && take(*other.statement) == Next::kStop) break;
  }
  groups_[group_at(0)].push_back(static_cast<std::uint32_t>(sketches_.size() - 1));
}

}  // namespace ibid
