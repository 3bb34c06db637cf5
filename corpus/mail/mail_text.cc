// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/mail/mail_text.h"

#include <algorithm>
#include <string_view>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

struct MailLine {
  ByteRange text;  // without signs and line end
  std::size_t depth = 0;
  bool goes_on = false;
};

// Takes ">", ">>", "> >" off the line, and one space behind them.
std::size_t take_signs(std::string_view line, std::size_t& depth) {
  std::size_t at = 0;
  while (at < line.size() && line[at] == '>') {
    ++depth;
    ++at;
    if (at + 1 < line.size() && line[at] == ' ' && line[at + 1] == '>') ++at;
  }
  return at;
}

MailLine line_of(std::string_view all, ByteRange range, MailLines how) {
  MailLine line;
  if (range.end > range.begin && all[range.end - 1] == '\r') --range.end;
  const std::string_view text = slice(all, range);
  std::size_t begin = take_signs(text, line.depth);
  if ((how.flowed || line.depth > 0) && begin < text.size() && text[begin] == ' ') ++begin;
  line.text = {range.begin + begin, range.end};
  line.goes_on = how.flowed && text.ends_with(' ') && text.substr(begin) != "-- ";
  return line;
}

}  // namespace

void append_mail_text(ExtractBuilder& out, const MappedText& text, std::uint32_t part,
                      MailLines lines) {
  const std::string_view all = text.text;
  out.end_block();
  MailLine before;
  std::size_t line_feed = 0;  // of the line before
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    MailLine line = line_of(all, {begin, end}, lines);
    begin = end + 1;
    const bool blank = trim(slice(all, line.text)).empty();
    if (blank || line.depth != before.depth) out.end_block();
    if (!blank) {
      if (!out.in_block()) {
        out.begin_block(line.depth > 0 ? ExtractedBlock::Kind::kQuotation
                                       : ExtractedBlock::Kind::kParagraph);
      } else if (!before.goes_on) {
        add_range(out, text, {line_feed, line_feed + 1}, part);
      }
      ByteRange shown = line.text;
      if (line.goes_on && lines.joins_words) --shown.end;
      add_range(out, text, shown, part);
    }
    before = line;
    line_feed = end;
  }
  out.end_block();
}

}  // namespace ibid
