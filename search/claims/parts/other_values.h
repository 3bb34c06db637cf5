// SPDX-License-Identifier: GPL-2.0-or-later
//
// Figures and days of a passage that are others than the claim's, of the same thing. Whatever
// leaves doubt of the thing is a reason to say nothing: another subject, unit, year or direction, a
// name of the claim that the passage does not have. Pure.
#pragma once

#include <vector>

#include "search/claims/parts/unit_occurrences.h"

namespace ibid {

// In the order of the claim, at most one for each of its figures and days.
std::vector<ClaimDifference> other_values(const Compared& compared);

}  // namespace ibid
