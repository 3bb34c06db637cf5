// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is compared of passages that may repeat each other.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "search/audit/sentences/stem_analyzer.h"
#include "search/passages/stored_passage.h"

namespace ibid {

struct ComparedPassage {
  Xapian::docid document = 0;
  std::string id, report_id;
  std::uint32_t sequence = 0;          // in its report
  std::string text_sha256;             // of its report's extracted text; empty without one
  std::vector<std::uint64_t> triples;  // word_triples() of its text
  std::vector<std::string> sentences;  // sentence_term() of each
};

ComparedPassage compared(const StoredPassage& passage, StemAnalyzer& analyzer);
// `analysis`: of its text without citation marks.
ComparedPassage compared(const StoredPassage& passage, const Analysis& analysis);

}  // namespace ibid
