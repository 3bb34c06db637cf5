// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts below 100 that say what they count: "48 interceptors", "six launchers", 요격탄 48발. A
// search does not take them for figures, since they are everywhere; beside a claim they count.
// Pure.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/dates/find_days.h"
#include "indexer/analysis/token.h"
#include "indexer/quantities/quantity.h"

namespace ibid {

// Adds them to `quantities`, which stay ascending. Not ordinals, articles, times, parts of days, of
// names with digits (S-400, Article 4, Block 70) or of other quantities.
void add_small_counts(std::string_view text, const Analysis& analysis,
                      const std::vector<NamedDay>& days, std::vector<Quantity>& quantities);

// What a count counts, if it is a Korean counter: 명 of "6,500명" and of "6,500 명"; else empty.
std::string_view korean_counter(std::string_view text, ByteRange count);

// Whether two counts, each in its text, are of the same: one Korean counter, or one English word
// right behind both. In different languages nobody can say: true.
struct CountIn {
  std::string_view text;
  const Analysis& analysis;
  ByteRange range;
};
bool count_the_same(const CountIn& a, const CountIn& b);

// Below 100: added by add_small_counts().
bool is_small_count(const Quantity& quantity);

}  // namespace ibid
