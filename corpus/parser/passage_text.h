// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines of a document -> the text of a passage, with its way back to the file.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "corpus/report/report.h"
#include "corpus/text/decode.h"

namespace ibid {

// A passage is what a search finds and shows, and what an index stores as one record; a paragraph
// larger than the first limit is no passage anyone could read but text without paragraph breaks (a
// whole book on one line), and is cut at sentence ends into pieces no larger than the second.
inline constexpr std::size_t kMaxPassageBytes = 64 * 1024;
inline constexpr std::size_t kPieceBytes = 16 * 1024;

struct PassageText {
  std::string text;
  std::vector<TextSpan> runs;
};

// Joins lines (ranges of the decoded text, none empty) by one space.
PassageText join_lines(const DecodedText& decoded, const std::vector<ByteRange>& lines);

// Hands over the text of joined lines, or its pieces, one at a time: no more than a piece or two of
// a large paragraph is copied. Returns how many there were.
std::size_t cut_to_size(const DecodedText& decoded, const std::vector<ByteRange>& lines,
                        const std::function<void(PassageText)>& take);

// A passage of `text` that finish_passage() has still to be called for. Leaves id, section, ordinal
// and sequence to the caller.
Passage begin_passage(PassageText text, PassageKind kind);

// Fills in language, sentences and, unless it is an entry of a source list, citations.
// Thread: safe; it is most of the work of reading a report.
void finish_passage(Passage& passage);

// Both.
Passage make_passage(PassageText text, PassageKind kind);

}  // namespace ibid
