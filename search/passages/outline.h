// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report as headings and passages in file order, and a passage among its neighbours: shown when a
// user reads on. Plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/report/report.h"
#include "search/passages/hit.h"

namespace ibid {

// One line of a report's outline.
struct OutlineEntry {
  std::size_t depth = 0;  // 0 for a top-level section
  // One of these.
  std::optional<Section> section = {};
  std::optional<StoredPassage> passage = {};
  std::optional<FurnitureLine> left_out = {};
};

// Whether an outline has the lines that are neither heading nor passage, too.
enum class LeftOut : std::uint8_t { kHidden, kShown };

struct ReportOutline {
  Report report;                      // without passages
  std::vector<OutlineEntry> entries;  // in file order
  bool stale = false;
};

struct PassageInContext {
  std::vector<StoredPassage> passages;  // in file order
  std::size_t asked = 0;                // index of the requested one
  bool stale = false;
  std::optional<bool> changed;  // for a permalink: its hash differs from that of the text shown
  std::string cited_as;         // the id of the permalink, if its text is shown under another id
  std::vector<std::string> cited_at;  // permalinks of other passages that have the cited text
  std::optional<Anchors> anchors;     // of the requested passage
  std::optional<LineLocation> place;  // likewise
};

}  // namespace ibid
