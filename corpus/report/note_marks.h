// SPDX-License-Identifier: GPL-2.0-or-later
//
// Marks of a text that lead to a note or source and are no words of it: "(source: …)", "rose[12]
// there", "gone.¹", "gone†", 늘었다1). Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// Citation marks, as find_citation_marks(), and note marks that stand at a word or sentence. Not
// marks: exponents ("km²", "45³"), lowered digits, numbers apart from the text ("[12] ships").
// Ascending, no overlap.
std::vector<ByteRange> unquoted_marks(std::string_view text);

// The end of the note mark at `at`, which is no citation mark; `at` if there is none.
std::size_t note_mark_end(std::string_view text, std::size_t at);

}  // namespace ibid
