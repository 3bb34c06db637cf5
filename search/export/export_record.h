// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values of an export. Plain values, no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/passages/hit.h"
#include "search/sources/sources.h"

namespace ibid {

// What a record is: a passage, a source, or one citation of a source by a passage.
enum class ExportWhat : std::uint8_t { kPassages, kSources, kCitations };
const char* to_string(ExportWhat what);  // "passages", "sources", "citations"

// A report with its exported passages.
struct ExportedReport {
  ReportInfo report;
  std::string language;                 // see Report::language
  std::vector<StoredPassage> passages;  // in file order; at least one
};

struct ExportTotals {
  IndexState index;                   // when the export began
  std::uint64_t last_generation = 0;  // greater if a writer changed the index meanwhile
  std::uint64_t reports = 0;
  std::uint64_t records = 0;
  bool complete = true;  // false if it was stopped before the end
};

}  // namespace ibid
