// SPDX-License-Identifier: GPL-2.0-or-later
//
// The language of a text, by script alone: enough for English and Korean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/source_id.h"

namespace ibid {

struct ScriptCount {
  std::uint64_t hangul = 0;  // letters: syllables and jamo
  std::uint64_t latin = 0;   // letters
  ScriptCount& operator+=(const ScriptCount& other);
};

// Counts letters outside URLs and citation marks, whose ids are Latin in any language.
ScriptCount count_scripts(std::string_view text);
// The same; `marks`: what find_citation_marks() finds in `text`.
ScriptCount count_scripts(std::string_view text, const std::vector<CitationMark>& marks);

// "ko" if Hangul letters are at least a quarter of both, else "en" if there are Latin ones, else
// "und". A quarter is enough because a Hangul letter carries more than a Latin one.
std::string passage_language(const ScriptCount& count);

}  // namespace ibid
