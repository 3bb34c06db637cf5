// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentence boundaries in English, Korean and mixed text: "U.N. Security Council", the date
// "2024. 6. 27." and a quotation that goes on stay whole; notes such as "[1]" belong to the
// sentence before. Not UAX #29: docs/decisions.md says why, with figures.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/report/source_id.h"
#include "corpus/text/byte_range.h"

namespace ibid {

// Returns ranges of `text` (valid UTF-8), trimmed of white space, ascending. A citation mark after
// a full stop belongs to the sentence before it. Empty or blank text has no sentences.
// Thread: safe.
std::vector<ByteRange> split_sentences(std::string_view text,
                                       const std::vector<CitationMark>& marks);

// True if `text` begins as Korean goes on after quoted speech: 라고 of `"…했다."라고 말했다`.
bool begins_with_quotative(std::string_view text);

}  // namespace ibid
