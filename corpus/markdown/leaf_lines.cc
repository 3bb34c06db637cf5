// SPDX-License-Identifier: GPL-2.0-or-later
//
// See markdown_reader.h: what a block without blocks in it says of its lines.
#include <algorithm>
#include <charconv>

#include "corpus/markdown/html_signs.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/markdown/table_rows.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {

using LineKind = MarkedLine::Kind;

void MarkdownReader::note(const LeafLine& line, LineKind kind, bool begins) {
  MarkedLine noted;
  noted.begin = line.source.begin;
  noted.kind = kind;
  noted.begins = begins;
  if (kind == LineKind::kText) noted.content = trim(text_, line.range());
  out_.lines.push_back(noted);
}

// The line under the current one is no text.
void MarkdownReader::note_next_line() {
  const std::uint64_t next = runs_.line().next;
  if (next >= text_.size()) return;
  MarkedLine noted;
  noted.begin = next;
  noted.kind = LineKind::kNothing;
  out_.lines.push_back(noted);
}

void MarkdownReader::end_texts() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (leaf_ == Leaf::kIndentedCode && !is_quoted()) code_.push_back(out_.lines.size());
    note(lines_[i], LineKind::kText, i == 0);
  }
}

void MarkdownReader::end_paragraph() {
  if (!has_words_) {  // pictures alone are no passage
    for (const ByteRange caption : captions_) runs_.add_sign(caption);
    runs_.sort_since(leaf_mark_);
  }
  if (lines_.size() > 1 && is_delimiter_row(slice(text_, lines_[1].range())) &&
      text_.substr(lines_[0].content, lines_[0].range().size()).find('|') != text_.npos) {
    return end_table_of_short_dashes();
  }
  if (is_quoted()) return end_texts();
  const LeafLine& first = lines_.front();
  const bool item = new_bullets_ > 1 || new_number_;
  if (!item && (first.source.after_blank || new_bullets_ == 1)) return;
  note(first, LineKind::kPlain, true);
  if (item) out_.lines.back().content = trim(text_, first.range());
  if (containers_.empty() || containers_.back().items.empty() || !new_number_) return;
  OrderedItem& listed = containers_.back().items.back();
  std::from_chars(text_.data() + first.content, text_.data() + first.source.end, listed.number);
  listed.note = out_.lines.size() - 1;
  listed.first = first.source.number;
  listed.hangs = std::all_of(lines_.begin() + 1, lines_.end(),
                             [](const LeafLine& line) { return line.content > line.source.begin; });
}

void MarkdownReader::end_heading() {
  if (is_quoted()) return end_texts();
  const LeafLine& first = lines_.front();
  if (!containers_.empty()) return end_paragraph();
  const std::string_view line = slice(text_, first.range());
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  const bool atx =
      signs == level_ && (signs == line.size() || line[signs] == ' ' || line[signs] == '\t');
  // Several lines above "---" are a paragraph above a rule, whatever CommonMark makes of them.
  if (!atx && level_ == 2 && lines_.size() > 1) {
    if (!first.source.after_blank) note(first, LineKind::kPlain, true);
    return note_next_line();
  }
  headings_ += out_.lines.empty() && headings_ == 0 && first.source.number == 0 ? 0 : 1;
  note(first, LineKind::kHeading, true);
  out_.lines.back().level = level_;
  for (std::size_t i = 1; i < lines_.size(); ++i) note(lines_[i], LineKind::kText, false);
  if (!atx) note_next_line();
}

void MarkdownReader::end_html() {
  const std::size_t first = runs_.mark();
  std::vector<ByteRange> signs;
  append_html_signs(text_, {lines_.front().source.begin, lines_.back().source.end}, signs);
  for (const ByteRange sign : signs) runs_.add_sign(sign);
  runs_.sort_since(first);
  auto sign = signs.begin();
  bool begins = true;
  for (const LeafLine& line : lines_) {
    std::vector<ByteRange> in_line;
    for (; sign != signs.end() && sign->begin < line.source.end; ++sign) in_line.push_back(*sign);
    const bool words = !trim(unmarked(text_, line.range(), in_line)).empty();
    begins |= text_[line.content] == '<';
    note(line, words ? LineKind::kText : LineKind::kNothing, begins);
    begins = !words;
  }
}

void MarkdownReader::end_row() {
  const LeafLine& row = lines_.front();
  const std::vector<ByteRange> pipes = cell_pipes(text_, row.range());
  if (pipes.empty() && !in_head_) return note(row, LineKind::kText, true);  // "자료: …" below it
  note(row, LineKind::kText, true);
  out_.lines.back().content = without_outer_pipes(text_, row.range());
  if (in_head_) {
    header_ = out_.lines.back().content;
    return note_next_line();
  }
  out_.lines.back().header = header_;
}

// GitHub's tables need one dash in a column; md4c 0.4.8 wants three.
void MarkdownReader::end_table_of_short_dashes() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    note(lines_[i], i == 1 ? LineKind::kNothing : LineKind::kText, true);
    if (i == 1) continue;
    for (const ByteRange pipe : cell_pipes(text_, lines_[i].range())) runs_.add_sign(pipe);
    out_.lines.back().content = without_outer_pipes(text_, lines_[i].range());
    if (i == 0) header_ = out_.lines.back().content;
    if (i > 0) out_.lines.back().header = header_;
  }
  runs_.sort_since(leaf_mark_);
}

TextMarks MarkdownReader::finish() {
  end_leaf();
  runs_.end_text();
  // Without headings of Markdown, numbered lines may be the report's headings, and indented ones
  // its text.
  if (headings_ > 0) {
    for (const std::size_t listed : listed_) out_.lines[listed].kind = LineKind::kText;
  } else {
    for (const std::size_t code : code_) {
      out_.lines[code].kind = LineKind::kPlain;
      out_.lines[code].content = {};
      out_.lines[code].begins = false;
    }
  }
  out_.markup = runs_.take_markup();
  return std::move(out_);
}

}  // namespace ibid
