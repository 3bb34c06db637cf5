// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which bytes of a passage match the query, by the same analysis that indexed it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/text/byte_range.h"
#include "corpus/text/unmarked_text.h"
#include "search/match/kept_terms.h"
#include "search/plan/plan.h"

namespace ibid {

struct Highlight {
  ByteRange range;         // of the text; on character edges
  std::size_t target = 0;  // which word or phrase of the plan: words first, then phrases
};

// Finds the words of one query in passages. Thread: one object, one thread.
class Highlighter {
 public:
  // Both are lent for the object's life.
  Highlighter(const QueryPlan& plan, KeptTerms& text);

  // Ascending by begin; may overlap if two query words match one text word. `markup`: the text's
  // signs (Passage::markup).
  std::vector<Highlight> find(std::string_view text, const std::vector<ByteRange>& markup);

 private:
  bool may_be_sought(std::uint32_t hash) const {
    return (sought_[hash / 64 % sought_.size()] >> hash % 64 & 1U) != 0;
  }
  void seek(const std::string& term, std::size_t target);
  ByteRange place(std::size_t w, const KeptTerm& term) const;
  void words(std::size_t w, std::span<const KeptTerm> terms);
  void bigram_runs(std::size_t w);
  void phrases();
  bool phrase_at(std::size_t w, const HighlightPhrase& phrase) const;
  void quantities(std::string_view text, const std::vector<ByteRange>& skip,
                  const std::vector<ByteRange>& markup);

  const QueryPlan& plan_;
  KeptTerms& text_;
  std::unordered_multimap<std::string, std::size_t> targets_;  // by term
  std::array<std::uint64_t, 64> sought_{};                     // bits of the hashes of their terms
  bool has_bigrams_ = false, has_quantity_ = false;
  const UnmarkedText* signs_ = nullptr;  // of the text, if it has any
  std::vector<Highlight> found_;
};

// The same as plain ranges, with overlapping and touching ones merged.
std::vector<ByteRange> merged_ranges(const std::vector<Highlight>& highlights);

}  // namespace ibid
