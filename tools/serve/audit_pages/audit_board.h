// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an audit found, gathered for pages that show it in several ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "search/audit/auditor.h"

namespace ibid {

// With more findings than this the rest are counted only: memory has a bound.
inline constexpr std::size_t kMostFindings = 20'000;

struct AuditBoard {
  AuditTotals totals;
  std::vector<ReportAudit> reports;  // in order of ids
  std::uint64_t findings = 0;        // all
  std::uint64_t kept = 0;            // of them, those in `reports`
};

// Throws what Auditor::run throws. Without a baseline: pages apply theirs (see AuditView).
AuditBoard audit_board(OpenIndex& index, const AuditOptions& options);

}  // namespace ibid
