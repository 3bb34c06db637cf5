// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of a report's file, which selectors and links point into. Anyone can make it from the
// file: UTF-8 without byte-order mark; each maximal ill-formed subsequence becomes one U+FFFD.
// Bullets, headings and everything else in the file are part of it; letters stay as written. What
// becomes of white space is chosen.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "corpus/text/decode.h"

namespace ibid {

enum class WhiteSpace : std::uint8_t {
  // Each run of white space (Unicode White_Space, U+200B, U+FEFF) becomes one U+0020, with none at
  // either end: the normalised text.
  kFolded,
  // As browsers show it: without U+200B and U+FEFF; blanks such as U+00A0 and U+3000 stay.
  kShown,
  kWritten,  // as in the file
};

class ReportText {
 public:
  // Throws Error{kInput} for bytes that are not valid in that encoding (see decode.h).
  explicit ReportText(std::string_view file_bytes, Encoding encoding = Encoding::kUtf8,
                      WhiteSpace space = WhiteSpace::kFolded);

  const std::string& text() const { return text_; }
  // Bytes of the file -> bytes of text(), without white space at either end. Clamped to the text.
  ByteRange range_of(ByteRange file) const;
  // Number of code points of text() before `offset`, which is a character's first byte or the end.
  std::uint64_t code_points_before(std::uint64_t offset) const;
  // Offset in text() of the first word of the file's line that holds the word before `offset`;
  // `offset` itself if there is no word before it.
  std::uint64_t line_before(std::uint64_t offset) const;
  // The part of `range` before the first, and that after the last U+000B, U+000C, U+0085, U+2028 or
  // U+2029: they end a line, but a browser shows none as a blank and finds no text across one
  // unless it is asked for. Both are `range` if it has none. Known of WhiteSpace::kShown only.
  struct Parts {
    ByteRange first, last;
  };
  Parts parts_of(ByteRange range) const;

 private:
  // From here on, file and text advance together up to the next piece or the white space before
  // it; or the piece is a single character that has a different number of bytes in the file.
  struct Piece {
    std::uint64_t file_begin, text_begin, code_points;  // code_points: of the text before it
    std::uint64_t character = 0;  // its bytes in the file; 0: as many as in the text
  };
  void fill(const DecodedText& decoded, WhiteSpace space);
  void add_piece(std::uint64_t file, std::uint64_t file_end, std::uint64_t length);
  std::uint64_t offset_of(std::uint64_t file_offset) const;

  std::string text_;
  std::uint64_t code_points_ = 0;
  std::vector<Piece> pieces_;
  std::vector<std::uint64_t> lines_;   // where lines begin, in text_
  std::vector<std::uint64_t> breaks_;  // where a browser finds nothing across; see parts_of()
};

}  // namespace ibid
