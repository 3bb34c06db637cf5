// SPDX-License-Identifier: GPL-2.0-or-later
//
// StoryReader: pieces of text, and whether they are shown.
#include <algorithm>
#include <utility>

#include "corpus/docx/story_reader.h"
#include "corpus/text/byte_range.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using enum WordTag;

constexpr std::size_t kMostMark = 64;  // of a note, as its author writes it

// Within a w:t line ends and tabs are spaces.
bool is_layout(char c) { return c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

bool StoryReader::hidden_run() {
  Run& run = frame().run;
  if (!run.checked) {
    run.checked = true;
    const std::string_view of = frame().paragraph ? std::string_view(frame().paragraph->style) : "";
    const bool paragraph = context_.styles.of(of).vanish.value_or(false);
    const bool character =
        !run.style.empty() && context_.styles.of(run.style).vanish.value_or(false);
    // A toggle property (17.7.3): two styles that both hide show again.
    run.hidden = run.vanish.value_or(paragraph != character);
  }
  return run.hidden;
}

std::optional<LeftOutText::Reason> StoryReader::reason_to_leave_out() {
  if (skipped_.depth != 0) return Reason::kCopy;
  if (frame().reason) return frame().reason;
  if (deleted_ > 0) return Reason::kDeleted;
  if (!frame().tables.empty()) {
    const Table& table = frame().tables.back();
    if (table.row_reason) return table.row_reason;
    if (table.cell_reason) return table.cell_reason;
  }
  if (frame().fields.hides_text() || hidden_run()) return Reason::kHidden;
  // The reading above a word is a second form of the word.
  if (ruby_texts_ > 0) return Reason::kCopy;
  return std::nullopt;
}

std::uint32_t StoryReader::link() {
  for (auto link = frame().links.rbegin(); link != frame().links.rend(); ++link) {
    if (*link != Draft::kNone) return *link;
  }
  return frame().fields.link();
}

void StoryReader::text(std::string_view text, ByteRange bytes) {
  if (!in_text_) return;
  if (skipped_.depth != 0) {
    if (skipped_.is_copy && tags_.back() != kInstrText && frame().paragraph) {
      frame().paragraph->draft.leave_out(Reason::kCopy, text, part_);
    }
    return;
  }
  switch (tags_.back()) {
    case kInstrText:
      frame().fields.add_instruction(text);
      break;
    case kDelText:
      if (frame().paragraph) frame().paragraph->draft.leave_out(Reason::kDeleted, text, part_);
      break;
    default:
      if (keeps_space_) {
        add(text, bytes);
      } else {
        waiting_.emplace_back(text, bytes);
      }
  }
}

// Word drops white space at the edges of a w:t that does not say xml:space="preserve".
void StoryReader::end_text() {
  in_text_ = false;
  const auto is_blank = [](char c) { return c == ' ' || is_layout(c); };
  const auto clip = [](std::pair<std::string, ByteRange>& piece, std::size_t begin,
                       std::size_t end) {
    const TextSpan span =
        TextSpan{0, piece.second.begin, piece.first.size(), piece.second.size()}.clip(begin, end);
    piece = {piece.first.substr(begin, end - begin),
             {span.file_begin, span.file_begin + span.file_length}};
  };
  std::size_t first = 0, last = waiting_.size();
  for (; first < last; ++first) {
    auto& piece = waiting_[first];
    const auto begin = std::find_if_not(piece.first.begin(), piece.first.end(), is_blank);
    if (begin == piece.first.end()) continue;
    clip(piece, static_cast<std::size_t>(begin - piece.first.begin()), piece.first.size());
    break;
  }
  for (; last > first; --last) {
    auto& piece = waiting_[last - 1];
    const auto end = std::find_if_not(piece.first.rbegin(), piece.first.rend(), is_blank);
    if (end == piece.first.rend()) continue;
    clip(piece, 0, static_cast<std::size_t>(piece.first.rend() - end));
    break;
  }
  for (; first < last; ++first) add(waiting_[first].first, waiting_[first].second);
  waiting_.clear();
}

TextHeight StoryReader::height() {
  const Run& run = frame().run;
  if (run.height || run.style.empty()) return run.height.value_or(TextHeight::kLine);
  return context_.styles.of(run.style).height.value_or(TextHeight::kLine);
}

void StoryReader::add(std::string_view text, ByteRange bytes) {
  if (text.empty() || !frame().paragraph) return;
  if (frame().run.custom_mark) {
    std::string& label = frame().run.custom_mark->label;
    if (label.size() + text.size() <= kMostMark) label += text;
    return;
  }
  Draft& draft = frame().paragraph->draft;
  if (const auto reason = reason_to_leave_out()) return draft.leave_out(*reason, text, part_);
  // ½ 5 would be read as 1/25.
  if (std::exchange(after_fraction_, false) && is_ascii_digit(text[0])) add_unplaced(" ");
  const std::size_t before = draft.text.size();
  std::size_t begin = 0;
  const TextSpan whole{0, bytes.begin, text.size(), bytes.size()};
  const auto put = [&](std::size_t end) {
    if (end == begin) return;
    const TextSpan span = whole.clip(begin, end);
    draft.add(text.substr(begin, end - begin),
              {span.file_begin, span.file_begin + span.file_length}, link());
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_layout(text[at])) continue;
    put(at);
    draft.add_unplaced(" ", link());
    begin = at + 1;
  }
  put(text.size());
  draft.set_height(before, height());
}

void StoryReader::add_unplaced(std::string_view text) {
  if (!frame().paragraph) return;
  if (frame().run.custom_mark) {
    std::string& label = frame().run.custom_mark->label;
    if (label.size() + text.size() <= kMostMark) label += text;
    return;
  }
  Draft& draft = frame().paragraph->draft;
  if (const auto reason = reason_to_leave_out()) {
    draft.leave_out(*reason, text, part_);
    return;
  }
  const std::size_t before = draft.text.size();
  draft.add_unplaced(frame().tables.empty() || !is_layout(text[0]) ? text : " ", link());
  draft.set_height(before, height());
}

void StoryReader::finish() { flush_carried(); }

}  // namespace ibid
