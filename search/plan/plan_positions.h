// SPDX-License-Identifier: GPL-2.0-or-later
//
// Phrases, proximity and wildcards of a query -> Xapian queries.
#pragma once

#include <string>

#include "search/plan/phrase.h"
#include "search/plan/plan_context.h"
#include "search/query/query.h"

namespace ibid {

// For each word of a phrase, the surface terms that may occur at its position; the last word may
// have a particle or possessive attached.
PhrasePositions phrase_positions(PlanContext& context, const Analysis& analysis, TextField field);

RankedQuery plan_phrase(PlanContext& context, const std::string& text, TextField field);
Xapian::Query plan_near(PlanContext& context, const QueryNode& node, TextField field);
Xapian::Query plan_wildcard(PlanContext& context, const std::string& text, TextField field);

}  // namespace ibid
