// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/draft.h"

#include <iterator>
#include <utility>

#include "corpus/text/byte_range.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = Draft::Piece::Kind;

template <typename T>
void move_all(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

// The bytes [begin, end) of a piece of text.
Draft::Piece cut(Draft::Piece piece, std::size_t begin, std::size_t end) {
  if (piece.kind == Kind::kText) {
    const TextSpan span =
        TextSpan{0, piece.source, piece.size, piece.source_length}.clip(begin, end);
    piece.source = span.file_begin;
    piece.source_length = span.file_length;
  }
  piece.size = end - begin;
  return piece;
}

std::string_view sign_before(const Draft& draft, std::size_t stretch) {
  const std::string_view text = draft.text;
  const auto& [height, begin, end] = draft.raised[stretch];
  if (begin == 0 || !is_ascii_digit(text[begin - 1])) return {};
  bool is_fraction = false;
  if (stretch + 1 < draft.raised.size()) {
    const Draft::Stretch& next = draft.raised[stretch + 1];
    is_fraction = next.height == TextHeight::kLowered &&
                  is_fraction_slash(text.substr(end, next.begin - end));
  }
  return sign_before_number(text.substr(begin, end - begin), height, is_fraction);
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

void Draft::set_height(std::size_t begin, TextHeight height) {
  if (height == TextHeight::kLine || begin >= text.size()) return;
  // What follows at the same height is of one number: files part "23" and "-6" at will.
  if (!raised.empty() && raised.back().height == height && raised.back().end == begin) {
    raised.back().end = text.size();
  } else {
    raised.push_back({height, begin, text.size()});
  }
}

void Draft::part_raised_numbers() {
  if (raised.empty()) return;
  std::string parted;
  std::vector<Piece> of_parted;
  std::size_t at = 0, stretch = 0;
  for (const Piece& piece : pieces) {
    std::size_t done = 0;  // of the piece
    const auto take = [&](std::size_t end) {
      if (end == done && piece.size > 0) return;
      parted.append(text, at + done, end - done);
      of_parted.push_back(cut(piece, done, end));
      done = end;
    };
    for (; stretch < raised.size() && raised[stretch].begin < at + piece.size; ++stretch) {
      const std::string_view sign = sign_before(*this, stretch);
      if (sign.empty()) continue;
      take(raised[stretch].begin - at);
      parted += sign;
      of_parted.push_back({Kind::kUnplaced, piece.link, kNone, sign.size(), 0, 0});
    }
    take(piece.size);
    at += piece.size;
  }
  text = std::move(parted);
  pieces = std::move(of_parted);
  raised.clear();
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
