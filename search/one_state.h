// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs reads on one unchanging state of an index. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "corpus/error.h"
#include "indexer/index_dir.h"
#include "indexer/xapian_error.h"
#include "search/snapshot.h"

namespace ibid {

// Thread: one object, one thread.
class OneState {
 public:
  // Throws Error{kIndex} as Searcher's constructor does.
  explicit OneState(const std::string& index_dir) : dir_(index_dir) { open(); }

  Snapshot& snapshot() { return *snapshot_; }
  const IndexDir& dir() const { return dir_; }
  // Goes up when another state takes the place of the last: what was made from that is to be
  // dropped.
  int opened() const { return opened_; }

  // Runs `action`; where a writer takes the state away, again on the next. `what` says what failed:
  // "cannot search the index in ".
  template <class Action>
  auto run(const std::string& what, Action&& action) {
    constexpr int kTries = 20;
    for (int left = kTries;; --left) {
      try {
        return translating_xapian_errors(what + dir_.path(), action);
      } catch (const Xapian::DatabaseModifiedError&) {
        if (left == 1) {
          throw Error(ErrorKind::kIndex, what + dir_.path() +
                                             ": a writer changes it faster than it can be read; "
                                             "try again later");
        }
        open();
      }
    }
  }

 private:
  void open() {
    translating_xapian_errors("cannot open the index in " + dir_.path(),
                              [&] { snapshot_ = std::make_unique<Snapshot>(dir_); });
    ++opened_;
  }

  IndexDir dir_;
  std::unique_ptr<Snapshot> snapshot_;
  int opened_ = 0;
};

}  // namespace ibid
