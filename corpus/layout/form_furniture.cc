// SPDX-License-Identifier: GPL-2.0-or-later
//
// See form_furniture.h.
#include "corpus/layout/form_furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/layout/known_titles.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kLabels = std::to_array<std::string_view>({
#include "corpus/word_lists/furniture_labels.inc"
});

constexpr std::array kNotices = std::to_array<std::string_view>({
#include "corpus/word_lists/furniture_notices.inc"
});

constexpr std::array kEndMarks = std::to_array<std::string_view>(
    {"끝.", "끝", "<끝>", "- 끝 -", "-끝-", "(끝)", "###", "-end-", "- end -", "(end)", "— 끝 —"});

// Ends of a line of attachments: "현황 1부.", "… 끝."
constexpr std::array kAttached =
    std::to_array<std::string_view>({"끝.", "부.", "부", "끝", "쪽", "매"});

constexpr std::size_t kMaxNotice = 300;    // bytes
constexpr std::size_t kMaxFormLine = 240;  // bytes
constexpr std::size_t kMaxFormLines = 12;
constexpr std::size_t kLongestLabel = 40;  // bytes, with what tells it from a word
constexpr std::size_t kMaxMarkLine = 24;   // bytes
constexpr std::size_t kMaxPageDigits = 4;

std::size_t skip_digits(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of("0123456789", at), text.size());
}

// "1 -" as the bullet "- 1 -" has it, "- 1 -", "3 / 12", "page 3 of 12"
bool is_page_line(std::string_view line, bool bullet) {
  std::string small = ascii_lower(line);
  std::string_view rest = small;
  const bool dashed = bullet || rest.starts_with("-");
  for (const std::string_view before : {"-", "–", "—", "page"}) {
    if (rest.starts_with(before)) rest = trim(rest.substr(before.size()));
  }
  const std::size_t digits = skip_digits(rest, 0);
  if (digits == 0 || digits > kMaxPageDigits) return false;
  rest = trim(rest.substr(digits));
  if (rest == "-" || rest == "–" || rest == "—") return dashed;
  const bool of = rest.starts_with("/") || rest.starts_with("of ");
  if (!of || bullet) return false;
  rest = trim(rest.substr(rest.find_first_of("/f") + 1));
  return !rest.empty() && skip_digits(rest, 0) == rest.size() &&
         (small.starts_with("page") || small.find('/') != std::string::npos);
}

// The label that `small` begins with, and that is followed by no other word: a colon, a gap, a
// number. Empty if there is none.
std::string_view form_label(std::string_view small) {
  while (!small.empty() && std::string_view("[(<*_ ").find(small.front()) != std::string::npos) {
    small.remove_prefix(1);
  }
  if (small.empty()) return {};
  for (const std::string_view label : kLabels) {
    if (small.front() != label.front() || !small.starts_with(label)) continue;
    const std::string_view rest = small.substr(label.size());
    const std::string_view after = trim(rest);
    const bool gap = rest.starts_with("  ") || rest.starts_with("\t");
    const bool korean = !is_ascii_letter(label.front());
    if (after.empty() || gap || std::string_view(":)]>").find(after.front()) != std::string::npos ||
        (korean && rest.front() == ' ') || (korean && is_ascii_digit(after.front()))) {
      return label;
    }
  }
  return {};
}

bool is_attachment(std::string_view label) {
  return label == "붙임" || label == "첨부" || label == "별첨" || label == "첨부파일";
}

// The first line has a label; below it are more fields, or attachments, but no sentences.
bool is_form(std::string_view text, const Block& block) {
  if (block.lines.size() > kMaxFormLines) return false;
  const std::string_view first = slice(text, block.lines.front());
  const std::string_view label = form_label(ascii_lower(first.substr(0, kLongestLabel)));
  if (label.empty()) return false;
  return std::all_of(block.lines.begin(), block.lines.end(), [&](const ByteRange& range) {
    const std::string_view line = slice(text, range);
    if (line.size() > kMaxFormLine) return false;
    if (!ends_like_sentence(line) || begins_with_one_of(ascii_lower(line), kNotices)) return true;
    return is_attachment(label) && ends_with_one_of(line, kAttached);
  });
}

bool is_notice(std::string_view text, const Block& block, PassageKind kind) {
  std::size_t size = 0;
  for (const ByteRange& line : block.lines) size += line.size() + 1;
  if (size > kMaxNotice) return false;
  if (kind == PassageKind::kSource) {
    return begins_with_one_of(ascii_lower(slice(text, block.lines.front())), kNotices);
  }
  std::string words;
  for (const ByteRange& line : block.lines) {
    if (!words.empty()) words += ' ';
    words += slice(text, line);
  }
  words = ascii_lower(words);
  if (words.starts_with("©") || words.starts_with("ⓒ") || words.starts_with("copyright (c)") ||
      words.starts_with("copyright ©")) {
    return true;
  }
  return contains_one_of(words, kNotices);
}

// "Send to a friend | Earlier issues | Unsubscribe"
bool is_navigation(std::string_view line) {
  const std::size_t bar = line.rfind('|');
  return bar != std::string_view::npos && is_furniture(line.substr(bar + 1)) &&
         !ends_like_sentence(line);
}

}  // namespace

bool is_form_furniture(std::string_view text, const Block& block, PassageKind kind) {
  if (block.kind == Block::Kind::kHash || block.lines.empty()) return false;
  const std::string_view first = slice(text, block.lines.front());
  const bool bullet = block.kind == Block::Kind::kBullet;
  if (block.lines.size() == 1 && first.size() <= kMaxMarkLine) {
    if (is_one_of(ascii_lower(first), kEndMarks) || is_page_line(first, bullet)) return true;
  }
  if (!bullet && (is_form(text, block) || (block.lines.size() == 1 && is_navigation(first)))) {
    return true;
  }
  return is_notice(text, block, kind);
}

bool begins_form_furniture(std::string_view line) {
  return line.size() <= kMaxFormLine &&
         (!form_label(ascii_lower(line.substr(0, kLongestLabel))).empty() ||
          is_page_line(line, false));
}

}  // namespace ibid
