// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands in the margin of a report's page: the findings of an audit, by passage.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/audit/rules/finding.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// kOwn: of the rules that look at one report alone, which takes little time.
enum class MarginFindings : std::uint8_t { kNone, kOwn, kAll };

class Margin {
 public:
  // Audits the report.
  Margin(const PageVisit& visit, const std::string& report_id, MarginFindings which);

  // Findings about the report as a whole, and headings.
  const std::vector<const Finding*>& of_report() const { return of_report_; }
  // In the order of the text.
  const std::vector<const Finding*>& of_passage(const std::string& passage_id) const;
  // The parts of the passage's text that findings are about, ascending and without overlap; none
  // for a finding about all of it.
  std::vector<ByteRange> parts(const StoredPassage& passage) const;

 private:
  std::vector<Finding> findings_;
  std::vector<const Finding*> of_report_;
  std::map<std::string, std::vector<const Finding*>, std::less<>> by_passage_;
};

// A chip with the rule, and what was found, as a link to the audit of the report.
void write_finding(HtmlWriter& html, const PageVisit& visit, const Finding& finding);

}  // namespace ibid
