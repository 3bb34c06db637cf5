// SPDX-License-Identifier: GPL-2.0-or-later
//
// Copies one state of an index, whatever a writer does meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace ibid {

struct CopyOptions {
  std::string from, to;               // folders of indexes
  std::uint32_t lock_timeout_ms = 0;  // how long to wait for another writer; 0: not at all
};

struct CopySummary {
  std::uint64_t generation = 0, reports = 0, passages = 0;  // of the copy
  std::uint64_t files = 0, bytes = 0;
  std::uint64_t files_there = 0;  // of `files`: those that an interrupted copy had left whole
  bool up_to_date = false;        // the copy was there before, whole
  bool interrupted = false;       // nothing is known but that; the copy is as it was before
};

// Writers of `from` wait meanwhile, readers do not. `to` is a new or empty folder, or holds an
// older copy, which stays until the new one is on disk and its checksums have been compared;
// readers of it go on. An interrupted copy goes on where it was, if it is made again. Its
// aliases.toml comes along. `go_on` is asked now and then, and returns false to interrupt. Throws
// Error{kUsage} if one folder is in the other; {kIndex} if there is no index, or it is damaged, or
// `to` holds other files, a newer index or one of other reports; {kLocked, kSystem}.
CopySummary copy_index(const CopyOptions& options, const std::function<bool()>& go_on);

}  // namespace ibid
