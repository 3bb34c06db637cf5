// SPDX-License-Identifier: GPL-2.0-or-later
//
// A day in the life of a watched folder, in no time: files change on disk at moments of a clock
// that only the test moves, and the file system tells what the test lets it tell.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/files/discover.h"
#include "indexer/watch/file_events.h"
#include "indexer/watch/follow.h"
#include "indexer/watch/watch_clock.h"
#include "tests/support/test_index.h"

namespace ibid::testing {

using std::chrono::milliseconds;

class FakeWatch : public FileEvents, public WatchClock {
 public:
  FakeWatch();

  // ---- what happens ---------------------------------------------------------------------
  void at(std::int64_t ms, std::function<void()> action) { actions_.emplace(ms, action); }
  // Tells an event, if the folder that the path is in is listened to.
  void tell(FileEvent::Kind kind, const std::string& path);
  void lose_events() { events_.push_back({FileEvent::Kind::kLost, ""}); }
  // What listen() answers of `folder`; otherwise it hears each folder that is there.
  std::map<std::string, Hearing> hearing;

  // Follows `options` until the clock shows `until_ms`; `updates` and `told` are what was heard.
  void follow(const UpdateOptions& options, std::int64_t until_ms);
  struct Update {
    std::int64_t ms;
    UpdateSummary summary;
    std::vector<Problem> fresh;
  };
  std::vector<Update> updates;
  std::vector<std::string> told;
  std::set<std::string> heard;  // folders listened to
  std::uint64_t waits = 0;      // calls of wait()
  std::int64_t time_ms() const { return steady_.count(); }

  // ---- as the watch sees it -------------------------------------------------------------
  // Files that are there at the start are old, all others are of this moment.
  Moment now() override;
  Hearing listen(const std::string& folder) override;
  void forget(const std::string& folder) override;
  std::vector<FileEvent> wait(milliseconds longest) override;

 private:
  milliseconds steady_{0};
  std::int64_t start_ns_;
  std::multimap<std::int64_t, std::function<void()>> actions_;
  std::vector<FileEvent> events_;
};

// A folder with four reports, its index, and what happens to them. Names are relative.
class WatchedIndex {
 public:
  WatchedIndex();

  // Written and closed, or deleted, or moved, with the event that the kernel tells.
  void close_file(const std::string& name, std::string_view text);
  void delete_file(const std::string& name);
  void rename_file(const std::string& from, const std::string& to);
  // Without any event.
  void write(const std::string& name, std::string_view text) const { files.write(name, text); }
  std::string path(const std::string& name) const { return absolute_path(files.report_path(name)); }

  UpdateOptions options() const;
  void follow(std::int64_t until_ms) { watch.follow(options(), until_ms); }
  std::vector<std::string> ids() const;

  TestIndex files;
  FakeWatch watch;
};

}  // namespace ibid::testing
