// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which passages have all of some phrases. Reads the lists of the words itself, the shortest first:
// Xapian's matcher takes longer to start. Names Xapian: search internals only. Any function may
// throw Xapian::Error, and what the readers of the tables throw.
#pragma once

#include <xapian.h>

#include <vector>

#include "search/index/index_view.h"
#include "search/match/phrase_matcher.h"

namespace ibid {

// What a passage must have: all of these phrases. Each is words side by side, each word any of some
// terms, at least one. None: no passage is looked for.
using WantedPhrases = std::vector<PhrasePositions>;

// Ascending, without deleted ones.
std::vector<Xapian::docid> documents_with(const WantedPhrases& phrases, const IndexView& index);

// All passages, likewise.
std::vector<Xapian::docid> all_documents(const IndexView& index);

}  // namespace ibid
