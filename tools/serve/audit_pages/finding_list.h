// SPDX-License-Identifier: GPL-2.0-or-later
//
// Findings as a table, one row each with its passage, place and what it was compared with; figures
// that disagree, side by side; and what the rules mean.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tools/serve/audit_pages/audit_board.h"
#include "tools/serve/audit_pages/audit_view.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

inline constexpr std::size_t kFindingsOnPage = 100;
inline constexpr std::size_t kMostSideBySide = 10;

struct LevelCounts {
  std::uint64_t errors = 0, warnings = 0, notes = 0, accepted = 0;
};
// Of the findings kept of a report; of all of them.
LevelCounts level_counts(const ReportAudit& audit, const AuditView& view);
LevelCounts level_counts(const AuditBoard& board, const AuditView& view);
void write_level_counts(HtmlWriter& html, const PageVisit& visit, const LevelCounts& counts);

// With a heading, and links to its parts.
void write_findings(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                    const AuditView& view);
// Nothing if there are none.
void write_disagreements(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                         const AuditView& view);
void write_rules(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board);

}  // namespace ibid
