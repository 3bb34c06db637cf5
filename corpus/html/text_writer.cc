// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/text_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid::html {
namespace {

constexpr std::array<bool, 256> make_stops() {
  std::array<bool, 256> stops{};
  for (const char c : {' ', '\n', '\t', '\r', '\f', '&', '\0'}) {
    stops[static_cast<unsigned char>(c)] = true;
  }
  return stops;
}
constexpr std::array<bool, 256> kStops = make_stops();

bool stops(char c) { return kStops[static_cast<unsigned char>(c)]; }

}  // namespace

TextWriter::TextWriter(ExtractBuilder& out, const Source& source, References& references,
                       const AppendHtml& how, std::function<BlockStart()> next_block)
    : out_(out),
      source_(source),
      references_(references),
      how_(how),
      next_block_(std::move(next_block)) {}

void TextWriter::text(std::uint32_t begin, std::uint32_t end, bool raw, WhiteSpace white) {
  if (white == WhiteSpace::kKept) {
    kept(begin, end, raw);
  } else {
    collapsed(begin, end, raw);
  }
}

void TextWriter::collapsed(std::uint32_t begin, std::uint32_t end, bool raw) {
  const std::string_view html = source_.html();
  for (std::uint32_t at = begin; at < end;) {
    const char c = html[at];
    if (is_white(c)) {
      note_space(at++);
      continue;
    }
    if (c == '\0') {
      ++at;
      continue;
    }
    if (c == '&' && !raw) {
      const std::uint32_t after = reference(at, end, WhiteSpace::kCollapsed);
      if (after > at) {
        at = after;
        continue;
      }
    }
    const std::uint32_t first = at++;
    // One space between two words needs no thought.
    while (at < end &&
           (!stops(html[at]) || (html[at] == ' ' && at + 1 < end && !stops(html[at + 1])))) {
      ++at;
    }
    settle();
    place(first, at);
    empty_ = false;
  }
}

void TextWriter::kept(std::uint32_t begin, std::uint32_t end, bool raw) {
  const std::string_view html = source_.html();
  for (std::uint32_t at = begin; at < end;) {
    const char c = html[at];
    if (c == '\0') {
      ++at;
      continue;
    }
    if (c == '&' && !raw) {
      const std::uint32_t after = reference(at, end, WhiteSpace::kKept);
      if (after > at) {
        at = after;
        continue;
      }
    }
    settle();
    if (c == '\r') {
      const bool pair = at + 1 < end && html[at + 1] == '\n';
      place_as("\n", at, at + (pair ? 2 : 1));
      at += pair ? 2 : 1;
      continue;
    }
    const std::uint32_t first = at++;
    while (at < end && html[at] != '&' && html[at] != '\0' && html[at] != '\r') ++at;
    place(first, at);
  }
}

// Returns where the reference ends, or `at` if it is none.
std::uint32_t TextWriter::reference(std::uint32_t at, std::uint32_t end, WhiteSpace white) {
  const auto& decoded = references_.decode(source_.html().substr(at, end - at));
  if (decoded.text.empty()) return at;
  const auto after = at + static_cast<std::uint32_t>(decoded.length);
  if (white == WhiteSpace::kCollapsed && decoded.text.size() == 1 && is_white(decoded.text[0])) {
    space();
    return after;
  }
  if (decoded.text == std::string_view("\0", 1)) return after;
  const std::string text = decoded.text;
  settle();
  place_as(text, at, after);
  empty_ = false;
  return after;
}

void TextWriter::note_space(std::uint32_t at) {
  if (empty_ || gap_ != Gap::kNothing) return;
  gap_ = Gap::kSpace;
  gap_at_ = source_.html()[at] == ' ' ? at : kNone;
}

void TextWriter::space() {
  if (empty_ || gap_ != Gap::kNothing) return;
  gap_ = Gap::kSpace;
  gap_at_ = kNone;
}

void TextWriter::tab() {
  gap_ = Gap::kNothing;
  if (in_block()) out_.add_unplaced("\t");
  empty_ = true;
}

void TextWriter::line_break(WhiteSpace white) {
  if (!in_block()) return;
  if (white == WhiteSpace::kKept) {
    out_.add_unplaced("\n");
    return;
  }
  gap_ = gap_ == Gap::kLine || gap_ == Gap::kParagraph ? Gap::kParagraph : Gap::kLine;
}

std::uint64_t TextWriter::settle() {
  if (gap_ == Gap::kParagraph) end_block();
  if (!in_block()) {
    const BlockStart start = next_block_();
    out_.begin_block(start.kind, start.level, start.label);
    out_.block().header = start.header;
  } else if (gap_ == Gap::kLine) {
    out_.add_unplaced("\n");
  } else if (gap_ == Gap::kSpace) {
    if (gap_at_ == kNone) {
      out_.add_unplaced(" ");
    } else {
      place(gap_at_, gap_at_ + 1);
    }
  }
  gap_ = Gap::kNothing;
  return out_.at();
}

bool TextWriter::joins_digit() const {
  if (!in_block() || gap_ != Gap::kNothing) return false;
  const std::string& text = out_.file().text;
  return !text.empty() && is_ascii_digit(text.back());
}

void TextWriter::unplaced(std::string_view text) {
  settle();
  out_.add_unplaced(text);
  empty_ = false;
}

std::uint32_t TextWriter::end_block() {
  gap_ = Gap::kNothing;
  empty_ = true;
  return out_.end_block();
}

// The span that `at` is in, or the first after it.
void TextWriter::find_span(std::uint32_t at) {
  const auto& places = how_.places;
  const auto ends_after = [&](std::size_t i) { return places[i].text_end() > at; };
  if (span_ < places.size() && ends_after(span_) && (span_ == 0 || !ends_after(span_ - 1))) return;
  if (span_ + 1 < places.size() && ends_after(span_ + 1) && !ends_after(span_)) {
    ++span_;
    return;
  }
  const auto found = std::partition_point(
      places.begin(), places.end(), [at](const TextSpan& span) { return span.text_end() <= at; });
  span_ = static_cast<std::size_t>(found - places.begin());
}

void TextWriter::place(std::uint32_t begin, std::uint32_t end) {
  const std::string_view html = source_.html();
  for (std::uint64_t at = begin; at < end;) {
    find_span(static_cast<std::uint32_t>(at));
    if (span_ == how_.places.size() || how_.places[span_].text_begin >= end) {
      out_.add_unplaced(html.substr(at, end - at));
      return;
    }
    const TextSpan& span = how_.places[span_];
    if (span.text_begin > at) {
      out_.add_unplaced(html.substr(at, span.text_begin - at));
      at = span.text_begin;
    }
    const TextSpan piece = span.clip(at, end);
    out_.add(html.substr(at, piece.length), how_.part, piece.file_begin, piece.file_length);
    at += piece.length;
  }
}

void TextWriter::place_as(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  find_span(begin);
  const auto& places = how_.places;
  if (span_ == places.size() || places[span_].text_begin >= end) return out_.add_unplaced(text);
  const TextSpan first = places[span_].clip(begin, end);
  std::uint64_t file_end = first.file_begin + first.file_length;
  for (std::size_t i = span_ + 1; i < places.size() && places[i].text_begin < end; ++i) {
    const TextSpan piece = places[i].clip(begin, end);
    file_end = std::max(file_end, piece.file_begin + piece.file_length);
  }
  out_.add(text, how_.part, first.file_begin, file_end - first.file_begin);
}

}  // namespace ibid::html
