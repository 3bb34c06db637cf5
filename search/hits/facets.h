// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts of values over all matching passages: a match says which they are, then the values of each
// facet are read one after another.
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "search/index/index_view.h"
#include "search/passages/hit.h"

namespace ibid {

// Which documents match; a match hands over each once, in ascending order.
class DocumentSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    documents_.push_back(document.get_docid());
  }
  // Ascending.
  const std::vector<Xapian::docid>& documents();

 private:
  std::vector<Xapian::docid> documents_;
};

// Most frequent first, ties by value. `documents` ascend. Throws Xapian::Error and whatever the
// readers of the tables throw.
std::vector<FacetCount> facet_counts(Facet facet, const IndexView& index,
                                     std::span<const Xapian::docid> documents);

}  // namespace ibid
