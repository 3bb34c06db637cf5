// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentence boundaries (UAX #29 with CLDR's suppressions and our own, so that "U.N. Security
// Council" and the date "2024. 6. 27." stay whole).
#pragma once

#include <string_view>
#include <vector>

#include "corpus/report/source_id.h"
#include "corpus/text/byte_range.h"

namespace ibid {

// Returns ranges of `text` (valid UTF-8), trimmed of white space, ascending. A citation mark after
// a full stop belongs to the sentence before it. Empty or blank text has no sentences.
// Thread: safe; each thread keeps its own break iterator.
std::vector<ByteRange> split_sentences(std::string_view text,
                                       const std::vector<CitationMark>& marks);

// True if `text` begins as Korean goes on after quoted speech: 라고 of `"…했다."라고 말했다`.
bool begins_with_quotative(std::string_view text);

}  // namespace ibid
