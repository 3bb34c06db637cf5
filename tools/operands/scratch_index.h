// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index of named files that lives as long as the question about them.
//
// Why an index and not the reports alone: rules that compare passages look words, figures and
// sentences up in it and weigh words by it, so that files are judged as `ibid index` and the same
// question would judge them, by the same code.
#pragma once

#include <string>
#include <vector>

#include "indexer/update/update.h"

namespace ibid {

class ScratchIndex {
 public:
  // Reads the files, and those below the folders, into a new folder below that for temporary files.
  // Ends early if a signal was caught. Throws Error{kIndex, kSystem}.
  explicit ScratchIndex(const std::vector<std::string>& paths);
  ~ScratchIndex();
  ScratchIndex(const ScratchIndex&) = delete;
  ScratchIndex& operator=(const ScratchIndex&) = delete;

  const std::string& directory() const { return directory_; }
  const UpdateSummary& summary() const { return summary_; }

 private:
  std::string folder_, directory_;
  UpdateSummary summary_;
};

// Whether the words of a command name files and folders rather than a query: each exists, or one
// looks like a path. Throws Error{kUsage} if so and one does not exist, with the names nearest to
// it.
bool name_paths(const std::vector<std::string>& words);

}  // namespace ibid
