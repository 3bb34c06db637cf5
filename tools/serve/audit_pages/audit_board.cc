// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/audit_board.h"

#include <utility>

namespace ibid {

AuditBoard audit_board(OpenIndex& index, const AuditOptions& options) {
  AuditBoard board;
  board.totals = Auditor(index).run(options, [&](const ReportAudit& audit) {
    board.findings += audit.findings.size();
    board.reports.push_back(audit);
    // It reads from the index, which may be gone before the board is.
    board.reports.back().report.load_text = {};
    std::vector<Finding>& findings = board.reports.back().findings;
    const std::size_t room = kMostFindings - board.kept;
    if (findings.size() > room) findings.resize(room);
    board.kept += findings.size();
    return Next::kGoOn;
  });
  return board;
}

}  // namespace ibid
