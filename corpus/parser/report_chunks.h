// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report in chunks, for a report too large to hold whole: consecutive passages, with what they
// need of the report. Several threads can work on the chunks of a report; what the report as a
// whole says about its passages is added up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

// A chunk is a Report with the id, title, publisher, date, address, encoding and references of the
// whole. Its sections are those of its passages, with all sections above them; Passage::section and
// Section::parent are indices into them. Its passages lack language, sentences and citations, and
// it lacks its listed sources: finish_chunk() fills them in and lets go of the references.
using TakeChunk = std::function<void(Report chunk)>;

// Bytes of text in a chunk: some 100 ms of work for an index.
inline constexpr std::uint64_t kChunkBytes = 256 * 1024;

struct PassageCounts {
  std::uint64_t passages = 0;
  std::uint64_t citations = 0;
};
PassageCounts count_passages(const Report& report);

// What the passages of a chunk, or of several consecutive ones, say about the report.
struct PassageTotals {
  PassageCounts counts;
  std::uint64_t text_bytes = 0, english_bytes = 0, korean_bytes = 0;
  std::vector<std::string> malformed_ids;  // notes on the first ones
  std::uint64_t malformed_count = 0;
  std::vector<std::string> mended_ids;  // likewise
  std::uint64_t mended_count = 0;

  // Adds the totals of the chunk that comes next.
  void append(PassageTotals next);
};

// Thread: safe; it is most of the work of reading a report.
PassageTotals finish_chunk(Report& chunk);

// Fills in what the passages say about `report`, which has all but its passages (see
// report_parser.h): language, listed sources, notes.
void conclude(Report& report, PassageTotals totals);

}  // namespace ibid
