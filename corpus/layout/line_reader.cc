// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/line_reader.h"

#include <algorithm>

#include "corpus/dates/find_date.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/outline.h"
#include "corpus/markdown/bare_lines.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::uint32_t kTabStop = 4;  // columns, as in Markdown
constexpr std::size_t kMaxHashes = 6;  // deepest Markdown heading

// Bullets that need no space after them: text does not begin with one of these by chance.
bool is_bullet_sign(char32_t c) {
  static constexpr std::u32string_view kSigns = U"•▪▫‣◦●○■□∙⁃◆◇❍⦁➢";
  return kSigns.find(c) != std::u32string_view::npos;
}

// Signs that also have another meaning ("-5 degrees").
bool is_spaced_bullet_sign(char32_t c) {
  static constexpr std::u32string_view kSigns = U"-*+–—ㅇ";
  return kSigns.find(c) != std::u32string_view::npos;
}

// "---", "* * *", "=====": three or more of one sign and nothing else.
bool is_rule(std::string_view content) {
  static constexpr std::u32string_view kSigns = U"-=*_~─━═";
  char32_t sign = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < content.size();) {
    const char32_t c = next_code_point(content, at);
    if (is_space(c)) continue;
    if (count > 0 ? c != sign : kSigns.find(c) == std::u32string_view::npos) return false;
    sign = c;
    ++count;
  }
  return count >= 3;
}

}  // namespace

std::optional<OutlineLine> LineReader::next() {
  while (at_ < text_.size()) {
    const ByteRange whole = take_line();
    const bool form_feed = whole.end < text_.size() && text_[whole.end] == '\f';
    const std::string_view content = slice(text_, trim(text_, whole));
    const MarkedLine* noted = note_at(whole.begin);
    if (content.empty() || is_nothing(content, noted)) {
      blank_ = true;
      continue;
    }
    OutlineLine line = read_line(whole, noted);
    line.after_blank = blank_ || (is_extracted() && line.begins);
    blank_ = form_feed;
    if (!line.content.empty() || line.mark == LineMark::kBullet) return line;
    blank_ = true;
  }
  return {};
}

ByteRange LineReader::take_line() {
  const std::size_t begin = at_;
  const std::size_t end = std::min(text_.find_first_of("\n\r\f", begin), text_.size());
  at_ = end + 1;
  if (end + 1 < text_.size() && text_[end] == '\r' && text_[end + 1] == '\n') ++at_;
  return {begin, end};
}

const MarkedLine* LineReader::note_at(std::size_t begin) {
  if (markdown_ == nullptr) return nullptr;
  const auto& notes = markdown_->lines;
  while (note_ < notes.size() && notes[note_].begin < begin) ++note_;
  return note_ < notes.size() && notes[note_].begin == begin ? &notes[note_] : nullptr;
}

bool LineReader::is_nothing(std::string_view content, const MarkedLine* noted) const {
  if (noted == nullptr) {
    return is_rule(content) || (is_markdown() && is_bare_sign(content));
  }
  if (noted->kind == MarkedLine::Kind::kNothing) return true;
  return noted->kind == MarkedLine::Kind::kText ? noted->content.empty() : is_rule(content);
}

OutlineLine LineReader::read_line(ByteRange whole, const MarkedLine* noted) const {
  OutlineLine line;
  line.content = trim(text_, whole);
  for (std::size_t at = whole.begin; at < line.content.begin;) {
    const bool tab = next_code_point(text_, at) == U'\t';
    line.indent += tab ? kTabStop - line.indent % kTabStop : 1;
  }
  if (noted != nullptr) {
    read_note(*noted, whole, line);
  } else {
    read_mark(line);
    line.begins = is_markdown() && is_definition(slice(text_, line.content));
  }
  return line;
}

void LineReader::read_note(const MarkedLine& noted, ByteRange whole, OutlineLine& line) const {
  line.begins = noted.begins;
  line.header = noted.header;
  line.is_text = noted.kind == MarkedLine::Kind::kText;
  if (noted.kind == MarkedLine::Kind::kHeading) {
    if (is_markdown() && text_[line.content.begin] == '#') return read_hash(line);
    if (is_extracted() || is_title_above_dashes(noted, line)) {
      line.mark = LineMark::kHash;
      line.hashes = noted.level;
    }
    return;
  }
  if (!line.is_text) read_mark(line);
  // Where the file says what its headings are, a paragraph is none, whatever it begins with.
  line.is_text = line.is_text || (is_extracted() && !markdown_->finds_titles &&
                                  line.mark == LineMark::kNone && !is_known_title(line));
  if (noted.content.empty()) return;
  line.content = {noted.content.begin, std::min(noted.content.end, whole.end)};
}

bool LineReader::is_known_title(const OutlineLine& line) const {
  return is_known_heading(slice(text_, line.content));
}

bool LineReader::is_title_above_dashes(const MarkedLine& noted, const OutlineLine& line) const {
  const std::string_view title = slice(text_, line.content);
  if (noted.level == 1) return true;
  const FoundDate date = find_date_in(title);
  const bool dated = !date.iso.empty() && date.text.size() * 2 >= title.size();
  return !ends_like_sentence(title) && !dated;
}

void LineReader::read_mark(OutlineLine& line) const {
  const std::string_view content = slice(text_, line.content);
  std::size_t after = 0;
  const char32_t sign = next_code_point(content, after);
  const std::size_t begin = skip_spaces(content, after);
  const bool spaced = begin > after;
  if (is_bullet_sign(sign) || (is_spaced_bullet_sign(sign) && spaced)) {
    line.mark = LineMark::kBullet;
    line.square = sign == U'■' || sign == U'◆';
  } else if (sign == U'·') {
    line.mark = spaced ? LineMark::kBullet : LineMark::kMiddleDot;
  } else if (sign == U'#' && markdown_ == nullptr) {
    return read_hash(line);
  } else {
    const std::size_t rest = official_mark(content, sign, after);
    if (rest == 0) return;
    line.mark = LineMark::kBullet;
    line.content.begin += rest;
    return;
  }
  if (line.mark == LineMark::kBullet) line.content.begin += begin;
}

std::size_t LineReader::official_mark(std::string_view content, char32_t sign, std::size_t after) {
  if (sign == U'*') {
    while (after < content.size() && content[after] == '*') ++after;
  } else if (sign != U'※' && sign != U'o') {
    return 0;
  }
  const std::size_t begin = skip_spaces(content, after);
  if (begin == content.size() || (begin == after && sign != U'※')) return 0;
  const std::string_view rest = content.substr(begin);
  if (sign == U'※') return is_known_heading(rest) ? 0 : begin;
  std::size_t at = 0;
  return sign == U'*' || is_hangul(next_code_point(rest, at)) ? begin : 0;
}

void LineReader::read_hash(OutlineLine& line) const {
  const std::string_view content = slice(text_, line.content);
  const std::size_t hashes = std::min(content.find_first_not_of('#'), content.size());
  const std::size_t begin = skip_spaces(content, hashes);
  if (hashes > kMaxHashes || begin == hashes) return;
  std::size_t end = content.size();
  while (end > begin && content[end - 1] == '#') --end;
  const bool closed = end < content.size() && (end == begin || content[end - 1] == ' ');
  line.mark = LineMark::kHash;
  line.hashes = static_cast<std::uint32_t>(hashes);
  line.content = trim(
      text_, {line.content.begin + begin, line.content.begin + (closed ? end : content.size())});
}

bool LineReader::is_markdown() const {
  return markdown_ != nullptr && markdown_->origin == TextMarks::Origin::kMarkdown;
}

bool LineReader::is_extracted() const {
  return markdown_ != nullptr && markdown_->origin == TextMarks::Origin::kExtracted;
}

}  // namespace ibid
