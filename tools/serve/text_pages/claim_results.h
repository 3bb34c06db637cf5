// SPDX-License-Identifier: GPL-2.0-or-later
//
// Claims and what passages hold of them, as rows of a table.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/claims/parts/claim.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// A claim that was compared, or why it was not.
struct ClaimRow {
  std::size_t number = 1;  // of its line or sentence
  std::string text;
  ClaimAnswer answer;
  std::string error;  // empty: `answer` is there
};

void write_claim_table(HtmlWriter& html, const PageVisit& visit, const std::vector<ClaimRow>& rows);

}  // namespace ibid
