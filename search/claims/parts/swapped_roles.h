// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who did it to whom, and from which figure to which: claims that say it the other way round. By
// the order of names, Korean particles, "from" and "to"; no parser. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "search/claims/parts/unit_occurrences.h"

namespace ibid {

enum class Beside : std::uint8_t { kBefore, kBehind };
struct NameBeside {
  std::size_t unit = 0;  // of the claim
  ByteRange text;        // of the passage
};
// The name of the claim that the passage has last before, or first behind, a stretch of it, in the
// same sentence.
std::optional<NameBeside> name_beside(const Compared& compared, ByteRange at, Beside where);

std::vector<ClaimDifference> swapped_roles(const Compared& compared);

}  // namespace ibid
