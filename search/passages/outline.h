// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report as headings and passages in file order, and a passage among its neighbours: what is
// shown when somebody reads on. Plain values, no Xapian.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/report/report.h"
#include "search/passages/hit.h"

namespace ibid {

// One line of a report's outline.
struct OutlineEntry {
  std::size_t depth = 0;           // 0 for a top-level section
  std::optional<Section> section;  // a heading, or
  std::optional<StoredPassage> passage;
};

struct ReportOutline {
  Report report;                      // without passages
  std::vector<OutlineEntry> entries;  // in file order
  bool stale = false;
};

struct PassageInContext {
  std::vector<StoredPassage> passages;  // in file order
  std::size_t asked = 0;                // index of the one that was asked for
  bool stale = false;
  std::optional<bool> changed;  // for a permalink: its hash is not that of the text shown
  std::string cited_as;         // the id of the permalink, where its text is shown under another
  std::vector<std::string> cited_at;  // permalinks of where the cited text stands, if elsewhere too
  std::optional<Anchors> anchors;     // of the passage that was asked for
};

}  // namespace ibid
