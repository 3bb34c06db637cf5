// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages that have a quantity within a range, by amount, percentage or year.
#pragma once

#include <xapian.h>

#include "search/plan/plan_context.h"
#include "search/query/query.h"

namespace ibid {

// `field`: kAmount, kPercent or kYear. A single amount also means those that agree with it when
// rounded. Scores nothing; reads one value of each passage that has quantities.
Xapian::Query quantity_filter(PlanContext& context, Field field, const QuantityRange& range);

// Of amounts that agree when rounded the one asked for comes first: adds to `preferred` what scores
// it, if `field` asks for a single amount that the index has.
void prefer_exact_amount(PlanContext& context, const QueryNode& field, XapianQueries& preferred);

}  // namespace ibid
