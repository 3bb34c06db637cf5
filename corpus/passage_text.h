// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines of a document -> the text of a passage, with its way back to the file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/decode.h"
#include "corpus/report.h"

namespace ibid {

// A passage is what a search finds and shows, and what an index stores as one record; a paragraph
// larger than the first limit is no passage anyone could read but text without paragraph breaks (a
// whole book on one line), and is cut at sentence ends into pieces no larger than the second.
inline constexpr std::size_t kMaxPassageBytes = 64 * 1024;
inline constexpr std::size_t kPieceBytes = 16 * 1024;

struct PassageText {
  std::string text;
  std::vector<TextRun> runs;
};

// Joins lines (ranges of the decoded text, none empty) by one space.
PassageText join_lines(const DecodedText& decoded, const std::vector<ByteRange>& lines);

// `whole` itself, or its pieces.
std::vector<PassageText> cut_to_size(PassageText whole);

// A passage of `text`, with bytes, language, sentences and, unless it is an entry of a source list,
// citations. Leaves id, section, ordinal and sequence to the caller.
Passage make_passage(PassageText text, PassageKind kind);

}  // namespace ibid
