// SPDX-License-Identifier: GPL-2.0-or-later
//
// The figures, dates and sources of two passages: which only one has, and which both have. Pure.
#pragma once

#include <string>
#include <vector>

#include "search/passages/stored_passage.h"

namespace ibid {

struct SharedParts {
  std::vector<std::string> only_a, only_b, both;  // as written, in the order of the text; each once
};

// Equal however written: "$240.1 billion" and "2,401억 달러". Rounded ones differ.
SharedParts shared_figures(const StoredPassage& a, const StoredPassage& b);
// Equal if they may be the same day: "June 19" and "19 June 2024".
SharedParts shared_days(const StoredPassage& a, const StoredPassage& b);
// Source ids, words or addresses.
SharedParts shared_sources(const StoredPassage& a, const StoredPassage& b);

}  // namespace ibid
