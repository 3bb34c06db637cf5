// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which report a document belongs to, without reading it. The documents of a report come in ranges,
// so the memory needed grows with the reports, not the passages.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index/index_view.h"

namespace ibid {

class ReportRanges {
 public:
  // May throw Xapian::Error.
  explicit ReportRanges(const IndexView& index);

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
  void add(Xapian::docid document, std::string_view report);
  void read_nodes(const IndexView& index);

  std::vector<Range> ranges_;                           // ascending
  std::unordered_map<std::string, std::size_t> known_;  // ids_, while they are read
  std::vector<std::string> ids_;
};

}  // namespace ibid
