// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that belong to a figure: units, what stands before and behind. From lists in
// search/word_lists/. Internal to the room.
#pragma once

#include <cstddef>
#include <string_view>

#include "search/edges/figure_text.h"

namespace ibid {

// `word`: in small letters.
bool is_figure_unit(std::string_view word);    // "km", "hours"
bool is_fraction_word(std::string_view word);  // "thirds"
bool is_figure_head(std::string_view word);    // "minus", 영하
// "several", "tens", 수: make another figure of the scale that follows ("several million").
bool is_vague_count(std::string_view word);

// The end of a Korean unit that stands at `i`; 0 if none does. "명 " and "명이" but not 명령.
std::size_t korean_unit_end(const FigureText& text, std::size_t i);
// The end of what stands at `i` and makes another figure of the one before: "or more", 이상; or 0.
std::size_t figure_tail_end(const FigureText& text, std::size_t i);

}  // namespace ibid
