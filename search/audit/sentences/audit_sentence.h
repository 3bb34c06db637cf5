// SPDX-License-Identifier: GPL-2.0-or-later
//
// A sentence as the audit's rules see it: its words, figures and quotations, and whether it cites
// or needs a source.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/report/source_id.h"
#include "indexer/quantities/quantity.h"
#include "search/audit/sentences/stem_analyzer.h"
#include "search/passages/stored_passage.h"

namespace ibid {

struct ContentWord {
  std::string stem;  // folded; English stem, or Korean word without its particles
  ByteRange text;    // of the passage's text
};

struct AuditSentence {
  std::size_t passage = 0;  // in ReportView::passages
  ByteRange text;           // of the passage's text, citation marks included
  bool cited = false;       // it holds a mark or a citation
  bool own = false;         // see speaks_for_itself(): it needs no source
  std::vector<ContentWord> words;
  std::vector<Quantity> quantities;   // ranges are of the passage's text; no "Resolution 1874"
  std::vector<ByteRange> quotations;  // of the passage's text, without their quotes
};

// Appends the sentences of `passage`, which is number `index` of its list.
// Returns the analysis of the text without its marks; nothing if the passage has citations outside
// of marks, which are left out as well.
std::optional<Analysis> add_sentences(std::size_t index, const StoredPassage& passage,
                                      const std::vector<CitationMark>& marks,
                                      StemAnalyzer& analyzer,
                                      std::vector<AuditSentence>& sentences);

}  // namespace ibid
