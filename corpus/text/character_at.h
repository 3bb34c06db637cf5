// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads one character from bytes in a given encoding; internal to corpus. Ill-formed bytes are
// reported, not thrown.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/text/encoding.h"

namespace ibid {

struct ByteCharacter {
  char32_t c = 0xFFFD;     // U+FFFD if ill-formed
  std::size_t length = 1;  // bytes
  bool well_formed = false;
};

// Returns the character that begins at `at` (< bytes.size()), or the maximal ill-formed sequence
// there. UTF-8 follows table 3-7 of The Unicode Standard, version 15. CP949 is ICU's windows-949
// without its private characters; if an ASCII byte follows a lead byte and completes nothing, the
// lead byte alone is the ill-formed sequence.
ByteCharacter character_at(std::string_view bytes, std::size_t at, Encoding encoding);

// Returns the end of the well-formed UTF-8 that starts at `at`. ASCII is stepped over eight
// bytes at a time.
std::size_t skip_well_formed_utf8(std::string_view bytes, std::size_t at);

}  // namespace ibid
