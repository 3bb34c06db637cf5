// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quantities of a query -> Xapian queries that find them however they are written.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/quantities/quantity.h"
#include "search/plan/free_text.h"
#include "search/plan/plan_context.h"

namespace ibid {

// Adds a leaf for each different quantity of `text` and each way to match it that the index has.
void quantity_leaves(PlanContext& context, std::string_view text,
                     const std::vector<Quantity>& quantities, TermParts& parts);

// If `text` as a whole is one quantity, widens the last of `queries`, which asks for its words, to
// passages that have the quantity in any spelling.
void or_quantity(PlanContext& context, std::string_view text, XapianQueries& queries);

}  // namespace ibid
