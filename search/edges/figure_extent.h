// SPDX-License-Identifier: GPL-2.0-or-later
//
// How far a figure reaches from its number: scales and further parts, fraction, unit and bound
// behind it; sign, currency and their words before it. Internal to the room.
#pragma once

#include <cstddef>

#include "search/edges/figure_text.h"

namespace ibid {

// Positions of folded characters.
struct Figure {
  std::size_t begin = 0, end = 0;
  bool has_unit = false;   // a scale, currency, percent or unit
  bool is_year = false;    // four digits alone, of a year
  bool is_part = false;    // as FigureNumber
  bool in_digits = false;  // its number
};

// The figure whose number begins at `i`, without what stands before it; end 0 if there is none.
Figure figure_at(const FigureText& text, std::size_t i);

// Where the figure that begins at `begin` begins with sign, currency and the words before it.
std::size_t begin_with_heads(const FigureText& text, const Figure& figure);

// The first digit or letter of a number at `i`, past a sign and a currency.
std::size_t past_sign(const FigureText& text, std::size_t i);

}  // namespace ibid
