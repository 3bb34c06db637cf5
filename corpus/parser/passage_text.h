// SPDX-License-Identifier: GPL-2.0-or-later
//
// Joins lines of a document into the text of a passage, and keeps its way back to the file.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "corpus/citations/reference_list.h"
#include "corpus/report/report.h"
#include "corpus/report/source_id.h"
#include "corpus/text/decode.h"

namespace ibid {

// A passage is what a search finds and shows, and what an index stores as one record. A paragraph
// larger than the first limit is not a readable passage but text without paragraph breaks (a whole
// book on one line); it is cut at sentence ends into pieces no larger than the second.
inline constexpr std::size_t kMaxPassageBytes = 64 * 1024;
inline constexpr std::size_t kPieceBytes = 16 * 1024;

struct PassageText {
  std::string text;
  std::vector<TextSpan> spans;
  std::vector<ByteRange> markup = {};  // as Passage::markup
};

// Lines of a document as a block or an entry has them; all are ranges of the decoded text.
struct PassageLines {
  std::vector<ByteRange> lines;        // ascending, none empty
  std::vector<ByteRange> markup = {};  // signs of Markdown in them; ascending, no overlap
};

// Joins lines with one space.
PassageText join_lines(const DecodedText& decoded, const PassageLines& lines);

// Passes the text of joined lines, or its pieces, to `take` one at a time; no more than a piece or
// two of a large paragraph are copied. Returns the number of pieces.
std::size_t cut_to_size(const DecodedText& decoded, const PassageLines& lines,
                        const std::function<void(PassageText)>& take);

// Makes a passage of `text` for which finish_passage() is yet to be called. The caller sets id,
// section, ordinal and sequence.
Passage begin_passage(PassageText text, PassageKind kind);

// Fills in language, sentences and, unless it is an entry of a source list, citations; adds marks
// that are no words ("[1]") to the markup. `references`: the lists of the report. `before`: the
// last source cited above, for "(Ibid.)"; the passage's own last one takes its place.
// Thread: safe; it is most of the work of reading a report.
void finish_passage(Passage& passage, const ReferenceList& references, MarkedSource& before);

// begin_passage() and finish_passage(), of a report without lists.
Passage make_passage(PassageText text, PassageKind kind);

}  // namespace ibid
