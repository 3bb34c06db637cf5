// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index says of the passages that it has, for the run that writes them again: when each
// was first seen. Library-internal.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/records/first_seen.h"

namespace ibid {

// A report that is about to be written.
struct ReportToCome {
  std::string id, sha256;        // of its file
  bool is_unchanged = false;     // the index has it, made by the same reader from the same bytes
  std::uint64_t generation = 0;  // that it becomes part of
};

// What the database knows of its passages; nothing if it has no report of that id. Of an unchanged
// file nothing is new, even if another version of ibid reads it otherwise. May throw Xapian::Error.
std::optional<FirstSeen> first_seen_in(const Xapian::Database& database,
                                       const ReportToCome& report);

// Metadata key -> value of the times of its generations. May throw Xapian::Error.
std::vector<std::pair<std::string, std::string>> generation_times(const Xapian::Database& database);

// `given`, or if that is 0 the time now: seconds since 1970.
std::uint64_t commit_time(std::uint64_t given);

// The database that a build replaces. What cannot be read of it is as if it were not there.
class EarlierDatabase {
 public:
  // `dir`: its folder, which no writer changes meanwhile; empty: there is none. `vanished`: SHA-256
  // of a file that is gone -> the report that was made from it.
  EarlierDatabase(std::string dir, std::map<std::string, std::string> vanished)
      : dir_(std::move(dir)), vanished_(std::move(vanished)) {}

  // If it has no report of that id, that of one that was made from the same bytes and is gone.
  // Thread: any.
  FirstSeen first_seen(const ReportToCome& report);
  std::vector<std::pair<std::string, std::string>> times() const;

 private:
  using Open = std::unique_ptr<Xapian::Database>;
  Open open();
  void give_back(Open database);

  std::string dir_;
  std::map<std::string, std::string> vanished_;
  std::mutex mutex_;        // of `idle_`
  std::vector<Open> idle_;  // none is used by two threads at a time
};

}  // namespace ibid
