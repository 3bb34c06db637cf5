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

// A character of the text, which takes `bytes` in the file.
void append_placed(HangulParagraph& paragraph, char32_t c, std::uint64_t begin,
                   std::uint64_t bytes) {
  const std::uint64_t at = paragraph.text.size();
  append_utf8(paragraph.text, c);
  const std::uint64_t length = paragraph.text.size() - at;
  if (!paragraph.spans.empty()) {
    TextSpan& last = paragraph.spans.back();
    const bool goes_on =
        last.text_begin + last.length == at && last.file_begin + last.file_length == begin;
    const bool alike = last.length * bytes == length * last.file_length;
    if (goes_on && alike) {
      last.length += length;
      last.file_length += bytes;
      return;
    }
  }
  paragraph.spans.push_back({at, begin, length, bytes});
}

}  // namespace

void append_utf16(HangulParagraph& paragraph, std::string_view bytes, std::uint64_t begin) {
  for (std::size_t at = 0; at + 2 <= bytes.size();) {
    const std::size_t from = at;
    const char32_t c = next_utf16(bytes, at);
    if (c >= 0x20) append_placed(paragraph, c, begin + from, at - from);
  }
}

std::vector<ControlPlace> append_hwp_text(HangulParagraph& paragraph, std::string_view bytes,
                                          std::uint64_t begin) {
  std::vector<ControlPlace> places;
  paragraph.text.reserve(bytes.size() / 2 * 3);
  for (std::size_t at = 0; at + 2 <= bytes.size();) {
    const std::size_t from = at;
    const char32_t c = next_utf16(bytes, at);
    if (c >= 0x20) {
      append_placed(paragraph, c, begin + from, at - from);
      continue;
    }
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
