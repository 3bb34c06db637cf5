// SPDX-License-Identifier: GPL-2.0-or-later
//
// Metrics of attribution: how much of a report, section or index says where it comes from.
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
  // `passage` is an index into view.passages. Only body passages count.
  void add(const ReportView& view, std::size_t passage);
  Attribution result() const;
  // Also says what the report's list tells of the most cited source.
  Attribution result(const ReportView& view) const;
  // Source -> passages that cite it.
  const std::map<std::string, std::uint64_t>& citing() const { return citing_; }

 private:
  Attribution sum_;
  std::map<std::string, std::uint64_t> citing_;
};

// Adds the counts of disjoint texts. Counts of sources stay as in `sum`: both may cite the same.
void add_counts(const Attribution& part, Attribution& sum);

Attribution report_attribution(const ReportView& view);
std::vector<SectionAttribution> section_attributions(const ReportView& view);

}  // namespace ibid
