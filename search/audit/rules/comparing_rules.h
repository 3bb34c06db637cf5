// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rules that compare a report with all others: of a large index they take far longer than the rest.
#pragma once

#include "search/audit/rules/rules.h"

namespace ibid {

bool compares_reports(const Rule& rule);

}  // namespace ibid
