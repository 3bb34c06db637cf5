// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts of values over all matching passages.
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "search/index/index_view.h"
#include "search/passages/hit.h"

namespace ibid {

class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(Facet facet) : facet_(facet) {}
  void operator()(const Xapian::Document& document, double weight) override;
  void clear() { counts_.clear(); }  // before the same match runs again
  // Most frequent first, ties by value. `index`: that of the match. May throw Xapian::Error.
  std::vector<FacetCount> counts(const IndexView& index) const;

 private:
  std::map<std::string, std::uint64_t> by_publisher(const IndexView& index) const;

  Facet facet_;
  std::map<std::string, std::uint64_t> counts_;
};

}  // namespace ibid
