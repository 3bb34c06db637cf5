// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of many texts with their stems. The forms of a word are worked out when its spelling
// first comes; of others only the stem is wanted, which is then known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace ibid {

// Thread: one object, one thread.
class StemAnalyzer {
 public:
  // As Analyzer::analyze_words().
  void analyze(std::string_view text, const std::vector<ByteRange>& skip,
               const std::vector<ByteRange>& markup, Analysis& out);

  // Of a word of the last analysis: its Korean noun or English stem; its surface form if it has
  // neither. Lender: this object and `analysis`, until the next one.
  std::string_view stem_of(const Analysis& analysis, const Word& word) const;

 private:
  Analyzer analyzer_;
  std::uint32_t generation_ = 0;
  std::vector<std::string> stems_;  // by Word::known
};

}  // namespace ibid
