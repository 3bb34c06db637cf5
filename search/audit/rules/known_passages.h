// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages of other reports, with the few that were asked for last kept: reports made from the same
// text are compared with the same passages.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

#include "search/index/index_snapshot.h"

namespace ibid {

// May throw Xapian::Error. Thread: the snapshot's.
class KnownPassages {
 public:
  // `snapshot` is lent for the object's life.
  explicit KnownPassages(IndexSnapshot& snapshot) : snapshot_(snapshot), kept_(kMostKept) {}

  std::shared_ptr<const StoredPassage> of(Xapian::docid document);

 private:
  static constexpr std::size_t kMostKept = 2048;  // some 6 MB

  IndexSnapshot& snapshot_;
  std::unordered_map<Xapian::docid, std::shared_ptr<const StoredPassage>> known_;
  std::vector<Xapian::docid> kept_;  // a ring of those in known_, the oldest at next_; 0: free
  std::size_t next_ = 0;
};

}  // namespace ibid
