// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which report a document belongs to, without reading it. The documents of a report come in ranges,
// so the memory needed grows with the reports, not the passages.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace ibid {

class ReportRanges {
 public:
  // May throw Xapian::Error.
  explicit ReportRanges(const Xapian::Database& database);

  const std::vector<std::string>& ids() const { return ids_; }  // of the reports, in any order
  // Index into ids() of the report that holds `document`, which must be in the database.
  std::size_t report_of(Xapian::docid document) const;
  // For each report, how many of its documents have `term`.
  std::vector<std::uint64_t> counts(const Xapian::Database& database,
                                    const std::string& term) const;

 private:
  struct Range {
    Xapian::docid first;
    std::size_t report;
  };
  std::vector<Range> ranges_;  // ascending
  std::vector<std::string> ids_;
};

}  // namespace ibid
