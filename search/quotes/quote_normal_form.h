// SPDX-License-Identifier: GPL-2.0-or-later
//
// The form in which a quotation and a report are the same but for how they are typed, with the way
// back to the bytes. Pure; no Xapian. docs/quotes.md says the same in words.
//
//   letters      NFKC, case folded, Latin diacritics dropped, invisible characters left out
//   quotes       all marks, double and single, angle and corner, and apostrophes: '; runs are one
//   dashes       all hyphens, dashes and the minus: -; runs are one; white space beside them goes
//   white space  a run is one space; none at either end, none beside …
//   ellipsis     three full stops or more, ". . .", "…", "⋯", "···", in brackets or not: …
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "search/quotes/quote_answer.h"

namespace ibid {

struct NormalChar {
  char32_t ch = 0;
  ByteRange bytes;  // of the text; what was left out belongs to no character
  bool upper = false;
};
using NormalText = std::vector<NormalChar>;

inline constexpr char32_t kGap = U'…';

// NFC, with ASCII letters small: what words and citation marks of a quotation are found in.
std::string composed_lower(std::string_view text);

// `skip`: ranges that are left out with the white space before them (citation marks).
NormalText normal_form(std::string_view text, const std::vector<ByteRange>& skip);

// A quotation between its ellipses; for "… and so on …" one piece. Only what has a letter or digit,
// unless nothing has. Ranges of indices.
struct NormalPiece {
  std::size_t begin = 0, end = 0;
};
std::vector<NormalPiece> pieces_of(const NormalText& quotation);

// One place where all pieces stand in order, none cutting a word.
struct NormalMatch {
  std::vector<NormalPiece> pieces;  // of the passage's normal form, one for each of the quotation's
  ByteRange text;                   // from the first byte of the first to past the last
};

// All places, ascending, no overlap: the first piece at its first place, the others as near after
// it as they stand.
std::vector<NormalMatch> find_pieces(std::string_view text, const NormalText& form,
                                     const NormalText& quotation,
                                     const std::vector<NormalPiece>& pieces);

// In what the bytes of one place differ from the quotation's, ascending; without citation marks and
// passage breaks, which the caller knows of.
std::vector<FormDifference> form_differences(std::string_view text, const NormalText& form,
                                             const NormalMatch& match, std::string_view quotation,
                                             const NormalText& quotation_form,
                                             const std::vector<NormalPiece>& pieces);

}  // namespace ibid
