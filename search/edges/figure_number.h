// SPDX-License-Identifier: GPL-2.0-or-later
//
// The number that begins at a place, without scale and unit: "2,345.6", "5:30", "1/3", "2^16",
// "45³", "two hundred and fifty", 수백만. Internal to the room.
#pragma once

#include <cstddef>

#include "search/edges/figure_text.h"

namespace ibid {

struct FigureNumber {
  std::size_t end = 0;  // 0: no number begins there
  bool in_digits = false;
  bool has_letters = false;  // they follow its digits at once: "5km", "1990s"
  bool is_part = false;      // of a name: S-400, #5
  bool is_scale = false;     // it is or ends in a scale: "million", "two hundred"
};

FigureNumber read_number(const FigureText& text, std::size_t i);

// The end of "^16", "³", "½" at `i`; `i` if there is nothing of the kind.
std::size_t raised_end(const FigureText& text, std::size_t i);
// True for a scale in words: "million", "bn"; not the letters k, m, b, t.
bool is_scale_name(std::string_view word);
bool is_korean_scale(char32_t c);  // 십 백 천 만 억 조

}  // namespace ibid
