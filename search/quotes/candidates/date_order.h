// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order in which places of a quotation are told: the earliest report first, those without a
// date last, in file order within a report. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "search/index/index_view.h"

namespace ibid {

// Of one state of an index; keeps the dates of all passages, 4 bytes each, once it has read as many
// values as there are passages. Thread: one object, one thread. May throw Xapian::Error, and what
// the readers of the tables throw.
class DateOrder {
 public:
  // `documents`: ascending.
  std::vector<Xapian::docid> sorted(const std::vector<Xapian::docid>& documents,
                                    const IndexView& index);

 private:
  std::vector<std::uint32_t> ranks_of(const std::vector<Xapian::docid>& documents,
                                      const IndexView& index);
  void learn(const IndexView& index);

  std::uint64_t read_ = 0;            // values
  std::vector<std::uint32_t> ranks_;  // of the dates, by document; empty: not known yet
};

}  // namespace ibid
