// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether words in quotes are what someone said, or a title or term: the report "Ports of Call",
// the so-called "grey fleet", "first come, first served".
#pragma once

#include <string_view>

#include "corpus/text/byte_range.h"

namespace ibid {

// True if a word of saying stands beside the quotes, or what they hold is a sentence; false after
// the word for a title. `inside` is the range of `text` between the quotes, not empty.
bool is_said(std::string_view text, ByteRange inside);

}  // namespace ibid
