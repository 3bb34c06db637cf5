// SPDX-License-Identifier: GPL-2.0-or-later
//
// The terms of the document at hand, counted as they come.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/index_sink.h"
#include "indexer/large_pages.h"
#include "indexer/vocabulary.h"
#include "indexer/word_places.h"

namespace ibid {

// Thread: one object, one thread.
class DocumentTerms {
 public:
  explicit DocumentTerms(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void begin();
  // Once more, without a position.
  void count(TermId id) { ++slot(id).wdf; }
  // Once more, there.
  void count_at(TermId id, std::uint32_t position);
  // Holds the term, which does not count: an exact value.
  void mention(TermId id) { slot(id); }

  std::uint64_t memory_bytes() const { return slots_.capacity() * sizeof(Slot); }

  // Fills the terms of `out` and its places (word_places.h).
  void write(IndexDocument& out);

 private:
  struct Slot {
    std::uint32_t document = 0;  // whose numbers these are
    std::uint32_t wdf = 0;
    std::uint32_t placed = 0;  // in placed_, + 1; 0: stands nowhere
  };

  Slot& slot(TermId id) {
    if (id >= slots_.size()) slots_.resize(vocabulary_.size());
    Slot& slot = slots_[id];
    if (slot.document != document_) {
      slot = {document_, 0, 0};
      held_.push_back(id);
    }
    return slot;
  }

  const Vocabulary& vocabulary_;
  std::uint32_t generation_ = 0;  // of the vocabulary
  std::uint32_t document_ = 0;    // counts
  LargeVector<Slot> slots_;       // by TermId
  std::vector<TermId> held_;
  std::vector<std::uint64_t> placed_;  // place_hash of the terms that stand somewhere
  std::vector<WordPlace> places_;
  WordPlacesEncoder encoder_;
};

}  // namespace ibid
