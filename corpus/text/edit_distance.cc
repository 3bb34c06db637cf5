// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/edit_distance.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"

namespace ibid {

std::u32string letters_of(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = next_code_point(utf8, i);
    if (!is_precomposed(c)) {
      letters += c;
      continue;
    }
    const Syllable syllable(c);
    letters += char32_t{0x1100} + syllable.onset;
    letters += char32_t{0x1161} + static_cast<char32_t>(syllable.vowel);
    if (syllable.final != Final::kNone)
      letters += char32_t{0x11A7} + static_cast<char32_t>(syllable.final);
  }
  return letters;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (longer - shorter > limit) return limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitute = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitute});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

}  // namespace ibid
