// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/paragraph_text.h"

#include "corpus/hwp/little_endian.h"

namespace ibid {
namespace {

using Event = HangulParagraph::Event;

constexpr std::size_t kControlBytes = 16;  // 8 units

// Control codes that matter here; all others below 32 are no text.
enum Code : char32_t {
  kFieldBegin = 3,
  kFieldEnd = 4,
  kTab = 9,
  kLineBreak = 10,
  kHyphen = 24,
  kNoBreakSpace = 30,
  kFixedWidthSpace = 31,
};

// Codes that take one unit; 0 to 31 else take eight.
bool is_single(char32_t code) {
  return code == 0 || code == kLineBreak || code == 13 || code >= 24;
}

// Codes for which the paragraph has a control record.
bool has_record(char32_t code) {
  return (code >= 1 && code <= 3) || code == 11 || code == 12 || (code >= 14 && code <= 18) ||
         (code >= 21 && code <= 23);
}

// Of what was added to the end of the text.
void add_span(HangulParagraph& paragraph, TextSpan added) {
  if (!paragraph.spans.empty()) {
    TextSpan& last = paragraph.spans.back();
    const bool goes_on = last.text_end() == added.text_begin && last.file_end() == added.file_begin;
    const bool alike = last.length * added.file_length == added.length * last.file_length;
    if (goes_on && alike) {
      last.length += added.length;
      last.file_length += added.file_length;
      return;
    }
  }
  paragraph.spans.push_back(added);
}

// Bytes in UTF-8; 0 for what is no character by itself.
std::size_t length_of(std::uint32_t unit) {
  return unit < 0x20 || (unit >= 0xD800 && unit <= 0xDFFF) ? 0 : utf8_length(unit);
}

// The row of characters at `at` that are alike, or one that takes two units; moves `at` past it.
void append_row(HangulParagraph& paragraph, std::string_view bytes, std::uint64_t begin,
                std::size_t& at) {
  const std::size_t from = at, text_begin = paragraph.text.size();
  const std::size_t length = length_of(u16_at(bytes, at));
  if (length == 0) {
    append_utf8(paragraph.text, next_utf16(bytes, at));
  } else {
    do {
      at += 2;
    } while (at + 2 <= bytes.size() && length_of(u16_at(bytes, at)) == length);
    paragraph.text.resize(text_begin + (at - from) / 2 * length);
    char* to = paragraph.text.data() + text_begin;
    for (std::size_t i = from; i < at; i += 2) to = put_utf8(to, u16_at(bytes, i));
  }
  add_span(paragraph, {text_begin, begin + from, paragraph.text.size() - text_begin, at - from});
}

}  // namespace

void append_utf16(HangulParagraph& paragraph, std::string_view bytes, std::uint64_t begin) {
  for (std::size_t at = 0; at + 2 <= bytes.size();) {
    if (u16_at(bytes, at) < 0x20) {
      at += 2;
    } else {
      append_row(paragraph, bytes, begin, at);
    }
  }
}

std::vector<ControlPlace> append_hwp_text(HangulParagraph& paragraph, std::string_view bytes,
                                          std::uint64_t begin) {
  std::vector<ControlPlace> places;
  for (std::size_t at = 0; at + 2 <= bytes.size();) {
    const std::size_t from = at;
    const char32_t c = u16_at(bytes, at);
    if (c >= 0x20) {
      append_row(paragraph, bytes, begin, at);
      continue;
    }
    at += 2;
    // They are no characters of UTF-16, so what they stand for is in no place.
    if (c == kTab) paragraph.text += '\t';
    if (c == kLineBreak) paragraph.text += '\n';
    if (c == kHyphen) paragraph.text += '-';
    if (c == kNoBreakSpace) append_utf8(paragraph.text, U'\u00A0');
    if (c == kFixedWidthSpace) paragraph.text += ' ';
    if (is_single(c)) continue;
    at = from + kControlBytes;
    Event event;
    event.at = paragraph.text.size();
    event.control = kNoControl;
    if (c == kFieldEnd) {
      event.kind = Event::Kind::kFieldEnd;
      paragraph.events.push_back(std::move(event));
    } else if (has_record(c)) {
      if (c == kFieldBegin) event.kind = Event::Kind::kFieldBegin;
      paragraph.events.push_back(std::move(event));
      places.push_back({u32_at(bytes, from + 2), paragraph.events.size() - 1});
    }
  }
  return places;
}

}  // namespace ibid
