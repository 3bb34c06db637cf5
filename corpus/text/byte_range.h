// SPDX-License-Identifier: GPL-2.0-or-later
//
// Ranges of bytes, and the way back from a text to the bytes of the file that it was read from.
//
// Offsets named "file" are bytes of the file as it is on disk (a byte-order mark counts); offsets
// named "text" are bytes of the decoded text. All ranges are half-open.
#pragma once

#include <cstdint>
#include <vector>

namespace ibid {

struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  bool operator==(const ByteRange&) const = default;
  std::uint64_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
};

inline bool overlaps(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }
inline bool begins_in(ByteRange inner, ByteRange outer) {
  return outer.begin <= inner.begin && inner.begin < outer.end;
}

// A stretch of text that is one contiguous stretch of the file. A passage on one line of valid
// UTF-8 has exactly one span. Spans ascend and do not overlap; text bytes between two spans (the
// space that joins two wrapped lines) represent the file bytes between them.
//
// If both lengths are equal, text and file advance together. Otherwise the span is a row of
// gcd(length, file_length) characters, each with the same number of text bytes and the same number
// of file bytes: Hangul in CP949 has 3 and 2, a broken byte 3 (U+FFFD) and 1. File offsets that are
// returned never lie inside such a character.
struct TextSpan {
  std::uint64_t text_begin = 0;
  std::uint64_t file_begin = 0;
  std::uint64_t length = 0;       // bytes of text
  std::uint64_t file_length = 0;  // bytes of the file; equals length if the file is UTF-8
  bool operator==(const TextSpan&) const = default;
  std::uint64_t text_end() const { return text_begin + length; }
  std::uint64_t file_end() const { return file_begin + file_length; }
  // File bytes for `text` bytes of the span, as a begin and as an end: inside a character, the
  // first is where it begins, the second where it ends.
  std::uint64_t file_bytes_before(std::uint64_t text) const;
  std::uint64_t file_bytes_through(std::uint64_t text) const;
  // The part of the span in text [begin, end), which must overlap it; text_begin still counts from
  // the start of the text.
  TextSpan clip(std::uint64_t begin, std::uint64_t end) const;
};

// Appends `span`, or extends the last span if it can.
void append_span(std::vector<TextSpan>& spans, const TextSpan& span);

// Maps a range of the text that consists of `spans` to the file; empty without spans. Throws
// nothing; ranges past the end are clamped.
ByteRange file_range(const std::vector<TextSpan>& spans, ByteRange text_range);

}  // namespace ibid
