// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where words stand in passages: reads the file of places and schema::kSlotPlaces, passage by
// passage. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "indexer/records/position_file.h"
#include "indexer/records/word_positions.h"

namespace ibid {

// The terms that one word of a phrase may be.
using PositionTerms = std::vector<std::string>;

// Thread: one object, one thread. Throws Error{kIndex} where a passage's places are damaged, and
// what Xapian throws.
class PositionReader {
 public:
  // `database`: the one that is searched, of which `places` is.
  PositionReader(const Xapian::Database& database, std::shared_ptr<const PositionFile> places);

  // A word to look for. Returns its number, from 0.
  std::size_t add(const PositionTerms& terms);

  // Moves to a passage; docids ascend from call to call.
  void move_to(Xapian::docid document);

  // How many words the passage has.
  std::size_t words() const { return places_.words(); }

  // Where the passage has any of the terms: ascending, each once. `known_held`: the passage is
  // known to hold the term, of which there is only one.
  void find(std::size_t word, bool known_held, std::vector<std::uint32_t>& positions);
  // Whether it has any of them there.
  bool stands(std::size_t word, std::uint32_t position, bool known_held);
  // The passage has one of the terms, which may be any of the index.
  bool holds(std::size_t word);

 private:
  struct Term {
    std::string term;
    std::uint64_t hash = 0;
    Xapian::PostingIterator postings;
    bool opened = false;
  };
  bool holds(Term& term);

  const Xapian::Database database_;
  const std::shared_ptr<const PositionFile> file_;
  Xapian::ValueIterator values_, end_;  // of documents that the file does not cover
  std::vector<std::vector<Term>> words_;
  Xapian::docid document_ = 0;
  std::string value_;
  WordPositions places_;
};

}  // namespace ibid
