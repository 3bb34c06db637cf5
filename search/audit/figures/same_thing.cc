// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/figures/same_thing.h"

#include <algorithm>
#include <utility>

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

// Calls `take` for each number that both have.
template <typename Take>
void each_in_both(WordSet a, WordSet b, Take take) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      take(*i);
      ++i, ++j;
    }
  }
}

std::size_t in_both(WordSet a, WordSet b) {
  std::size_t count = 0;
  each_in_both(a, b, [&](std::uint32_t) { ++count; });
  return count;
}

bool has(WordSet all, std::uint32_t one) { return std::binary_search(all.begin(), all.end(), one); }

bool contradict(WordSet a, WordSet b) { return !a.empty() && !b.empty() && in_both(a, b) == 0; }

bool contradict(std::uint16_t a, std::uint16_t b) { return a != 0 && b != 0 && (a & b) == 0; }

// January to May is not January to June.
bool name_other_months(std::uint16_t a, std::uint16_t b) { return a != 0 && b != 0 && a != b; }

// Each has a name that the other does not have; what is counted is no name.
bool name_others(WordSet a, WordSet b, std::uint32_t counted) {
  const std::size_t both = in_both(a, b);
  const std::size_t of_a = a.size() - (has(a, counted) ? 1 : 0);
  const std::size_t of_b = b.size() - (has(b, counted) ? 1 : 0);
  const std::size_t shared = both - (has(a, counted) && has(b, counted) ? 1 : 0);
  return shared < of_a && shared < of_b;
}

// "Harbourline rents …" here, "Saltgate rents …" there: each begins with what the other does not
// speak of.
bool open_with_others(const FigureStatementRef& a, const FigureStatementRef& b) {
  const std::uint32_t counted = a.statement().counted;
  const auto speaks_of = [&](const FigureStatementRef& one, std::uint32_t word) {
    return word != counted && has(one.words(one.sentence().stems), word);
  };
  const std::uint32_t of_a = a.sentence().opening, of_b = b.sentence().opening;
  return of_a != 0 && of_b != 0 && !speaks_of(b, of_a) && !speaks_of(a, of_b);
}

double weight_of(WordSet words, std::uint32_t counted, WordNumbers& numbers) {
  double sum = 0;
  for (const std::uint32_t word : words) {
    if (word != counted) sum += numbers.weight_of(word);
  }
  return sum;
}

}  // namespace

std::size_t least_nearby(QuantityKind kind) { return needed(kind).shared_nearby; }

bool are_near(const FigureStatementRef& a, const FigureStatementRef& b) {
  const auto& x = a.statement();
  const auto& y = b.statement();
  if (x.measure != y.measure || x.quantity == y.quantity) return false;
  if (std::min(x.value, y.value) <= 0) return false;
  if (std::max(x.value, y.value) > kMostApart * std::min(x.value, y.value)) return false;
  const std::size_t least = least_nearby(x.kind);
  return in_both(a.words(x.nearby), b.words(b.sentence().stems)) >= least &&
         in_both(b.words(y.nearby), a.words(a.sentence().stems)) >= least;
}

std::vector<std::uint32_t> rarest_words(const FigureStatementRef& statement, WordNumbers& numbers) {
  const WordSet stems = statement.words(statement.sentence().stems);
  std::vector<std::pair<double, std::uint32_t>> weighed;
  for (const std::uint32_t word : stems) {
    if (word != statement.statement().counted) weighed.emplace_back(-numbers.weight_of(word), word);
  }
  const std::size_t most = std::min(weighed.size(), kMostRare);
  std::partial_sort(weighed.begin(), weighed.begin() + static_cast<std::ptrdiff_t>(most),
                    weighed.end());
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < most; ++i) words.push_back(weighed[i].second);
  return words;
}

std::vector<std::uint32_t> same_thing(const FigureStatementRef& a, const FigureStatementRef& b,
                                      WordNumbers& numbers) {
  const auto& x = a.statement();
  const auto& y = b.statement();
  const auto& here = a.sentence();
  const auto& there = b.sentence();
  if (x.kind == QuantityKind::kPercent && x.change != y.change) return {};
  if (has(a.words(here.quantities), y.quantity) || has(b.words(there.quantities), x.quantity)) {
    return {};
  }
  if (name_others(a.words(here.names), b.words(there.names), x.counted)) return {};
  if (open_with_others(a, b)) return {};
  if (contradict(a.words(x.years), b.words(y.years))) return {};
  if (contradict(here.months, there.months)) return {};
  if (name_other_months(here.own_months, there.own_months)) return {};
  if (here.scopes != there.scopes &&
      differ(numbers.scopes(here.scopes), numbers.scopes(there.scopes))) {
    return {};
  }
  if (x.bounds.meets(y.bounds)) return {};
  const WordSet of_a = a.words(here.stems), of_b = b.words(there.stems);
  std::vector<std::uint32_t> both;
  each_in_both(of_a, of_b, [&](std::uint32_t word) {
    if (word != x.counted) both.push_back(word);
  });
  if (both.size() < kSharedWords) return {};
  const double lighter =
      std::min(weight_of(of_a, x.counted, numbers), weight_of(of_b, x.counted, numbers));
  if (weight_of(both, x.counted, numbers) < needed(x.kind).shared_weight * lighter) return {};
  return both;
}

}  // namespace ibid
