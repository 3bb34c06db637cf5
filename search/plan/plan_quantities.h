// SPDX-License-Identifier: GPL-2.0-or-later
//
// Figures of a query -> Xapian queries that meet them however they are written. Names Xapian:
// search internals only.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/quantities/quantity.h"
#include "search/plan/free_text.h"
#include "search/plan/plan_context.h"

namespace ibid {

// A leaf for each different one of the figures of `text` and way to meet it that the index knows.
void figure_leaves(PlanContext& context, std::string_view text,
                   const std::vector<Quantity>& figures, TermParts& parts);

// Where `text` as a whole is one figure: the last of `queries`, which asks for its words, or any
// passage with the figure.
void or_figure(PlanContext& context, std::string_view text, XapianQueries& queries);

}  // namespace ibid
