// SPDX-License-Identifier: GPL-2.0-or-later
//
// See text_runs.h.
#include "corpus/markdown/text_runs.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {

TextRuns::TextRuns(std::string_view text, std::uint64_t begin) : text_(text), covered_(begin) {
  read_line(begin);
}

bool TextRuns::is_blank_line() const {
  return text_.substr(line_.begin, line_.end - line_.begin).find_first_not_of(" \t\v\f") ==
         std::string_view::npos;
}

void TextRuns::read_line(std::uint64_t begin) {
  line_.begin = begin;
  const std::size_t size = std::min(text_.substr(begin).find('\n'), text_.size() - begin);
  line_.end = begin + std::min(text_.substr(begin, size).find('\r'), size);
  line_.next = line_.end + 1;
  const bool two = text_.substr(std::min<std::size_t>(line_.end, text_.size()), 2) == "\r\n";
  if (two) ++line_.next;
}

void TextRuns::go_to(std::uint64_t at) {
  while (at >= line_.next && line_.next <= text_.size()) {
    pass_line();
    line_.after_blank = is_blank_line();
    if (!line_.after_blank) ++line_.number;
    read_line(line_.next);
  }
}

void TextRuns::end_text() {
  go_to(text_.size());
  pass_line();
}

// "5*10 and 3*4" has no emphasis in it, though CommonMark says so.
bool TextRuns::is_times(ByteRange sign) const {
  const bool inside = sign.begin > 0 && sign.end < text_.size();
  return inside && is_ascii_digit(text_[sign.begin - 1]) && is_ascii_digit(text_[sign.end]) &&
         slice(text_, sign).find_first_not_of('*') == std::string_view::npos;
}

void TextRuns::add_sign(ByteRange sign) {
  sign = trim(text_, sign);
  if (is_times(sign)) return;
  const std::string_view ends =
      pipes_part_ ? std::string_view("\0|", 2) : std::string_view("\0", 1);
  while (!sign.empty()) {
    const std::string_view left = slice(text_, sign);
    std::uint64_t size = std::min(left.find_first_of(ends), left.size());
    if (size == 0) size = 1;
    // md4c reports a NUL as a run elsewhere.
    const ByteRange piece = trim(text_, {sign.begin, sign.begin + size});
    if (!piece.empty() && text_[piece.begin] != '\0') markup_.push_back(piece);
    sign.begin += size;
  }
}

void TextRuns::take(ByteRange run, std::uint64_t from) {
  from = std::max(from, covered_);
  if (from < run.begin) add_sign({from, run.begin});
  covered_ = std::max(covered_, run.end);
}

void TextRuns::end_line() {
  if (covered_ <= line_.begin || covered_ >= line_.end) return;
  add_sign({covered_, line_.end});
  covered_ = line_.end;
}

// Without a run, a line is text of no block (a definition), or a picture without words.
void TextRuns::pass_line() {
  if (covered_ > line_.begin) return end_line();
  const ByteRange line = trim(text_, {line_.begin, line_.end});
  const std::string_view content = slice(text_, line);
  const bool picture = content.starts_with("![") || content.starts_with("[![");
  if (picture && content.ends_with(')')) add_sign(line);
}

void TextRuns::keep_brackets(std::uint64_t first) {
  const auto before = std::find_if(markup_.rbegin(), markup_.rend(),
                                   [&](ByteRange sign) { return sign.end <= first; });
  if (before == markup_.rend() || before->end != first || text_[first - 1] != '[') return;
  if (covered_ >= text_.size() || text_[covered_] != ']') return;
  --before->end;
  if (before->empty()) markup_.erase(std::prev(before.base()));
  ++covered_;
  if (covered_ < line_.end && text_[covered_] == '[') {
    const std::size_t size = slice(text_, {covered_, line_.end}).find(']');
    if (size != std::string_view::npos) covered_ += size + 1;
  }
}

void TextRuns::sort_since(std::size_t mark) {
  std::sort(markup_.begin() + static_cast<std::ptrdiff_t>(mark), markup_.end(),
            [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
}

}  // namespace ibid
