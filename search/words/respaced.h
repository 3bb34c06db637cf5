// SPDX-License-Identifier: GPL-2.0-or-later
//
// Korean is written with or without a space between the nouns of a name, as each writer likes:
// 국방 협정 and 국방협정, 일론 머스크 and 일론머스크, 북·러 and 북러.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/analysis/term.h"
#include "search/index/index_view.h"

namespace ibid {

// For each word of a row, the terms of the index that may stand there.
using WordRow = std::vector<std::vector<std::string>>;

enum class RowEnd : std::uint8_t { kClosed, kOpen };

// The other rows of words of the index that have the same syllables as `words` (Korean surface
// forms, at least one), at most kMostSpacings, those with the most boundaries in common first. The
// last word may go on by particles or an ending if the end is open. A word of one syllable is only
// split off a row of more than four if it is typed as such. May throw Xapian::Error.
std::vector<WordRow> respaced(const IndexView& index, TextField field,
                              const std::vector<std::string>& words, RowEnd end);

}  // namespace ibid
