// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which part of an audit a request asks to see. The address says all of it, so a link shows the
// same; only a long baseline that a form sends is not in the address.
//
//   q         only passages that match          expected  "1": see AuditOptions::Uncited
//   rule      only these, once or more often    level     "warning" or "error": that and above
//   report    only of this report               accept    a fingerprint, once or more often
//   accepted  "1": those are shown, too         baseline  lines of a baseline file
//   compare   "1": also rules that compare reports, which takes long in a large index; "0": not
//   format    "csv" or "baseline": a file instead of a page
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/audit/auditor.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// So many fingerprints fit into an address beside a query.
inline constexpr std::size_t kMostAcceptedInAddress = 150;
// An index with no more passages is compared in a few seconds, so without being asked for.
inline constexpr std::uint64_t kComparedUnasked = 10'000;

struct AuditView {
  std::string query;
  AuditOptions::Uncited uncited = AuditOptions::Uncited::kNoted;
  std::vector<std::string> rules;  // known ones, each once; empty: all
  FindingLevel least = FindingLevel::kNote;
  std::string report;  // empty: all
  Baseline accepted;   // fingerprints
  bool shows_accepted = false;
  enum class Compare : std::uint8_t { kUnasked, kNo, kYes } compare = Compare::kUnasked;
  bool is_sendable = true;  // false: `accepted` holds some that the address does not

  // Whether reports are compared in an index of so many passages.
  bool compares(std::uint64_t passages) const;
  AuditOptions options(const PageVisit& visit) const;
  bool accepts(const Finding& finding) const { return accepted.contains(finding.fingerprint); }
  bool shows(const Finding& finding) const;
};

// Throws Error{kUsage} for an unknown rule, or a line that is no line of a baseline.
AuditView asked_view(const PageVisit& visit);

// The fields of an address that shows this, without the part of the list.
HttpFields view_fields(const AuditView& view);

// A form that sent a baseline short enough for an address: that address. Empty: none.
std::string address_of_baseline(const PageVisit& visit, const AuditView& view);

void write_filters(HtmlWriter& html, const PageVisit& visit, const AuditView& view);
void write_baseline_form(HtmlWriter& html, const PageVisit& visit, const AuditView& view);

}  // namespace ibid
