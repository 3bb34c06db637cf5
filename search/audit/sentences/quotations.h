// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a text quotes: the text between quotation marks. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// The ranges between “ ”, " ", ‘ ’, ' ', 「 」, 『 』, « » or „ “ in `text` (valid UTF-8), without
// the marks; ascending. Only of at least two words or ten characters: a single word in quotes is a
// name or irony, and so are a few Korean words in single quotes. An apostrophe opens nothing: ' and
// ’ count only at the edge of a word.
// kSaid: only what is_said() takes for speech; kAny: titles and terms, too.
enum class Quoted : std::uint8_t { kSaid, kAny };
std::vector<ByteRange> find_quotations(std::string_view text, Quoted which = Quoted::kSaid);

}  // namespace ibid
