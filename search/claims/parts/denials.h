// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that the claim denies and the passage does not, or the other way round. Pure.
#pragma once

#include <vector>

#include "search/claims/parts/unit_occurrences.h"

namespace ibid {

std::vector<ClaimDifference> denials(const Compared& compared);

}  // namespace ibid
