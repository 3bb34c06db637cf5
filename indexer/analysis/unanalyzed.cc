// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/unanalyzed.h"

#include "corpus/report/source_id.h"

namespace ibid {

std::vector<ByteRange> unanalyzed_ranges(std::string_view text) {
  std::vector<ByteRange> ranges;
  for (const CitationMark& mark : find_citation_marks(text)) ranges.push_back(mark.text);
  return ranges;
}

}  // namespace ibid
