// SPDX-License-Identifier: GPL-2.0-or-later
//
// What one character of normalised text (NFKC) becomes by folding. Library-internal.
#pragma once

#include <array>
#include <cstdint>

#include "indexer/characters/folded_char.h"

namespace ibid {

// Up to two characters (ß -> ss) of one class.
struct Folding {
  std::array<char32_t, 2> to{};
  std::uint8_t count = 0;  // 0: invisible, left out
  CharClass cls = CharClass::kSeparator;
  bool upper = false;
};

// The folding of any character but a precomposed syllable, which stays as it is.
// Thread: safe. Throws Error{kSystem} if ICU has no data.
Folding folding_of(char32_t c);

}  // namespace ibid
