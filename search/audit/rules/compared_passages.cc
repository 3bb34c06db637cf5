// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/compared_passages.h"

#include "indexer/analysis/shingles.h"
#include "indexer/analysis/unanalyzed.h"

namespace ibid {

ComparedPassage compared(const StoredPassage& passage, StemAnalyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(passage.text, unanalyzed_ranges(passage.text), passage.markup, analysis);
  ComparedPassage made;
  made.document = passage.document;
  made.id = passage.id;
  made.report_id = passage.report.id;
  made.sequence = passage.sequence;
  if (passage.report.extraction) made.text_sha256 = passage.report.extraction->text_sha256;
  made.triples = word_triples(analysis);
  for (const ByteRange sentence : passage.sentences) {
    made.sentences.push_back(sentence_term(analysis, sentence));
  }
  return made;
}

std::shared_ptr<const ComparedPassage> ComparedPassages::of(Xapian::docid document) {
  const auto known = known_.find(document);
  if (known != known_.end()) return known->second;
  auto passage =
      std::make_shared<const ComparedPassage>(compared(snapshot_.passage(document), analyzer_));
  known_.erase(kept_[next_]);
  kept_[next_] = document;
  next_ = (next_ + 1) % kMostKept;
  known_.emplace(document, passage);
  return passage;
}

}  // namespace ibid
