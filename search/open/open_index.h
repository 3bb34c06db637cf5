// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index, opened once for all questions: who searches, verifies quotations, checks claims,
// audits or exports asks through it.
#pragma once

#include <memory>
#include <string>

#include "indexer/folder/index_info.h"

namespace ibid {

// Follows the index: each answer is of the state that the last commit left, whole, whatever a
// writer does meanwhile. What is opened and remembered is here, so that objects made from it cost
// next to nothing.
//
// Owner: lent to all that is made from it, which it must outlive; so it is neither copied nor
// moved.
// Memory: up to 64 MB of what it has read of the index, and 2 bytes for each passage; half of the
// first and all of the second once more for each thread that helps it (SearchOptions::threads).
// Thread: one at a time, together with all that is made from it; open several to ask in parallel.
class OpenIndex {
 public:
  // Throws Error{kIndex}: no index there, another format or analyzer version, damage; each names
  // the remedy.
  explicit OpenIndex(const std::string& index_dir);
  ~OpenIndex();
  OpenIndex(const OpenIndex&) = delete;
  OpenIndex& operator=(const OpenIndex&) = delete;

  IndexInfo info();

  // For this library alone: search/open/open_index_internals.h.
  struct Internals;
  Internals& internals() { return *internals_; }

 private:
  std::unique_ptr<Internals> internals_;
};

}  // namespace ibid
