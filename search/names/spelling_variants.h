// SPDX-License-Identifier: GPL-2.0-or-later
//
// Other spellings of English words: defence of defense, ceasefire of cease-fire.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/token.h"
#include "search/index/index_view.h"

namespace ibid {

struct SpellingVariants {
  std::size_t words = 1;           // of the query that they stand for: 2 for "cease-fire"
  std::vector<std::string> texts;  // folded; each made of words of the index, not of the query's
};

// Of the query's word `first`, or of that and the next one. `text`: of `analysis`. May throw
// Xapian::Error.
SpellingVariants spelling_variants(const IndexView& index, const Analysis& analysis,
                                   std::string_view text, std::size_t first);

}  // namespace ibid
