// SPDX-License-Identifier: GPL-2.0-or-later
//
// Threads that rank beside the caller's. The readers of an index are for one thread each, so each
// helper opens the same state for itself on first use.
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

  // How many helpers to use for this many postings: as many as have an idle processor, or none if
  // one thread is just as fast. Called once per query.
  std::size_t worthwhile(std::uint64_t postings);

  // Runs `own` here and, at the same time, `task` in `helpers` threads (up to kMost), each on the
  // state that it has opened; returns when all have finished. A helper that cannot be started, or
  // cannot open the state, does nothing: `own` must do what is left. Throws what any of them threw.
  void run(std::size_t helpers, const std::function<void()>& own,
           const std::function<void(const IndexView&)>& task);

 private:
  class Helper;

  std::size_t start(std::size_t helpers);

  std::string directory_;  // of the database
  std::string commit_;     // the state: its version file
  std::shared_ptr<const PositionFile> positions_;
  std::shared_ptr<const DeletedDocuments> deleted_;
  std::vector<std::unique_ptr<Helper>> helpers_;
  bool asked_before_ = false;
};

// The helpers of an opened state; made on first use, without threads yet. Owner: the ranking cache
// of `index`.
RankingHelpers& ranking_helpers(const IndexView& index);

}  // namespace ibid
