// SPDX-License-Identifier: GPL-2.0-or-later
//
// One character of bytes in some encoding; internal to corpus. Ill-formed bytes are reported, not
// thrown.
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
// there. UTF-8 is table 3-7 of The Unicode Standard, version 15. CP949 is ICU's windows-949 without
// its private characters; a lead byte before an ASCII byte that completes nothing is a sequence of
// its own.
ByteCharacter character_at(std::string_view bytes, std::size_t at, Encoding encoding);

// Returns the end of the well-formed UTF-8 that starts at `at`; eight ASCII bytes at a step.
std::size_t skip_well_formed_utf8(std::string_view bytes, std::size_t at);

}  // namespace ibid
