// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/compared_passage.h"

#include "indexer/analysis/shingles.h"
#include "indexer/analysis/unanalyzed.h"

namespace ibid {

ComparedPassage compared(const StoredPassage& passage, StemAnalyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(passage.text, unanalyzed_ranges(passage.text), passage.markup, analysis);
  return compared(passage, analysis);
}

ComparedPassage compared(const StoredPassage& passage, const Analysis& analysis) {
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

}  // namespace ibid
