// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a passage holds of a claim, by the analysis that indexed it: words by their forms, names as
// sequences of words or by their aliases, figures however written. Pure, except for a table of name
// endings that search internals own.
#pragma once

#include "indexer/analysis/analyzer.h"
#include "search/claims/claim.h"
#include "search/claims/claim_units.h"

namespace ibid {

// All of a ClaimEvidence but rank, score and stale.
ClaimEvidence claim_overlap(const ClaimText& claim, StoredPassage passage, Analyzer& analyzer);

}  // namespace ibid
