// SPDX-License-Identifier: GPL-2.0-or-later
//
// One character of bytes in some encoding; internal to corpus. Ill-formed bytes are reported,
// never thrown about.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/text/encoding.h"

namespace ibid {

struct ByteCharacter {
  char32_t c = 0xFFFD;     // U+FFFD where ill-formed
  std::size_t length = 1;  // bytes
  bool well_formed = false;
};

// The character that begins at `at` (< bytes.size()), or the maximal ill-formed sequence there.
// UTF-8 is table 3-7 of The Unicode Standard, version 15; CP949 is ICU's windows-949 without its
// private characters, and a lead byte before an ASCII byte that completes nothing stands alone.
ByteCharacter character_at(std::string_view bytes, std::size_t at, Encoding encoding);

// Past the well-formed UTF-8 that starts at `at`; eight ASCII bytes at a step.
std::size_t skip_well_formed_utf8(std::string_view bytes, std::size_t at);

}  // namespace ibid
