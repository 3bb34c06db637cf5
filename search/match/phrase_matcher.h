// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether a passage holds a phrase, by where its words stand. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "search/index/position_reader.h"

namespace ibid {

// For each word of a phrase the terms that may stand in its place.
using PhrasePositions = std::vector<PositionTerms>;

struct Phrase {
  PhrasePositions places;
  std::uint32_t window = 0;  // words that it may stretch over; as many as there are places at least
};

// Thread: one object, one thread. Throws Error{kIndex} where places are damaged, and what Xapian
// throws.
class PhraseMatcher {
 public:
  // `database`: the one that is searched, of which `places` is.
  PhraseMatcher(const Xapian::Database& database, std::shared_ptr<const PositionFile> places)
      : reader_(database, std::move(places)) {}

  void add(Phrase phrase);
  std::size_t size() const { return phrases_.size(); }

  // Docids ascend from call to call.
  void move_to(Xapian::docid document) { reader_.move_to(document); }
  // Whether the passage holds the phrase, by its number, from 0. `words_known`: it is known to hold
  // a term of each place.
  bool holds(std::size_t phrase, bool words_known);

 private:
  bool holds_side_by_side(const PhrasePositions& places, std::size_t first_word, bool words_known);
  bool follow(const Phrase& phrase, std::uint32_t first) const;

  PositionReader reader_;
  std::vector<Phrase> phrases_;
  std::vector<std::size_t> first_words_;               // of each phrase, as the reader numbers them
  std::vector<std::vector<std::uint32_t>> positions_;  // of each word, in the passage at hand
};

}  // namespace ibid
