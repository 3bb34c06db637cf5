// SPDX-License-Identifier: GPL-2.0-or-later
//
// Figures of attribution: how much of a report, section or index says where it comes from.
// Names Xapian through ReportView: search internals only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/audit/rules/report_view.h"

namespace ibid {

// Adds up passages of one report, section or query.
class AttributionCount {
 public:
  // `passage` is an index into view.passages; others than body passages count nothing.
  void add(const ReportView& view, std::size_t passage);
  Attribution result() const;
  // Source -> passages that cite it.
  const std::map<std::string, std::uint64_t>& citing() const { return citing_; }

 private:
  Attribution sum_;
  std::map<std::string, std::uint64_t> citing_;
};

// Sums counts of disjoint texts; sources are left as `sum` has them, for they may be the same ones.
void add_counts(const Attribution& part, Attribution& sum);

Attribution report_attribution(const ReportView& view);
std::vector<SectionAttribution> section_attributions(const ReportView& view);

}  // namespace ibid
