// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a passage holds of a claim, told by the analysis that indexed it: words by their forms,
// names as runs of words or by their other names, figures however written. Pure, but for a table
// of name endings that search internals own.
#pragma once

#include "indexer/analysis/analyzer.h"
#include "search/claims/claim.h"
#include "search/claims/claim_units.h"

namespace ibid {

// All of a ClaimEvidence but rank, score and stale.
ClaimEvidence claim_overlap(const ClaimText& claim, StoredPassage passage, Analyzer& analyzer);

}  // namespace ibid
