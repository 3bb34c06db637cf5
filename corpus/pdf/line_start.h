// SPDX-License-Identifier: GPL-2.0-or-later
//
// What does the first word of a line, or the last, say of the line?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

enum class LineStart : std::uint8_t {
  kText,
  kBullet,      // "•", "□": begins an item wherever it stands
  kWeakBullet,  // "-", "o", "ㅇ": could also be a minus or a word
  kNumber,      // "1.", "가.", "(3)", "①": could also be the end of a sentence
};
LineStart line_start(std::string_view first_word);

// True for ". ! ? :" and their like, also before closing quotes and brackets.
bool ends_sentence(std::string_view word);

// What a glyph of Wingdings looks like ("●"), the character itself for what is none of its.
std::string dingbat(std::string_view glyph);

}  // namespace ibid
