// SPDX-License-Identifier: GPL-2.0-or-later
//
// The boards of the last audits, so that the next filter, page or reader of the same needs no other
// audit: one of a large index takes long. A board is given out as long as nothing that it was made
// from has changed: the index, names, and the files that it calls stale or not.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "tools/serve/audit_pages/audit_board.h"
#include "tools/serve/page/page_visit.h"
#include "tools/serve/questions/answer_state.h"

namespace ibid {

// Thread: safe; one audit at a time, so that readers who ask for the same get it from one.
class AuditBoards {
 public:
  static constexpr std::size_t kMost = 3;  // each holds kMostFindings findings at most

  // Throws what audit_board() throws.
  std::shared_ptr<const AuditBoard> board(const PageVisit& visit, const AuditOptions& options);
  std::size_t audits() const { return audits_; }  // that were made

 private:
  struct Kept {
    std::string question;
    std::shared_ptr<const AuditBoard> board;
    AnswerState state;
  };

  std::mutex mutex_;
  std::list<Kept> kept_;  // the latest first
  std::size_t audits_ = 0;
};

}  // namespace ibid
