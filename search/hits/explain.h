// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which parts of the query match each hit, and what each adds to its score.
#pragma once

#include <xapian.h>

#include <map>
#include <vector>

#include "search/index/index_view.h"
#include "search/passages/hit.h"
#include "search/plan/plan.h"

namespace ibid {

// By document; the scores of one document add up to the score of the whole query.
std::map<Xapian::docid, std::vector<TermMatch>> explain_matches(
    const QueryPlan& plan, const IndexView& index, const std::vector<Xapian::docid>& documents);

// By document, in the plan's order.
std::map<Xapian::docid, std::vector<AliasMatch>> matching_aliases(
    const QueryPlan& plan, const IndexView& index, const std::vector<Xapian::docid>& documents);

}  // namespace ibid
