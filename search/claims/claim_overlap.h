// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a passage holds of a claim and what it says differently, by the analysis that indexed it.
// Pure, except for a table of name endings that search internals own.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/claims/parts/claim.h"
#include "search/claims/parts/claim_units.h"

namespace ibid {

struct ClaimOverlap {
  ClaimEvidence evidence;  // all of it but rank, score, stale and alike
  // It has all names of the claim, and a figure like one that it lacks.
  bool has_like_figure = false;
  // To tell near copies: see shingles.h; the figures with their units.
  std::vector<std::uint64_t> triples;
  std::set<std::string> figures;
};
ClaimOverlap claim_overlap(const ClaimText& claim, StoredPassage passage, Analyzer& analyzer);

}  // namespace ibid
