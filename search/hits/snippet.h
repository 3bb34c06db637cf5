// SPDX-License-Identifier: GPL-2.0-or-later
//
// The part of a long passage that best shows why it was found. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "search/hits/highlight.h"

namespace ibid {

// Ranges of `text` to show, at word edges, together at most `columns` wide in a terminal (a single
// word may be wider): the whole text if it fits, else the stretch with the most distinct query
// words, beginning at a sentence if one begins nearby. `sentences` are those of the passage.
std::vector<ByteRange> best_snippet(std::string_view text, const std::vector<ByteRange>& sentences,
                                    const std::vector<Highlight>& highlights, std::size_t columns);

}  // namespace ibid
