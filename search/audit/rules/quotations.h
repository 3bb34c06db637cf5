// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a text quotes: what stands between quotation marks. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// What stands between “ ”, " ", ‘ ’, ' ', 「 」, 『 』, « » or „ “ in `text` (valid UTF-8), without
// the marks; ascending. Only two words or more, or ten characters: a single word between quotes is
// a name or irony, and so are a few Korean words between single ones. An apostrophe opens nothing:
// ' and ’ count at the edge of a word only.
std::vector<ByteRange> find_quotations(std::string_view text);

}  // namespace ibid
