// SPDX-License-Identifier: GPL-2.0-or-later
//
// The audit of an index, one report after the other, so that memory does not grow with their
// number.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "search/audit/baseline.h"
#include "search/audit/rules/finding.h"
#include "search/index/take_report.h"
#include "search/passages/query_aliases.h"

namespace ibid {

class OpenIndex;

struct AuditOptions {
  // Empty: all reports. Else only findings in matching passages count, and attribution is that of
  // those passages; rules on a report as a whole hold if all of its passages match.
  std::string query;
  QueryAliases names;
  std::vector<std::string> rules;  // ids; empty: all
  // Of a report without a citation that was recognised: whether what it states is called uncited,
  // as for a draft of the house, or only said to cite nothing that is understood.
  enum class Uncited : std::uint8_t { kNoted, kAccused } uncited = Uncited::kNoted;
  Baseline baseline;
};

// Thread: that of the index.
class Auditor {
 public:
  // `index`: lent for the object's life.
  explicit Auditor(OpenIndex& index);
  ~Auditor();
  Auditor(const Auditor&) = delete;
  Auditor& operator=(const Auditor&) = delete;

  // Passes each report's findings to `take`, in order of report ids; ends if `take` says so.
  // A commit by a writer meanwhile is not an error: the reports that follow are those of the new
  // state, and the totals say so. Throws Error{kUsage} for an unknown rule, or a report: of the
  // query that the index does not hold; QueryError, Error{kIndex}.
  AuditTotals run(const AuditOptions& options, const TakeReport<ReportAudit>& take);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
