// SPDX-License-Identifier: GPL-2.0-or-later
//
// The positions of words in passages: reads the file of positions and schema::kSlotPlaces, passage
// by passage.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/records/position_file.h"
#include "indexer/records/word_positions.h"

namespace ibid {

// The terms that one word of a phrase may be.
using PositionTerms = std::vector<std::string>;

// Thread: one object, one thread. Throws Error{kIndex} if a passage's positions are damaged, and
// whatever Xapian throws.
class PositionReader {
 public:
  // How the values of passages that the file does not cover are read: one after the other, or each
  // with its document, where each step of a stream would be a message.
  enum class Values : std::uint8_t { kByStream, kByDocument };
  // `database`: the one that is searched; `file` belongs to it.
  PositionReader(const Xapian::Database& database, std::shared_ptr<const PositionFile> file,
                 Values values = Values::kByStream);

  // Adds a word to look for. Returns its number, from 0.
  std::size_t add(const PositionTerms& terms);

  // Moves to a passage; docids ascend from call to call.
  void move_to(Xapian::docid document);

  // How many words the passage has.
  std::size_t words() const { return positions_.words(); }

  // The positions of any of the word's terms in the passage: ascending, each once. `known_held`:
  // the word has a single term, and the passage is known to hold it.
  void find(std::size_t word, bool known_held, std::vector<std::uint32_t>& positions);
  // True if any of the terms occurs at `position`.
  bool occurs(std::size_t word, std::uint32_t position, bool known_held);
  // True if the passage has one of the terms, which may be any terms of the index.
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
  const Values values_read_;
  // For documents that the file does not cover; opened for the first of them.
  std::optional<Xapian::ValueIterator> values_;
  std::vector<std::vector<Term>> words_;
  Xapian::docid document_ = 0;
  std::string value_;
  WordPositions positions_;
};

}  // namespace ibid
