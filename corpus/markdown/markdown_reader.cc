// SPDX-License-Identifier: GPL-2.0-or-later
//
// See markdown_reader.h: which blocks, and which runs of text. leaf_lines.cc turns a block into
// lines.
#include "corpus/markdown/markdown_reader.h"

#include <algorithm>
#include <functional>

#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {

// ---- blocks ------------------------------------------------------------------------------------

void MarkdownReader::enter(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      end_leaf();
      containers_.push_back({type, {}});
      if (type == MD_BLOCK_QUOTE) ++quotations_;
      return;
    case MD_BLOCK_LI:
      end_leaf();
      if (containers_.back().type == MD_BLOCK_OL) containers_.back().items.emplace_back();
      (containers_.back().type == MD_BLOCK_OL) ? void(new_number_ = true) : void(++new_bullets_);
      return;
    case MD_BLOCK_H:
      level_ = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
      return open_leaf(Leaf::kHeading);
    case MD_BLOCK_CODE:
      return open_leaf(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0
                           ? Leaf::kFencedCode
                           : Leaf::kIndentedCode);
    case MD_BLOCK_HTML:
      return open_leaf(Leaf::kHtml);
    case MD_BLOCK_P:
      return open_leaf(Leaf::kParagraph);
    case MD_BLOCK_TABLE:
      header_ = {};
      return;
    case MD_BLOCK_THEAD:
      in_head_ = true;
      return;
    case MD_BLOCK_TR:
      open_leaf(Leaf::kRow);
      return runs_.part_at_pipes();
    case MD_BLOCK_HR:
      return end_leaf();
    default:
      return;
  }
}

void MarkdownReader::leave(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return;
    case MD_BLOCK_THEAD:
      in_head_ = false;
      return;
    case MD_BLOCK_LI:
      end_leaf();
      new_bullets_ = 0;
      new_number_ = false;
      if (!containers_.back().items.empty()) {
        containers_.back().items.back().past = runs_.line().number + 1;
      }
      return;
    case MD_BLOCK_OL:
      append_listed(containers_.back().items, listed_);
      [[fallthrough]];
    case MD_BLOCK_UL:
    case MD_BLOCK_QUOTE:
      end_leaf();
      containers_.pop_back();
      if (type == MD_BLOCK_QUOTE) --quotations_;
      return;
    default:
      return end_leaf();
  }
}

void MarkdownReader::open_leaf(Leaf leaf) {
  end_leaf();
  leaf_ = leaf;
}

void MarkdownReader::end_leaf() {
  runs_.end_line();
  if (!lines_.empty()) {
    take_pairs();
    switch (leaf_) {
      case Leaf::kHeading:
        end_heading();
        break;
      case Leaf::kHtml:
        end_html();
        break;
      case Leaf::kRow:
        end_row();
        break;
      case Leaf::kFencedCode:
      case Leaf::kIndentedCode:
        end_texts();
        break;
      default:
        end_paragraph();
    }
    new_bullets_ = 0;
    new_number_ = false;
  }
  runs_.part_at_nothing();
  leaf_ = Leaf::kNone;
  lines_.clear();
  pairs_.clear();
  captions_.clear();
  has_words_ = false;
}

// ---- runs --------------------------------------------------------------------------------------

// Where the text of a line begins that has its first run at `first_run`: behind the signs of
// quotations and bullets, but before the number of an item.
std::uint64_t MarkdownReader::content_of(const SourceLine& line, std::uint64_t first_run,
                                         bool first_line) {
  std::size_t bullets = first_line ? new_bullets_ : 0;
  std::uint64_t at = line.begin;
  while (at < first_run) {
    const char c = text_[at];
    const bool spaced = at + 1 == line.end || text_[at + 1] == ' ' || text_[at + 1] == '\t';
    const bool bullet = bullets > 0 && spaced && (c == '-' || c == '*' || c == '+');
    if (bullet) --bullets;
    if (c != ' ' && c != '\t' && !bullet && !(c == '>' && is_quoted())) break;
    ++at;
  }
  return at;
}

// Returns where the signs before `run`, on the current line, may begin.
std::uint64_t MarkdownReader::begin_line(std::uint64_t run) {
  const SourceLine& line = runs_.line();
  if (!lines_.empty() && lines_.back().source.begin == line.begin) return 0;
  const bool first = lines_.empty();
  const std::uint64_t content = content_of(line, run, first);
  lines_.push_back({line, content});
  if (!first || !new_number_ || !is_ascii_digit(text_[content])) return content;
  const std::uint64_t digits = text_.find_first_not_of("0123456789", content);
  return std::min(digits + 1, run);  // the number of an item is text
}

void MarkdownReader::take(MD_TEXTTYPE type, const char* at, std::size_t size) {
  const std::less<const char*> before;
  if (before(at, text_.data()) || !before(at, text_.data() + text_.size())) return;
  std::uint64_t begin = static_cast<std::uint64_t>(at - text_.data());
  const std::uint64_t end = begin + size;
  if (lines_.empty()) leaf_mark_ = runs_.mark();
  for (Link& link : links_) {
    if (link.first == 0) link.first = begin;
  }
  const std::string_view run = slice(text_, {begin, end});
  const bool sign = (type == MD_TEXT_HTML && leaf_ != Leaf::kHtml) ||
                    (type == MD_TEXT_ENTITY && entity_character(run));
  while (begin < end) {
    runs_.go_to(begin);
    const std::uint64_t signs = begin_line(begin);
    const std::uint64_t piece = std::max(begin, std::min(end, runs_.line().end));
    runs_.take({begin, piece}, signs);
    if (sign) runs_.add_sign({begin, piece});
    if (pictures_ > 0 && !sign) captions_.push_back({begin, piece});
    begin = std::max(piece, std::min(end, runs_.line().next));
  }
  has_words_ |= pictures_ == 0 && !trim(run).empty();
  if (type != MD_TEXT_NORMAL) return;
  for (const std::string_view pair : {"**", "~~"}) {
    for (std::size_t at_pair = run.find(pair); at_pair != run.npos;
         at_pair = run.find(pair, at_pair + 2)) {
      pairs_.push_back(end - size + at_pair);
    }
  }
}

void MarkdownReader::leave_link() {
  const Link link = links_.back();
  links_.pop_back();
  const std::uint64_t end = runs_.end_of_runs();
  if (link.first == 0 || end <= link.first) return;
  bool letters = false;
  for (std::size_t at = link.first; at < end && !letters;) {
    letters = is_letter(next_code_point(text_, at));
  }
  const bool marked = text_[link.first] == '[';  // "[[1]](https://…)"
  if (!marked && (!letters || text_[link.first] == '^')) runs_.keep_brackets(link.first);
}

// Pairs that md4c took for text. "~~" because it is not asked for strike-through. "**" because
// CommonMark does not end emphasis between a closing sign and a letter, as Korean writes it:
// **"국방"**은. A reader is shown the stars there, but nobody means them.
void MarkdownReader::take_pairs() {
  std::sort(pairs_.begin(), pairs_.end());
  for (std::size_t i = 0; i + 1 < pairs_.size(); ++i) {
    if (!is_pair(pairs_[i], pairs_[i + 1])) continue;
    for (const std::uint64_t at : {pairs_[i], pairs_[i + 1]}) runs_.add_sign({at, at + 2});
    ++i;
  }
  if (!pairs_.empty()) runs_.sort_since(leaf_mark_);
}

bool MarkdownReader::is_pair(std::uint64_t open, std::uint64_t close) const {
  const auto after = [this](std::size_t at) {
    return at < text_.size() ? next_code_point(text_, at) : U' ';
  };
  const auto before = [this](std::size_t at) {
    return at > 0 ? previous_code_point(text_, at) : U' ';
  };
  const auto is_sign = [](char32_t c) { return !is_space(c) && !is_letter_or_digit(c); };
  if (text_[open] != text_[close] || close < open + 3) return false;
  if (is_space(after(open + 2)) || is_space(before(close))) return false;
  if (text_[open] == '~') return true;
  return (is_letter(before(open)) && is_sign(after(open + 2))) ||
         (is_sign(before(close)) && is_letter(after(close + 2)));
}

}  // namespace ibid
