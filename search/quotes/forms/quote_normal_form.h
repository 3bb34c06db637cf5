// SPDX-License-Identifier: GPL-2.0-or-later
//
// The form in which a quotation and a report are equal however they are typed, with a mapping back
// to the bytes. Pure; no Xapian. docs/quotes.md describes it in words.
//
//   letters      NFKC, case folded, Latin diacritics dropped, invisible characters left out
//   quotes       all marks (double, single, angle, corner) and apostrophes: one ' for a stretch
//   dashes       all hyphens, dashes and the minus: one - for a stretch, no white space beside it;
//                but the sign of a number stays apart from the word before it
//   white space  one space for a stretch; none at either end, none beside …
//   ellipsis     three or more full stops, ". . .", "…", "⋯", "···", in brackets or not: …
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "search/edges/quote_edges.h"
#include "search/quotes/forms/quote_answer.h"

namespace ibid {

struct NormalChar {
  char32_t ch = 0;
  ByteRange bytes;  // of the text; characters left out belong to none
  bool upper = false;
  bool joined = false;  // the text has white space before it that is left out: see quote_joints.h
};
using NormalText = std::vector<NormalChar>;

inline constexpr char32_t kGap = U'…';

// NFC with lower-case ASCII letters: for finding words and citation marks of a quotation.
std::string composed_lower(std::string_view text);

// `skip`: ranges to leave out with the white space before them (citation marks).
NormalText normal_form(std::string_view text, const std::vector<ByteRange>& skip);

// The parts of a quotation between its ellipses; "… and so on …" has one. Only parts with a letter
// or digit, unless none has one. Ranges of indices.
struct NormalPiece {
  std::size_t begin = 0, end = 0;
};
std::vector<NormalPiece> pieces_of(const NormalText& quotation);

// A match of all pieces in order; none cuts a word.
struct NormalMatch {
  std::vector<NormalPiece> pieces;  // of the passage's normal form, one for each of the quotation's
  ByteRange text;                   // from the first byte of the first to past the last
};

// All matches, ascending, no overlap: each piece as near to the next one as possible. `edges`: of
// the text that `form` is of.
std::vector<NormalMatch> find_pieces(const QuoteEdges& edges, const NormalText& form,
                                     const NormalText& quotation,
                                     const std::vector<NormalPiece>& pieces);

// How the bytes of one match differ from the quotation's, ascending; without citation marks and
// passage breaks, which the caller knows.
std::vector<FormDifference> form_differences(std::string_view text, const NormalText& form,
                                             const NormalMatch& match, std::string_view quotation,
                                             const NormalText& quotation_form,
                                             const std::vector<NormalPiece>& pieces);

}  // namespace ibid
