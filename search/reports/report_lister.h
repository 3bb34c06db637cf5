// SPDX-License-Identifier: GPL-2.0-or-later
//
// The reports of an index, and the one that a name means.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/reports/report_names.h"
#include "search/passages/query_aliases.h"
#include "search/passages/stored_passage.h"
#include "search/reports/field_reasons.h"
#include "search/reports/report_state.h"

namespace ibid {

class OpenIndex;

struct ReportLine {
  ReportInfo report;
  std::uint64_t passages = 0;
  std::optional<std::uint64_t> matches;  // of the query; nothing without one
  ReportState state = ReportState::kFresh;
};

// Thread: that of the index.
class ReportLister {
 public:
  // `index`: lent for the object's life.
  explicit ReportLister(OpenIndex& index) : index_(index) {}

  // Those with a passage that matches, all for an empty query; by id. Throws QueryError,
  // Error{kIndex}.
  std::vector<ReportLine> list(const std::string& query, const QueryAliases& names);

  // Throws Error{kIndex}.
  ReportChoice find(std::string_view name);
  // The passages of a section and those below it, in file order.
  std::vector<StoredPassage> section(const std::string& report_id, const std::string& locator);
  // Where what is told of a report comes from. Nothing if the index does not hold it.
  std::optional<FieldReasons> why(const std::string& report_id);
  // What is told of a report. Nothing if the index does not hold it.
  std::optional<ReportInfo> report(const std::string& report_id);
  // The path of an indexed report's file; empty if there is no such report.
  std::string path_of(const std::string& report_id);

 private:
  OpenIndex& index_;
};

}  // namespace ibid
