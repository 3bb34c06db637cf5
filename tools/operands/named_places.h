// SPDX-License-Identifier: GPL-2.0-or-later
//
// Arguments that name a report, a section of one or a passage, as people write them: a report by
// its id, the beginning of it or its file; a section as report#2-1.
#pragma once

#include <string>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/reports/report_lister.h"

namespace ibid {

struct NamedPlace {
  PassageRef ref;                 // ordinal 0: of a section; empty locator: of a report
  bool known = false;             // the index holds the report
  std::vector<std::string> near;  // if it does not: reports that may be meant
};

// Throws Error{kUsage} for text that neither names a report of the index nor looks like an id.
NamedPlace named_place(ReportLister& reports, const std::string& text);

// The passage, or those of the section. Throws Error{kUsage} for a report as a whole, and as above.
// A passage or section that the index does not hold is returned as it is named.
std::vector<PassageRef> named_passages(ReportLister& reports, const std::string& text);

// "the index holds no report x; did you mean y?"
std::string no_report_text(const std::string& name, const std::vector<std::string>& near);

// The id of the report. Throws Error{kUsage} with no_report_text().
std::string named_report(ReportLister& reports, const std::string& text);

}  // namespace ibid
