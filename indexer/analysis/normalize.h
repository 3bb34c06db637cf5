// SPDX-License-Identifier: GPL-2.0-or-later
//
// UTF-8 text -> folded characters, each with the bytes it came from: NFKC, case folded, without
// Latin diacritics, curly quotes and dashes unified, invisible characters left out. Raised digits
// and other signs of digits are digits ("km²", "①") where they change no number: "45³" is 45.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/characters/folded_char.h"

namespace ibid {

// Replaces `out`. `text` is valid UTF-8 of less than 4 GiB.
// Source: UAX #15 (NFKC), CaseFolding.txt through ICU.
// Thread: safe.
void fold(std::string_view text, std::vector<FoldedChar>& out);

// The same as text, with one space for each run of white space and none at the ends.
std::string folded_text(std::string_view text);

}  // namespace ibid
