// SPDX-License-Identifier: GPL-2.0-or-later
//
// The folders below those that are followed: which of them tell of changes, and which must be
// looked through from time to time. Library-internal.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/watch/file_events.h"

namespace ibid {

class HeardFolders {
 public:
  // `roots`: files and folders, absolute and lexically normal; they may be missing. `index_dir`,
  // likewise, is left out wherever it lies. `events` must outlive this.
  HeardFolders(std::vector<std::string> roots, std::string index_dir, FileEvents& events);

  // Listens to all folders that there are now, again if it did before.
  void hear_all();
  // Listens to a folder that has come, and those below.
  void hear(const std::string& folder);
  void forget(const std::string& folder);
  // Listens to roots that were missing. Returns those that have come.
  std::vector<std::string> hear_missing();
  bool has_missing() const { return !missing_.empty(); }

  // The root that `path` is at or below, not hidden; empty if there is none.
  std::string root_of(const std::string& path) const;
  // Whether what happens to the file `path` can change the index: it has a root, and a name that is
  // read or told of.
  bool concerns(const std::string& path) const;
  bool is_polled(const std::string& path) const;
  // Folders to be looked through, with those below; those of a great many lie in one that is named.
  std::vector<std::string> polled() const;

  // Why folders are looked through: a sentence for each reason that was not told before.
  std::vector<std::string> take_news();

 private:
  void hear_root(const std::string& root);

  std::vector<std::string> roots_;
  std::string index_dir_;
  FileEvents& events_;
  std::set<std::string> missing_;          // roots
  std::map<std::string, Hearing> polled_;  // the highest folders, and why
  std::set<std::string> told_;
};

}  // namespace ibid
