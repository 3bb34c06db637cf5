// SPDX-License-Identifier: GPL-2.0-or-later
//
// Running text -> lines that fit a terminal. Counts display columns, not bytes; writes no colour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// The lines of `text` (valid UTF-8, no control characters), none wider than `columns` (1 or more).
// Breaks at spaces, which are dropped at the ends of lines; a word wider than a line is cut between
// grapheme clusters. Korean is broken at spaces like English: a cut inside an eojeol reads badly.
std::vector<ByteRange> wrap_text(std::string_view text, std::size_t columns);

// `text` if it is no wider than `columns`, else its beginning with … behind it, together no wider.
std::string cut_to_width(std::string_view text, std::size_t columns);

}  // namespace ibid
