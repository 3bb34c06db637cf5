// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules in groups, one file each. Each adds what it finds in one report, without regard to the
// baseline, to files, or to whether its rules were asked for.
#pragma once

#include <vector>

#include "search/audit/rules/audit_state.h"
#include "search/audit/rules/report_view.h"

namespace ibid {

using Findings = std::vector<Finding>;

void find_citation_faults(const ReportView& view, Findings& out);
// Those with a state may throw Xapian::Error.
void find_source_faults(const ReportView& view, AuditState& state, Findings& out);
void find_structure_faults(const ReportView& view, Findings& out);
// Passages like another one, here or in other reports, and sentences cited to another source. Of a
// report that has the text of another as a whole that is said once.
void find_repeats(const ReportView& view, AuditState& state, Findings& out);
// Adds the report to `state.earlier`.
void find_disagreeing_figures(const ReportView& view, AuditState& state, Findings& out);
void find_unsupported_summary(const ReportView& view, AuditState& state, Findings& out);

}  // namespace ibid
