// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report in parts, for one that is larger than should be held whole: passages that follow each
// other, with what of the report they need. Parts can be worked on by several threads; what the
// report as a whole says of its passages is added up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

// A part is a Report with the id, title, publisher, date, address and encoding of the whole. Its
// sections are those that its passages stand in, with all above them; Passage::section and
// Section::parent are indices into them. Of the passages, language, sentences and citations are
// missing, and so are the part's listed sources: finish_part() fills them in.
using TakeChunk = std::function<void(Report part)>;

// Bytes of text that make a part: some 100 ms of work for an index.
inline constexpr std::uint64_t kPartBytes = 256 * 1024;

struct PassageCounts {
  std::uint64_t passages = 0;
  std::uint64_t citations = 0;
};
PassageCounts count_passages(const Report& report);

// What the passages of a part, or of several that follow each other, say of the report.
struct PassageTotals {
  PassageCounts counts;
  std::uint64_t text_bytes = 0, english_bytes = 0, korean_bytes = 0;
  std::vector<std::string> malformed_ids;  // notes on the first ones
  std::uint64_t malformed_count = 0;
  std::vector<ListedSource> listed_sources;

  // Of the part that comes next.
  void append(PassageTotals next);
};

// Thread: safe; it is most of the work of reading a report.
PassageTotals finish_part(Report& part);

// Fills in what `report`, all but its passages (see report_parser.h), says of them: language,
// listed sources, notes.
void conclude(Report& report, PassageTotals totals);

}  // namespace ibid
