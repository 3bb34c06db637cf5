// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which passages a query finds, as document numbers: a page of them in the order asked for.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "indexer/records/passage_record.h"
#include "search/index/index_view.h"
#include "search/match/top_documents.h"
#include "search/passages/hit.h"
#include "search/plan/plan.h"
#include "search/plan/query_planner.h"

namespace ibid {

struct HitPage {
  std::vector<Candidate> hits;
  std::uint64_t matches = 0;  // of all pages
  bool exact = true;          // false: `matches` is an estimate
  // As SearchResult has them.
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets;
  // Of hits whose score has a part for it: where the words of the query stand closest.
  std::map<Xapian::docid, NearPlace> near = {};
  // Records that were read for that.
  std::map<Xapian::docid, PassageRecord> records = {};
  // Of folded_page(), for each of the hits: its rank, and the hits that it stands for.
  std::vector<std::uint64_t> ranks = {};
  std::vector<std::vector<Xapian::docid>> alike = {};
};

// Both throw what reading the index throws. Hits of equal score are in the order of passage ids,
// whatever document numbers the index's history gave them.

// The page of the plan's matches that `options` ask for.
HitPage matched_page(const QueryPlan& plan, const SearchOptions& options, const IndexView& index);
// The same, but a hit that says nearly the same as one before it only follows that one; as many
// hits as asked for are left, if there are.
HitPage folded_page(const QueryPlan& plan, const SearchOptions& options, const IndexView& index);
// At most `limit`, by score.
std::vector<Candidate> best_of(const Xapian::Query& query, std::uint64_t limit,
                               const IndexView& index);

// What a date: leaves out although nothing is known against it: of reports without a date.
struct UndatedMatches {
  std::uint64_t passages = 0, reports = 0;
};

// Passages that `plan`, made of `parsed`, does not match, and would if "no date" met every date: of
// it; those of excluded dates do not count. Throws like QueryPlanner::plan().
UndatedMatches undated_matches(const ParsedQuery& parsed, const QueryPlan& plan,
                               const QueryAliases& names, QueryPlanner& planner,
                               const IndexView& index);

}  // namespace ibid
