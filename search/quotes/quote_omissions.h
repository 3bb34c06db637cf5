// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an ellipsis leaves out, and whether that turns the sense of what it leaves: a negation, a
// hedge or a restriction. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/quotes/forms/quote_answer.h"
#include "search/quotes/quote_matches.h"

namespace ibid {

// The words among those left out without which the quotation says something else, in order of
// gravity; empty if it may leave them out.
std::vector<QuoteChange> turning_omissions(const std::vector<std::string>& left_out,
                                           Analyzer& analyzer);

// What the quotation made of a place where it left out what it may not: an alteration without
// place. `text`: what the place is of.
QuoteAlteration turned_quotation(std::string_view text, const NormalFormMatch& place,
                                 std::string_view quotation, Analyzer& analyzer);

}  // namespace ibid
