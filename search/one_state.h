// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs reads on one unchanging state of an index. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>

#include "corpus/error.h"
#include "indexer/glass/table_reader.h"
#include "indexer/glass/version_file.h"
#include "indexer/index_dir.h"
#include "indexer/xapian_error.h"
#include "search/busy_threads.h"
#include "search/index_snapshot.h"

namespace ibid {

// Thread: one object, one thread.
class OneState {
 public:
  // Throws Error{kIndex} as Searcher's constructor does.
  explicit OneState(const std::string& index_dir) : dir_(index_dir) { open(); }

  IndexSnapshot& snapshot() { return *snapshot_; }
  const IndexDir& dir() const { return dir_; }
  // Goes up when another state takes the place of the last: what was made from that is to be
  // dropped.
  int opened() const { return opened_; }

  // Runs `action`, which returns a value; where a writer takes the state away, again on the next.
  // `what` says what failed: "cannot search the index in ".
  //
  // Xapian throws DatabaseModifiedError where it reads a block of a later commit, and our own
  // readers LaterState. Of a block that is being overwritten they may get a half of each, and
  // answer anything; so what was read counts only if there was no commit since the state was
  // opened: a writer spares the blocks of the last one.
  template <class Action>
  auto run(const std::string& what, Action&& action) {
    const BusyThreads busy(1);
    // What is read of an old one would not count; and after many commits, hardly a block is of it.
    const bool was_idle = Clock::now() - looked_at_ > kIdle;
    if (was_idle && state_on_disk() != state_) open();
    for (Patience patience;;) {
      try {
        auto answer = translating_xapian_errors(what + dir_.path(), action);
        const Clock::time_point now = Clock::now();
        if (state_on_disk() == state_) {
          looked_at_ = now;
          return answer;
        }
      } catch (const Xapian::DatabaseModifiedError&) {
        if (state_on_disk() == state_ && patience.ends_unmoved()) tell_damage(what);
      } catch (const glass::LaterState&) {
        if (state_on_disk() == state_ && patience.ends_unmoved()) tell_damage(what);
      } catch (const std::exception&) {
        if (state_on_disk() == state_) throw;
      }
      if (patience.ends()) give_up(what);
      open();
    }
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds kIdle{10};

  class Patience {
   public:
    bool ends() { return ++tries_ >= kTries && Clock::now() >= end_; }
    // Once more a block of a later commit, and no later commit.
    bool ends_unmoved() { return ++unmoved_ >= kUnmoved; }

   private:
    static constexpr int kTries = 20, kUnmoved = 5;
    static constexpr std::chrono::seconds kTime{10};
    int tries_ = 0, unmoved_ = 0;
    Clock::time_point end_ = Clock::now() + kTime;
  };

  // A writer may commit, or a rebuild take the place of the database, also while it is opened.
  void open() {
    const std::string what = "cannot open the index in ";
    for (Patience patience;;) {
      state_ = live_state();
      try {
        translating_xapian_errors(what + dir_.path(),
                                  [&] { snapshot_ = std::make_unique<IndexSnapshot>(dir_); });
        ++opened_;
        if (live_state() == state_) return;
      } catch (const Xapian::DatabaseModifiedError&) {
        if (live_state() == state_ && patience.ends_unmoved()) tell_damage(what);
      } catch (const std::exception&) {
        if (live_state() == state_) throw;
      }
      if (patience.ends()) give_up(what);
    }
  }

  struct State {
    std::uint64_t build = 0;
    std::string commit;  // Xapian's version file, which each commit replaces
    bool operator==(const State&) const = default;
  };

  State live_state() const {
    const auto manifest = dir_.manifest();
    return state_of(manifest ? manifest->build : 0);
  }

  // Of the database that is open. One that a rebuild replaced and a writer removed does not change
  // any more.
  State state_on_disk() const {
    State state = state_of(state_.build);
    return state.commit.empty() ? state_ : state;
  }

  State state_of(std::uint64_t build) const {
    return {build, glass::read_version_file(dir_.database(build))};
  }

  [[noreturn]] void tell_damage(const std::string& what) const {
    throw Error(ErrorKind::kIndex, what + dir_.path() +
                                       ": a block of it is of no commit that was made; the index "
                                       "is damaged: run `ibid index --rebuild`");
  }

  [[noreturn]] void give_up(const std::string& what) const {
    throw Error(ErrorKind::kIndex, what + dir_.path() +
                                       ": a writer changes it faster than it can be read; try "
                                       "again later");
  }

  State state_;                  // as it was opened
  Clock::time_point looked_at_;  // when the disk had it last
  IndexDir dir_;
  std::unique_ptr<IndexSnapshot> snapshot_;
  int opened_ = 0;
};

}  // namespace ibid
