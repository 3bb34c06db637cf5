// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which report a document belongs to, without reading it: documents of a report come in runs, so
// this takes memory by the report, not by the passage. Names Xapian: search internals only.
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

  const std::vector<std::string>& ids() const { return ids_; }  // of the reports; no order
  // Index into ids() of the report that holds `document`, which must be in the database.
  std::size_t report_of(Xapian::docid document) const;
  // For each report, how many documents of `term` it holds.
  std::vector<std::uint64_t> counts(const Xapian::Database& database,
                                    const std::string& term) const;

 private:
  struct Run {
    Xapian::docid first;
    std::size_t report;
  };
  std::vector<Run> runs_;  // ascending
  std::vector<std::string> ids_;
};

}  // namespace ibid
