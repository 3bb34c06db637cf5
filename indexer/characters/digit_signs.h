// SPDX-License-Identifier: GPL-2.0-or-later
//
// Raised, lowered and circled digits and fractions (³, ₂, ①, ½), which folding makes digits of.
// Library-internal.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/characters/folded_char.h"

namespace ibid {

// Takes back what would change a number: each such sign is itself, and parts words. `chars`: of
// `text`, folded; there is no sign before the one at `begin`.
void keep_numbers(std::string_view text, std::size_t begin, std::vector<FoldedChar>& chars);

}  // namespace ibid
