// SPDX-License-Identifier: GPL-2.0-or-later
//
// Decides whether a passage holds a phrase, by the positions of its words.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "search/index/position_reader.h"

namespace ibid {

// For each position of a phrase, the terms that may occur there.
using PhrasePositions = std::vector<PositionTerms>;

struct Phrase {
  PhrasePositions positions;
  std::uint32_t window = 0;  // the phrase may span this many words; at least positions.size()
};

// Thread: one object, one thread. Throws Error{kIndex} if positions are damaged, and whatever
// Xapian throws.
class PhraseMatcher {
 public:
  // `database`: the one that is searched; `positions` is its file.
  PhraseMatcher(const Xapian::Database& database, std::shared_ptr<const PositionFile> positions)
      : reader_(database, std::move(positions)) {}

  void add(Phrase phrase);
  std::size_t size() const { return phrases_.size(); }

  // Docids ascend from call to call.
  void move_to(Xapian::docid document) { reader_.move_to(document); }
  // True if the passage holds the phrase with this number (from 0, in the order of add()).
  // `words_known`: the passage is known to hold a term of each position.
  bool holds(std::size_t phrase, bool words_known);

 private:
  bool holds_side_by_side(const PhrasePositions& words, std::size_t first_word, bool words_known);
  bool follow(const Phrase& phrase, std::uint32_t first) const;

  PositionReader reader_;
  std::vector<Phrase> phrases_;
  std::vector<std::size_t> first_words_;               // of each phrase, by the reader's numbers
  std::vector<std::vector<std::uint32_t>> positions_;  // of each word, in the current passage
};

}  // namespace ibid
