// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of one state of an index by how they begin, each list read once: to compare a misspelt
// word with them then is a pass over a few numbers a word. And what was found for words asked for
// lately: a query asks twice for each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/index_view.h"
#include "search/index/recent_answers.h"
#include "search/words/similar_spellings.h"

namespace ibid {

// The letters of a word, in short. Each edit changes their number by one at most, and two bits.
struct SpellingShape {
  std::uint64_t bits = 0;  // a set of the letters, some of them sharing a bit
  std::size_t letters = 0;
};
// By the letters of syllables, as letters_of().
SpellingShape shape_of(std::string_view word);
bool may_be_near(const SpellingShape& a, const SpellingShape& b, std::size_t edits);

class SpellingList {
 public:
  void add(std::string_view word);
  std::uint64_t memory_bytes() const;

  // Calls `take(word)` for those that may be within `edits` of `shape`, in the order of terms.
  template <class Take>
  void each_near(const SpellingShape& shape, std::size_t edits, const Take& take) const {
    for (const Entry& entry : entries_) {
      if (!may_be_near(shape, {entry.bits, entry.letters}, edits)) continue;
      take(std::string_view(texts_).substr(entry.begin, entry.size));
    }
  }

 private:
  struct Entry {
    std::uint64_t bits = 0;
    std::uint32_t begin = 0;  // of texts_
    std::uint16_t size = 0, letters = 0;
  };
  std::vector<Entry> entries_;
  std::string texts_;
};

// Memory: up to 4 MB, but always the list that was asked for last, of kMaxExpansionScan words.
// Thread: one object, one thread.
class SpellingLists {
 public:
  // The words whose terms begin with `prefix`, each without the first `kind` bytes of its term. Of
  // all, the first kMaxExpansionScan. Owner: this object, until the next call. May throw
  // Xapian::Error.
  const SpellingList& beginning(const IndexView& index, const std::string& prefix,
                                std::size_t kind);

  RecentAnswers<std::vector<SimilarSpelling>>& answers() { return answers_; }

 private:
  std::map<std::string, SpellingList, std::less<>> lists_;  // by prefix
  std::uint64_t bytes_ = 0;
  RecentAnswers<std::vector<SimilarSpelling>> answers_;
};

// Those of the state, made on first use.
SpellingLists& spelling_lists(const IndexView& index);

}  // namespace ibid
