// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index report by report, in the order of their ids. Each report is read on one state; where a
// writer commits meanwhile, those that follow are read on the next. Names Xapian: search internals
// only.
#pragma once

#include <optional>
#include <string>

#include "search/index/index_session.h"
#include "search/index/take_report.h"

namespace ibid {

// Thread: that of the session.
class ReportWalk {
 public:
  // `session`: lent for the object's life. `use`: what is done with the reports.
  ReportWalk(IndexSession& session, IndexUse use) : session_(session), use_(use) {}

  // Calls, for each report:
  //   begin_state()  before anything is read on a state: what was remembered of another is no more
  //   read(id)       -> std::optional<What>; nothing: the report is passed over
  //   take(what)     -> Next, with what was read
  // `read` may be called again for the same report, `take` is not. False where it was stopped.
  template <class BeginState, class Read, class Take>
  bool run(BeginState&& begin_state, Read&& read, Take&& take) {
    std::string last;  // report done
    while (const auto what = next(last, begin_state, read)) {
      if (take(*what) == Next::kStop) return false;
    }
    return true;
  }

 private:
  // Of the first report after `last` that is not passed over, which then is `last`.
  template <class BeginState, class Read>
  auto next(std::string& last, BeginState& begin_state, Read& read) {
    std::string id;
    auto what = session_.run(use_, [&] {
      if (session_.opened() != begun_) {
        begin_state();
        begun_ = session_.opened();
      }
      id = last;
      decltype(read(id)) found;
      while (!found) {
        const auto after = session_.snapshot().report_after(id);
        if (!after) break;
        id = *after;
        found = read(id);
      }
      return found;
    });
    last = id;
    return what;
  }

  IndexSession& session_;
  IndexUse use_;
  int begun_ = 0;  // of IndexSession::opened(): the state that begin_state() was called on
};

}  // namespace ibid
