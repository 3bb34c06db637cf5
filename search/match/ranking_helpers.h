// SPDX-License-Identifier: GPL-2.0-or-later
//
// Threads that rank beside the one that asks. What reads an index is for one thread, so each helper
// opens the same state for itself, when it is first asked. Names Xapian: search internals only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "search/index/index_view.h"

namespace ibid {

// Thread: one object, one thread.
class RankingHelpers {
 public:
  static constexpr std::size_t kMost = 3;
  // `index`: the opened state, with its tables.
  explicit RankingHelpers(const IndexView& index);
  ~RankingHelpers();
  RankingHelpers(const RankingHelpers&) = delete;
  RankingHelpers& operator=(const RankingHelpers&) = delete;

  // How many are to help where so many postings are read: as many as have an idle processor, none
  // where one thread is done as soon. Asked once a query.
  std::size_t worthwhile(std::uint64_t postings);

  // Runs `own` here and at the same time `task` in `helpers` threads, up to kMost, each with what
  // it has opened; returns when all have ended. One that cannot be started, or cannot open the
  // state, does not help: `own` must do what is left. Throws what any of them has thrown.
  void run(std::size_t helpers, const std::function<void()>& own,
           const std::function<void(const IndexView&)>& task);

 private:
  class Helper;

  std::size_t start(std::size_t helpers);

  std::string directory_;  // of the database
  std::string commit_;     // the state: its version file
  std::shared_ptr<const PositionFile> places_;
  std::shared_ptr<const DeletedDocuments> gone_;
  std::vector<std::unique_ptr<Helper>> helpers_;
  bool asked_before_ = false;
};

// Of an opened state; made when they are first asked for, without a thread. Lender: what `index`
// keeps for the ranker.
RankingHelpers& ranking_helpers(const IndexView& index);

}  // namespace ibid
