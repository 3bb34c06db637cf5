// SPDX-License-Identifier: GPL-2.0-or-later
//
// Entries of source lists among hits. They name things in few words without saying anything about
// them, so they score high; a reader wants passages first.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/top_documents.h"

namespace ibid {

class SourceEntries {
 public:
  // `index` is borrowed for the object's life.
  explicit SourceEntries(const IndexView& index);

  bool any() const { return any_; }  // the index has some

  // Moves them behind the passages, both in the order in which they came; returns how many.
  std::size_t put_last(std::vector<Candidate>& hits) const;

 private:
  const IndexView& index_;
  std::string term_;
  bool any_ = false;
};

}  // namespace ibid
