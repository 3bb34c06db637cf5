// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads on one unchanging state of an index. If a writer replaces that state meanwhile, the reads
// are repeated on the next; if the index is on several machines and one fails, without it.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "corpus/files/discover.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/glass/table_reader.h"
#include "search/index/busy_threads.h"
#include "search/index/index_snapshot.h"
#include "search/index/node_statistics.h"
#include "search/index/wanted_nodes.h"
#include "search/nodes/node_set.h"

namespace ibid {

// The purpose of a read, for errors: "cannot search the index in …".
enum class IndexUse : std::uint8_t { kOpen, kRead, kSearch, kVerify, kAudit, kExport };

// Thread: one object, one thread.
class IndexSession {
 public:
  // `index`: a folder, or a file of nodes. Throws Error{kIndex} as OpenIndex's constructor does.
  explicit IndexSession(const std::string& index, Nodes wanted = Nodes::kAny);

  IndexSnapshot& snapshot() { return *snapshot_; }
  // The folder of an index, or of its file of nodes.
  const IndexDir& dir() const { return dir_; }
  bool is_on_nodes() const { return nodes_ != nullptr; }
  // Increases when another state is opened: callers drop whatever they made from the last one.
  int opened() const { return opened_; }

  // Runs `action`, which returns a value; if a writer replaces the state, runs it again on the next
  // one. A run within another is part of it, so that an answer from several runs is of one state.
  //
  // Xapian throws DatabaseModifiedError if it reads a block of a later commit; our own readers
  // throw LaterState. From a block that is being overwritten they may get half of each version, and
  // answer anything. So an answer counts only if there was no commit since the state was opened: a
  // writer does not touch the blocks of the last commit.
  template <class Action>
  auto run(IndexUse use, Action&& action) {
    if (running_) return translating_all_but_modified(cannot(use), action);
    const Running running(running_);
    const BusyThreads busy(1);
    if (nodes_) return run_on_nodes(use, action);
    open_if_old();
    for (Patience patience;;) {
      try {
        auto answer = translating_all_but_modified(cannot(use), action);
        if (is_still_on_disk()) return answer;
      } catch (const Xapian::DatabaseModifiedError&) {
        expect_later_commit(use, patience);
      } catch (const glass::LaterState&) {
        expect_later_commit(use, patience);
      } catch (const std::exception&) {
        if (is_still_on_disk()) throw;
      }
      if (patience.ends()) give_up(use);
      open();
    }
  }
  template <class Action>
  auto run(Action&& action) {
    return run(IndexUse::kRead, std::forward<Action>(action));
  }

 private:
  using Clock = std::chrono::steady_clock;

  class Patience {
   public:
    bool ends() { return ++tries_ >= kTries && Clock::now() >= end_; }
    // Counts a block of a later commit without a later commit.
    bool ends_unmoved() { return ++unmoved_ >= kUnmoved; }

   private:
    static constexpr int kTries = 20, kUnmoved = 5;
    static constexpr std::chrono::seconds kTime{10};
    int tries_ = 0, unmoved_ = 0;
    Clock::time_point end_ = Clock::now() + kTime;
  };

  class Running {
   public:
    explicit Running(bool& running) : running_(running) { running_ = true; }
    ~Running() { running_ = false; }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

   private:
    bool& running_;
  };

  struct State {
    std::uint64_t build = 0;
    std::string commit;  // Xapian's version file, which each commit replaces
    bool operator==(const State&) const = default;
  };

  // A state on nodes is as it was opened, whatever comes after it.
  template <class Action>
  auto run_on_nodes(IndexUse use, Action& action) {
    if (nodes_->renew()) open_nodes();
    for (int failures = 0;; ++failures) {
      try {
        expect_nodes();
        return translating_all_but_modified(cannot(use), action);
      } catch (const Xapian::Error& error) {
        if (failures == kMostFailures || !nodes_->drop(error)) throw_as_ours(error, cannot(use));
      }
      open_nodes();
    }
  }

  void open_nodes();
  // Throws Error{kIndex} if too few answer.
  void expect_nodes() const;
  void open();
  void open_if_old();
  bool is_replaced();
  bool is_still_on_disk();
  State live_state() const;
  State state_on_disk() const;
  State state_of(std::uint64_t build) const;
  std::string cannot(IndexUse use) const;
  // Called after a block of a later commit was read. Throws if there repeatedly is no later commit.
  void expect_later_commit(IndexUse use, Patience& patience) const;
  [[noreturn]] void report_damage(IndexUse use) const;
  [[noreturn]] void give_up(IndexUse use) const;

  static constexpr int kMostFailures = 16;  // in one run

  std::unique_ptr<NodeSet> nodes_;  // null: the index is here
  Nodes wanted_ = Nodes::kAny;
  std::string file_;                   // of nodes
  std::shared_ptr<KnownTerms> terms_;  // of the nodes' builds `builds_`
  std::string builds_;
  State state_;                // the opened one
  Clock::time_point seen_at_;  // when it was last found on disk
  IndexDir dir_;
  std::optional<FileStamp> manifest_stamp_;  // of ibid.json, when it named the opened build
  std::unique_ptr<IndexSnapshot> snapshot_;
  int opened_ = 0;
  bool running_ = false;
};

}  // namespace ibid
