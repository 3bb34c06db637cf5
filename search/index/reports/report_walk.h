// SPDX-License-Identifier: GPL-2.0-or-later
//
// Walks an index report by report, in the order of their ids. Each report is read on one state; if
// a writer commits meanwhile, the following reports are read on the next state.
#pragma once

#include <optional>
#include <string>

#include "search/index/index_session.h"
#include "search/index/take_report.h"

namespace ibid {

// Thread: the session's.
class ReportWalk {
 public:
  // `session`: borrowed for the object's lifetime. `use`: the purpose of the reads.
  ReportWalk(IndexSession& session, IndexUse use) : session_(session), use_(use) {}

  // Calls, for each report:
  //   begin_state()  before the first read on a state: drop what was remembered of another
  //   read(id)       -> std::optional<What>; nothing: the report is skipped
  //   take(what)     -> Next; `what` is what was read
  // `read` may be called again for the same report; `take` is not. Returns false if `take` stopped.
  template <class BeginState, class Read, class Take>
  bool run(BeginState&& begin_state, Read&& read, Take&& take) {
    std::string last;  // report done
    while (const auto what = next(last, begin_state, read)) {
      if (take(*what) == Next::kStop) return false;
    }
    return true;
  }

 private:
  // Reads the first report after `last` that is not skipped; `last` is then that report.
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
  int begun_ = 0;  // IndexSession::opened() when begin_state() was last called
};

}  // namespace ibid
