// SPDX-License-Identifier: GPL-2.0-or-later
//
// The tags and comments of raw HTML. Library-internal.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// Appends the tags, comments, scripts and styles in `range` of `text`, cut at line ends, ascending.
void append_html_signs(std::string_view text, ByteRange range, std::vector<ByteRange>& signs);

}  // namespace ibid
