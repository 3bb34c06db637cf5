// SPDX-License-Identifier: GPL-2.0-or-later
//
// The progress of an update or a build, and what it did with the files.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "corpus/problem.h"
#include "corpus/text/encoding.h"

namespace ibid {

// The state of a run, reported at most every 50 ms and once at the end.
struct UpdateProgress {
  enum class Phase : std::uint8_t {
    kDiscovering,
    kChecking,  // for UpdateOptions::all_or_nothing: whether each file can be indexed
    kIndexing,
    kCommitting,
    kDone
  } phase = Phase::kDiscovering;
  std::uint64_t files_total = 0, files_done = 0;  // of the files to be read
  std::uint64_t bytes_total = 0, bytes_done = 0;
  std::uint64_t passages = 0;
  std::string current;  // path being read
};
const char* to_string(UpdateProgress::Phase phase);

// Called on the thread that runs the update, at most some 20 times a second, and as each phase
// begins. If it returns false, the run stops tidily: finished work is committed (by an update) or
// dropped (by a first build or rebuild), and `interrupted` is set.
using ProgressCallback = std::function<bool(const UpdateProgress&)>;

// Counts what was done with files and reports.
struct UpdateCounts {
  std::uint64_t added = 0, updated = 0, removed = 0, unchanged = 0, failed = 0;  // reports / files
  std::uint64_t touched = 0;                    // of `unchanged`: new time, same bytes
  std::uint64_t moved = 0;                      // of `updated`: same bytes under a new path
  std::uint64_t passages = 0;                   // written by this run
  std::uint64_t bytes = 0;                      // read by this run
  std::map<Encoding, std::uint64_t> encodings;  // files written that are not UTF-8
  std::vector<Problem> problems;                // each failed file, and why
  std::vector<Problem> notes;                   // oddities of files that were indexed anyway

  // Adds the counts of later work.
  void append(UpdateCounts next);
};

}  // namespace ibid
