// SPDX-License-Identifier: GPL-2.0-or-later
//
// The terms of the document at hand, counted as they come.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/index_sink.h"
#include "indexer/large_pages.h"
#include "indexer/vocabulary.h"

namespace ibid {

// Thread: one object, one thread.
class DocumentTerms {
 public:
  explicit DocumentTerms(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void begin();
  // Once more, without a position.
  void count(TermId id) { ++slot(id).wdf; }
  // Once more, there. Positions of one term ascend and come once each.
  void count_at(TermId id, std::uint32_t position);
  // Holds the term, which does not count (wdf stays).
  void mention(TermId id) { slot(id); }

  std::uint64_t memory_bytes() const { return slots_.capacity() * sizeof(Slot); }

  // Fills `out.terms` and what their positions lie in.
  void write(IndexDocument& out);

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Slot {
    std::uint32_t document = 0;  // whose numbers these are
    std::uint32_t wdf = 0;
    std::uint32_t first = kNone, last = kNone;  // in links_
  };
  struct Link {
    std::uint32_t position, next;
  };

  Slot& slot(TermId id) {
    if (id >= slots_.size()) slots_.resize(vocabulary_.size());
    Slot& slot = slots_[id];
    if (slot.document != document_) {
      slot = {document_, 0, kNone, kNone};
      held_.emplace_back(vocabulary_.leading(id), id);
    }
    return slot;
  }

  const Vocabulary& vocabulary_;
  std::uint32_t generation_ = 0;  // of the vocabulary
  std::uint32_t document_ = 0;    // counts
  LargeVector<Slot> slots_;       // by TermId
  std::vector<std::pair<std::uint64_t, TermId>> held_;
  std::vector<Link> links_;
};

}  // namespace ibid
