// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that have just changed, until they are quiet: a file that is half written must not be
// read. Library-internal.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "corpus/files/discover.h"
#include "indexer/watch/watch_clock.h"

namespace ibid {

class QuietFiles {
 public:
  using Milliseconds = std::chrono::milliseconds;

  // A file is quiet when its size and times have not changed for `quiet`.
  explicit QuietFiles(Milliseconds quiet) : quiet_(quiet) {}

  // Something happened to the file, or it was found with a stamp that is not indexed.
  void note(const FileStamp& stamp, Milliseconds now);
  // Looks at all files again. Returns those that have disappeared, and forgets them.
  std::vector<std::string> look(Milliseconds now);
  bool contains(const std::string& path) const { return files_.contains(path); }
  bool is_quiet(const FileStamp& stamp, Milliseconds now) const;
  std::vector<std::string> quiet_paths(Milliseconds now) const;
  bool is_empty() const { return files_.empty(); }
  // When the next file is quiet if none changes; Milliseconds::max() if none waits.
  Milliseconds next_quiet(Milliseconds now) const;
  // Forgets a file that was read, and those that were quiet at `then`.
  void drop(const std::string& path) { files_.erase(path); }
  void drop_quiet(Milliseconds then);
  // Files that have waited for `longest` without ever being quiet, each once.
  std::vector<std::string> take_restless(Milliseconds now, Milliseconds longest);

 private:
  struct Seen {
    FileStamp stamp;
    Milliseconds first, since;  // first seen here; with this stamp
    bool told = false;
  };
  bool is_quiet(const Seen& seen, Milliseconds now) const { return now - seen.since >= quiet_; }

  Milliseconds quiet_;
  std::map<std::string, Seen> files_;
};

}  // namespace ibid
