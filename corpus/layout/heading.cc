// SPDX-License-Identifier: GPL-2.0-or-later
//
// See heading.h.
#include "corpus/layout/heading.h"

#include "corpus/layout/known_titles.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxHeadingLines = 4;  // a longer bullet is a passage
constexpr std::size_t kMostNumberBytes = 20;
constexpr std::size_t kMaxHashTitle = 300;  // bytes, as for numbered titles

std::string join(std::string_view text, const Block& block, std::size_t from) {
  std::string joined;
  for (std::size_t i = from; i < block.lines.size(); ++i) {
    if (!joined.empty()) joined += ' ';
    joined += unmarked_line(text, block, i);
  }
  return joined;
}

Heading from_numbered(std::string_view line, std::size_t lines) {
  const NumberedTitle numbered = parse_numbered_title(line);
  if (!numbered.found) return {};
  return {std::string(numbered.number), std::string(numbered.title), 0, lines};
}

// A title may be wrapped, or text may follow it without a blank line.
Heading from_bullet(std::string_view text, const Block& block, std::size_t from) {
  const std::size_t lines = block.lines.size() - from;
  if (lines > 1 && lines <= kMaxHeadingLines) {
    if (Heading heading = from_numbered(join(text, block, from), lines)) return heading;
  }
  return from_numbered(unmarked_line(text, block, from), 1);
}

Heading from_hash(std::string_view line, std::uint32_t hashes, std::size_t lines) {
  line = trim(line);
  Heading heading = from_numbered(line, lines);
  if (!heading && !line.empty() && line.size() <= kMaxHashTitle) {
    heading = {"", std::string(line), 0, lines};
  }
  heading.hashes = hashes;
  return heading;
}

// Only numbers of the numbered_title kind are numbers of sections: "Ⅱ." and "가." are left out.
Heading from_plain(std::string_view line) {
  const SignedTitle title = parse_signed_title(line);
  const bool has_sign = title.sign != TitleSign::kNone;
  return {"", std::string(has_sign ? title.title : line), 0, 1, title.sign};
}

}  // namespace

void take_label(std::string_view label, Heading& heading) {
  std::string_view number = label;
  if (number.starts_with('(')) number.remove_prefix(1);
  while (!number.empty() && (number.back() == '.' || number.back() == ')')) number.remove_suffix(1);
  bool digit = false;
  for (const char c : number) {
    const bool separates = digit && (c == '.' || c == '-');
    digit = is_ascii_digit(c);
    if (!digit && !separates) number = {};
    if (number.empty()) break;
  }
  if (digit && !number.empty() && number.size() <= kMostNumberBytes) {
    heading.number = number;
  } else {
    heading.label = label;
  }
}

Heading read_heading(std::string_view text, const Block& block, std::size_t from) {
  if (block.kind == Block::Kind::kText) return {};
  if (block.kind == Block::Kind::kHash) {
    return from_hash(join(text, block, from), block.depth, block.lines.size() - from);
  }
  const std::string unmarked =
      block.markup.empty() ? std::string() : unmarked_line(text, block, from);
  const std::string_view line =
      block.markup.empty() ? slice(text, block.lines[from]) : trim(unmarked);
  if (block.kind == Block::Kind::kBullet) return from_bullet(text, block, from);
  if (is_known_heading(line)) return {"", std::string(line), 0, 1};
  if (block.titled && from == 0) return from_plain(line);
  // In a paragraph a numbered line is wrapped text; the outline has decided that.
  return block.lines.size() == from + 1 ? from_numbered(line, 1) : Heading{};
}

}  // namespace ibid
