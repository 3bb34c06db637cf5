// SPDX-License-Identifier: GPL-2.0-or-later
//
// Claims that turn round what a passage says: rose for fell, 수입 for 수출, by a list, and
// swapped_roles.h. Pure.
#pragma once

#include <vector>

#include "search/claims/parts/unit_occurrences.h"

namespace ibid {

std::vector<ClaimDifference> reversals(const Compared& compared);

}  // namespace ibid
