// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/reports/measure_coverage.h"

#include <vector>

#include "search/index/index_metadata.h"
#include "search/index/index_snapshot.h"

namespace ibid {
namespace {

void add_date(const std::string& date, AnswerCoverage& out) {
  if (date.empty()) {
    ++out.undated;
    return;
  }
  if (out.first_date.empty() || date < out.first_date) out.first_date = date;
  if (date > out.last_date) out.last_date = date;
}

}  // namespace

AnswerCoverage measure_coverage(IndexSnapshot& snapshot, const std::string& report) {
  AnswerCoverage out;
  out.index = snapshot.state();
  const std::vector<std::string> ids =
      report.empty() ? report_ids(snapshot.index()) : std::vector<std::string>{report};
  for (const std::string& id : ids) {
    const auto record = snapshot.report(id);
    if (!record) continue;
    ++out.reports;
    out.passages += record->passage_count;
    add_date(record->report.date, out);
  }
  return out;
}

}  // namespace ibid
