// SPDX-License-Identifier: GPL-2.0-or-later
//
// Abbreviations, whose full stop does not end a sentence (corpus/word_lists/abbreviations.txt), and
// the short forms of the months.
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid {

enum class AbbreviationUse : std::uint8_t {
  kBeforeName,    // "Gen."
  kBeforeNumber,  // "Fig.", "Sept."; if no number follows, it is a word like any other
  kEndsTitle,     // "Co."
};

// `word` includes its full stop and has the capitals of the text.
bool is_abbreviation(std::string_view word, AbbreviationUse use);

}  // namespace ibid
