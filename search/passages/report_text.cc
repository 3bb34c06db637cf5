// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/report_text.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// Bytes of text: what code_points_before() counts at most.
constexpr std::uint64_t kLongestPiece = 4096;

// Not among the white space that a browser folds.
bool ends_line_in_unicode_only(char32_t c) {
  return c == U'\f' || c == U'\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool ends_line(char32_t c) { return c == U'\n' || c == U'\r' || ends_line_in_unicode_only(c); }

bool is_invisible(char32_t c) { return c == 0x200B || c == 0xFEFF; }

bool folds(char32_t c, WhiteSpace white) {
  if (white == WhiteSpace::kWritten || !is_space(c)) return false;
  return white == WhiteSpace::kFolded || c < 0x80 || ends_line(c) || is_invisible(c);
}

}  // namespace

ReportText::ReportText(std::string_view file_bytes, Encoding encoding, WhiteSpace space) {
  fill(decode(file_bytes, encoding), space);
}

void ReportText::fill(const DecodedText& decoded, WhiteSpace white) {
  const std::string_view text = decoded.text;
  text_.reserve(text.size());
  bool new_line = true;
  bool space = false;
  const bool other = decoded.encoding != Encoding::kUtf8;
  bool recheck = true;  // file and text may no longer advance together
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (folds(c, white)) {
      recheck = true;
      if (white == WhiteSpace::kShown && is_invisible(c)) continue;
      space = true;
      new_line = new_line || ends_line(c);
      if (ends_line_in_unicode_only(c)) breaks_.push_back(text_.size());
      continue;
    }
    if (space && !text_.empty()) {
      text_ += ' ';
      ++code_points_;
    }
    if (new_line) lines_.push_back(text_.size());
    recheck = recheck || other || c == 0xFFFD ||
              text_.size() - pieces_.back().text_begin >= kLongestPiece;
    if (recheck) add_piece(decoded.map.to_file(begin), decoded.map.to_file(at), at - begin);
    recheck = c == 0xFFFD;
    space = new_line = false;
    text_.append(text.substr(begin, at - begin));
    ++code_points_;
  }
}

// Called before a character of `length` bytes, [file, file_end) of the file, is added to the text.
void ReportText::add_piece(std::uint64_t file, std::uint64_t file_end, std::uint64_t length) {
  const bool even = file_end - file == length;
  const bool on = even && !pieces_.empty() && pieces_.back().character == 0 &&
                  text_.size() - pieces_.back().text_begin < kLongestPiece &&
                  file - pieces_.back().file_begin == text_.size() - pieces_.back().text_begin;
  if (!on) pieces_.push_back({file, text_.size(), code_points_, even ? 0 : file_end - file});
}

std::uint64_t ReportText::offset_of(std::uint64_t file_offset) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), file_offset,
      [](std::uint64_t offset, const Piece& piece) { return offset < piece.file_begin; });
  if (after == pieces_.begin()) return 0;
  const Piece& piece = *(after - 1);
  const std::uint64_t end = after == pieces_.end() ? text_.size() : after->text_begin;
  if (piece.character != 0) {
    return file_offset - piece.file_begin < piece.character ? piece.text_begin : end;
  }
  return std::min(piece.text_begin + (file_offset - piece.file_begin), end);
}

ByteRange ReportText::range_of(ByteRange file) const {
  const std::uint64_t begin = floor_boundary(text_, offset_of(file.begin));
  const std::uint64_t end = floor_boundary(text_, offset_of(file.end));
  return trim(std::string_view(text_), {begin, std::max(begin, end)});
}

std::uint64_t ReportText::code_points_before(std::uint64_t offset) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                       [](std::uint64_t at, const Piece& piece) { return at < piece.text_begin; });
  if (after == pieces_.begin()) return 0;
  const Piece& piece = *(after - 1);
  const std::string_view between =
      std::string_view(text_).substr(piece.text_begin, offset - piece.text_begin);
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  return piece.code_points + between.size() -
         static_cast<std::uint64_t>(std::count_if(between.begin(), between.end(), continues));
}

std::uint64_t ReportText::line_before(std::uint64_t offset) const {
  const auto after = std::lower_bound(lines_.begin(), lines_.end(), offset);
  return after == lines_.begin() ? offset : *(after - 1);
}

ReportText::Parts ReportText::parts_of(ByteRange range) const {
  const auto after = std::upper_bound(breaks_.begin(), breaks_.end(), range.begin);
  const auto end = std::lower_bound(after, breaks_.end(), range.end);
  if (after == end) return {range, range};
  return {trim(std::string_view(text_), {range.begin, *after}),
          trim(std::string_view(text_), {*(end - 1), range.end})};
}

}  // namespace ibid
