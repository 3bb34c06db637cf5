// SPDX-License-Identifier: GPL-2.0-or-later
//
// "Did you mean": replaces words of the query that the index does not have by similar words that it
// has.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"

namespace ibid {

// `query` with each unknown word replaced by the most frequent of the nearest words within one edit
// (two from eight letters on; Korean is compared by letters, not by syllables). Nothing if all
// words are known or none has a near word. Words of deleted passages only are not known. May throw
// Xapian::Error.
std::optional<std::string> suggest(std::string_view query, const IndexView& index,
                                   Analyzer& analyzer);

// What is offered for `query`, with a word as typed wherever one of `shown` is the offered word or
// begins with it; nothing if no other word is offered. `shown`: words that the hits have and that
// were looked for, folded (normalize.h).
std::optional<std::string> still_to_offer(std::string_view query, std::string_view suggestion,
                                          const std::vector<std::string>& shown);

}  // namespace ibid
