// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/wrap_text.h"

#include <algorithm>

#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"

namespace ibid {
namespace {

class Lines {
 public:
  Lines(std::string_view text, std::size_t columns) : text_(text), columns_(columns) {}

  void add_word(ByteRange word) {
    const std::size_t width = display_width(view(word));
    const std::size_t gap = word.begin - line_.end;  // spaces, one column each
    if (!line_.empty() && line_width_ + gap + width > columns_) end_line();
    if (line_.empty()) {
      cut_long_word(word);
      return;
    }
    line_.end = word.end;
    line_width_ += gap + width;
  }

  std::vector<ByteRange> finish() {
    end_line();
    return std::move(lines_);
  }

 private:
  std::string_view view(ByteRange range) const { return text_.substr(range.begin, range.size()); }

  void end_line() {
    if (!line_.empty()) lines_.push_back(line_);
    line_ = {};
    line_width_ = 0;
  }

  // Cuts whole lines off a word that is wider than one; the rest begins the next line.
  void cut_long_word(ByteRange word) {
    std::size_t width = display_width(view(word));
    while (width > columns_) {
      std::size_t part = fit_width(view(word), columns_).size();
      if (part == 0) part = first_char(view(word)).length;  // one character wider than the line
      lines_.push_back({word.begin, word.begin + part});
      word.begin += part;
      width = display_width(view(word));
    }
    line_ = word;
    line_width_ = width;
  }

  std::string_view text_;
  std::size_t columns_;
  std::vector<ByteRange> lines_;
  ByteRange line_;
  std::size_t line_width_ = 0;
};

}  // namespace

std::vector<ByteRange> wrap_text(std::string_view text, std::size_t columns) {
  Lines lines(text, std::max<std::size_t>(columns, 1));
  std::size_t at = text.find_first_not_of(' ');
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    lines.add_word({at, end});
    at = text.find_first_not_of(' ', end);
  }
  return lines.finish();
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::string_view kept = fit_width(text, columns > 0 ? columns - 1 : 0);
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + "…";
}

}  // namespace ibid
