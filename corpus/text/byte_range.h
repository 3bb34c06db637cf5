// SPDX-License-Identifier: GPL-2.0-or-later
//
// Ranges of bytes, and the way from a text back to the bytes of the file that it was read from.
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

// A stretch of text that is one contiguous stretch of the file. A passage on one line of
// valid UTF-8 has exactly one run. Runs ascend and do not overlap; text bytes between two runs
// (the space that joins two wrapped lines) stand for the file bytes between them.
//
// Where both lengths are equal, text and file advance together. Otherwise the run is a row of
// gcd(length, file_length) characters, alike in their bytes of text and of file: Hangul of CP949 is
// 3 and 2, a broken byte 3 (U+FFFD) and 1. No offset lies inside such a character.
struct TextSpan {
  std::uint64_t text_begin = 0;
  std::uint64_t file_begin = 0;
  std::uint64_t length = 0;       // bytes of text
  std::uint64_t file_length = 0;  // bytes of the file; equals length where the file is UTF-8
  bool operator==(const TextSpan&) const = default;
  // Bytes of the file for `text` bytes of the run, as a begin and as an end: inside a character the
  // one is its begin, the other its end.
  std::uint64_t file_bytes_before(std::uint64_t text) const;
  std::uint64_t file_bytes_through(std::uint64_t text) const;
  // The part of the run that lies in text [begin, end), which it touches; text_begin as it was.
  TextSpan part(std::uint64_t begin, std::uint64_t end) const;
};

// Appends `run`, or lets the last run go on where it can.
void append_span(std::vector<TextSpan>& runs, const TextSpan& run);

// Maps a range of the text that `runs` make up to the file; empty without runs. Throws nothing;
// ranges past the end are clamped.
ByteRange file_range(const std::vector<TextSpan>& runs, ByteRange text_range);

}  // namespace ibid
