// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/draft.h"

#include <iterator>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = Draft::Piece::Kind;

template <typename T>
void move_all(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

}  // namespace

void Draft::add(std::string_view added, ByteRange source, std::uint32_t link) {
  if (added.empty()) return;
  text += added;
  if (!pieces.empty()) {
    Piece& last = pieces.back();
    if (last.kind == Kind::kText && last.link == link && last.size == last.source_length &&
        added.size() == source.size() && last.source + last.size == source.begin) {
      last.size += added.size();
      last.source_length += added.size();
      return;
    }
  }
  pieces.push_back({Kind::kText, link, kNone, added.size(), source.begin, source.size()});
}

void Draft::add_unplaced(std::string_view added, std::uint32_t link) {
  if (added.empty()) return;
  text += added;
  pieces.push_back({Kind::kUnplaced, link, kNone, added.size(), 0, 0});
}

void Draft::add_mark(Mark mark) {
  pieces.push_back({Kind::kMark, kNone, static_cast<std::uint32_t>(marks.size()), 0, 0, 0});
  marks.push_back(std::move(mark));
}

void Draft::leave_out(LeftOutText::Reason reason, std::string_view added, std::uint32_t of_part) {
  if (added.empty()) return;
  if (!pieces.empty() && pieces.back().kind == Kind::kLeftOut && left_out.back().reason == reason &&
      left_out.back().part == of_part && reason != LeftOutText::Reason::kComment) {
    left_out.back().text += added;
    return;
  }
  pieces.push_back({Kind::kLeftOut, kNone, static_cast<std::uint32_t>(left_out.size()), 0, 0, 0});
  left_out.push_back({reason, std::string(added), of_part});
}

void Draft::append(Draft&& other) {
  text += other.text;
  for (Piece piece : other.pieces) {
    if (piece.kind == Kind::kMark) piece.index += static_cast<std::uint32_t>(marks.size());
    if (piece.kind == Kind::kLeftOut) piece.index += static_cast<std::uint32_t>(left_out.size());
    pieces.push_back(piece);
  }
  move_all(marks, other.marks);
  move_all(left_out, other.left_out);
  move_all(after, other.after);
}

void Draft::append_to_row(Draft&& paragraph) {
  const bool is_first = trim(std::string_view(text)).empty();
  std::string inner = std::move(paragraph.label);
  if (is_first && label.empty()) label = std::exchange(inner, {});
  if (!inner.empty() && !paragraph.text.empty()) inner += ' ';
  if (!ends_in_space() && !(inner.empty() && paragraph.text.empty())) add_unplaced(" ");
  add_unplaced(inner);
  append(std::move(paragraph));
}

bool Draft::ends_in_space() const {
  if (text.empty()) return true;
  std::size_t at = text.size();
  return is_space(previous_code_point(text, at));
}

void append_lines(std::string& out, const Draft& draft) {
  const std::string_view line = trim(std::string_view(draft.text));
  if (!line.empty()) {
    if (!out.empty()) out += '\n';
    out += line;
  }
  for (const Draft& inner : draft.after) append_lines(out, inner);
}

}  // namespace ibid
