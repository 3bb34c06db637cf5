// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is compared of passages that may repeat each other, with that of the last ones kept: reports
// made from the same text are compared with the same passages.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/audit/sentences/stem_analyzer.h"
#include "search/index/index_snapshot.h"

namespace ibid {

struct ComparedPassage {
  Xapian::docid document = 0;
  std::string id, report_id;
  std::uint32_t sequence = 0;          // in its report
  std::string text_sha256;             // of its report's extracted text; empty without one
  std::vector<std::uint64_t> triples;  // word_triples() of its text
  std::vector<std::string> sentences;  // sentence_term() of each
};

// May throw Xapian::Error. Thread: the snapshot's.
class ComparedPassages {
 public:
  // Both are lent for the object's life.
  ComparedPassages(IndexSnapshot& snapshot, StemAnalyzer& analyzer)
      : snapshot_(snapshot), analyzer_(analyzer), kept_(kMostKept) {}

  std::shared_ptr<const ComparedPassage> of(Xapian::docid document);

 private:
  static constexpr std::size_t kMostKept = 8192;  // some 8 MB

  IndexSnapshot& snapshot_;
  StemAnalyzer& analyzer_;
  std::unordered_map<Xapian::docid, std::shared_ptr<const ComparedPassage>> known_;
  std::vector<Xapian::docid> kept_;  // a ring of those in known_, the oldest at next_; 0: free
  std::size_t next_ = 0;
};

// Of a passage as it was read.
ComparedPassage compared(const StoredPassage& passage, StemAnalyzer& analyzer);

}  // namespace ibid
