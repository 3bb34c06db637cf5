// SPDX-License-Identifier: GPL-2.0-or-later
//
// The list of reports as text for people, JSON lines (docs/output-format.md) and CSV, and that of
// removed ones. Values -> text; prints nothing.
#pragma once

#include <string>
#include <vector>

#include "search/render/text_page.h"
#include "search/reports/report_lister.h"

namespace ibid {

std::string report_list_text(const std::vector<ReportLine>& lines, const TextLayout& layout);
// A "listed_report" line each, then a "reports" line.
std::string report_list_json_lines(const std::vector<ReportLine>& lines);
// A header, then a row for each report; see csv.h.
std::string report_list_csv(const std::vector<ReportLine>& lines);

// `paths`: of files that are kept out of the index.
std::string removed_text(const std::vector<std::string>& paths, const TextLayout& layout);
std::string removed_json_lines(const std::vector<std::string>& paths);
std::string removed_csv(const std::vector<std::string>& paths);

}  // namespace ibid
