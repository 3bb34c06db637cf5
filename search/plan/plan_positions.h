// SPDX-License-Identifier: GPL-2.0-or-later
//
// Phrases, proximity and wildcards -> Xapian queries. Names Xapian: search internals only.
#pragma once

#include <string>

#include "search/plan/phrase.h"
#include "search/plan/plan_context.h"
#include "search/query/query.h"

namespace ibid {

// For each word of a phrase the surface terms that may stand in its place; the last may go on into
// a particle or possessive.
PhrasePositions phrase_places(PlanContext& context, const Analysis& analysis, TextField field);

RankedQuery plan_phrase(PlanContext& context, const std::string& text, TextField field);
Xapian::Query plan_near(PlanContext& context, const QueryNode& node, TextField field);
Xapian::Query plan_wildcard(PlanContext& context, const std::string& text, TextField field);

}  // namespace ibid
