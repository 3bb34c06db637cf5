// SPDX-License-Identifier: GPL-2.0-or-later
//
// Filters by a whole name, as facets count them: section:"=Trade", publisher:"=The Ledger".
#pragma once

#include <xapian.h>

#include <string>

#include "search/plan/plan_context.h"

namespace ibid {

// Passages below the top-level section of this title. The title as it is, if a passage has it; else
// in any case and form of its letters. Adds a notice if there is none. May throw Xapian::Error.
Xapian::Query of_section(PlanContext& context, const std::string& title);

// Passages that cite a source which some list gives this publisher, in any case. Likewise.
Xapian::Query cites_publisher(PlanContext& context, const std::string& publisher);

}  // namespace ibid
