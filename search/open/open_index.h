// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index, opened once for all questions: searches, quotation and claim checks, audits and exports
// all read through it.
#pragma once

#include <memory>
#include <string>

#include "indexer/folder/index_info.h"
#include "search/index/wanted_nodes.h"
#include "search/passages/hit.h"

namespace ibid {

// Follows the index: each answer comes from one state, that of the last commit, whatever a writer
// does meanwhile. Everything opened and cached is here, so that objects made from it cost next to
// nothing.
//
// Owner: the caller. Objects made from it borrow it, and it must outlive them; so it is neither
// copied nor moved.
// Memory: up to 64 MB of what was read from the index, up to 24 MB of words of the passages shown
// and of words that begin like a misspelt one, and 2 bytes for each passage. Each thread that helps
// it (SearchOptions::threads) takes half of the first and all of the last again.
// Thread: one at a time, together with all objects made from it; open several for parallel queries.
class OpenIndex {
 public:
  // `index`: a folder, or a file that names the nodes of an index on several machines
  // (search/nodes/nodes_file.h). Throws Error{kIndex} if there is no index, if it has another
  // format or analyzer version, or if it is damaged; if no node answers, or with Nodes::kAll one
  // does not, now or at any later question. Each message names the remedy.
  explicit OpenIndex(const std::string& index, Nodes wanted = Nodes::kAny);
  ~OpenIndex();
  OpenIndex(const OpenIndex&) = delete;
  OpenIndex& operator=(const OpenIndex&) = delete;

  IndexInfo info();
  IndexState state();  // of the last commit; cheaper than info()
  bool is_on_nodes() const;

  // Only for this library: search/open/open_index_internals.h.
  struct Internals;
  Internals& internals() { return *internals_; }

 private:
  std::unique_ptr<Internals> internals_;
};

}  // namespace ibid
