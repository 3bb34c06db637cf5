// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/estimated_frequency.h"

#include <algorithm>
#include <functional>

namespace ibid {
namespace {

std::uint32_t rounded(double number) { return static_cast<std::uint32_t>(number + 0.5); }

}  // namespace

// Combines two at a time, the rarest first, and rounds each time: the tree that Xapian builds.
std::uint32_t frequency_of_any(std::vector<std::uint32_t> frequencies, std::uint32_t documents) {
  const auto take_least = [&] {
    std::pop_heap(frequencies.begin(), frequencies.end(), std::greater<>());
    const double least = frequencies.back();
    frequencies.pop_back();
    return least;
  };
  std::make_heap(frequencies.begin(), frequencies.end(), std::greater<>());
  while (frequencies.size() > 1) {
    const double a = take_least(), b = take_least();
    frequencies.push_back(rounded(a + b - a * b / documents));
    std::push_heap(frequencies.begin(), frequencies.end(), std::greater<>());
  }
  return frequencies.front();
}

std::uint32_t frequency_of_all(std::vector<std::uint32_t> frequencies, std::uint32_t documents) {
  if (frequencies.size() == 1) return frequencies.front();
  std::sort(frequencies.begin(), frequencies.end());
  double all = frequencies.front();
  for (std::size_t i = 1; i < frequencies.size(); ++i) all = all * frequencies[i] / documents;
  return rounded(all);
}

}  // namespace ibid
