// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether a stretch of text may be quoted alone, or cuts a word or figure that as a whole means
// something else: "4 billion" of "14 billion", "nuclear" of "non-nuclear", 가능 of 불가능. Pure.
#pragma once

#include <string_view>

#include "corpus/text/byte_range.h"

namespace ibid {

// True if `range` of `text` neither begins nor ends inside a word or figure. Allowed at its end:
// 's, and Korean particles with or without 들 (협정 of 협정을). Not allowed, beyond letters and
// digits: a sign, decimals or % of its number; a scale after it ("11" of "11 million"); the dot of
// an abbreviation; a hyphen with a prefix that reverses the word (non-, anti-, ex-, …) or in a
// designator (S-400); a beginning inside a URL.
bool cuts_no_word(std::string_view text, ByteRange range);

}  // namespace ibid
