// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts of values over all matching passages: a match says which they are, then the values of each
// facet are read one after another.
#pragma once

#include <xapian.h>

#include <deque>
#include <utility>
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

// Counts facets of all that a match goes through, wherever the index is.
class FacetCounter {
 public:
  // Both are borrowed for the object's lifetime.
  FacetCounter(const IndexView& index, const std::vector<Facet>& facets);

  // Of one match; it must go through all that matches.
  void watch(Xapian::Enquire& enquire);
  // Most frequent first, ties by value. Throws Xapian::Error and whatever the readers of the tables
  // throw.
  std::vector<std::pair<Facet, std::vector<FacetCount>>> counts();

 private:
  const IndexView& index_;
  const std::vector<Facet>& facets_;
  DocumentSpy documents_;
  std::deque<Xapian::ValueCountMatchSpy> values_;  // on nodes, of each facet
};

}  // namespace ibid
