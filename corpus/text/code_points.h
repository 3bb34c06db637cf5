// SPDX-License-Identifier: GPL-2.0-or-later
//
// Code points of UTF-8 text, one at a time, and the few properties that callers ask for.
// Ill-formed bytes are safe: they read as U+FFFD. No ICU type leaves code_points.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/text/byte_range.h"

namespace ibid {

// The code point that starts at `at` (< text.size()); moves `at` past it.
char32_t next_code_point(std::string_view text, std::size_t& at);
// The code point that ends at `at` (> 0); moves `at` to its start.
char32_t previous_code_point(std::string_view text, std::size_t& at);

// The character at the start of non-empty `text`. If the bytes are not UTF-8, `valid` is false and
// `length` is 1; next_code_point does not distinguish a broken byte from a written U+FFFD.
struct Utf8Char {
  char32_t code = 0;
  std::size_t length = 1;  // bytes
  bool valid = false;
};
Utf8Char first_char(std::string_view text);

bool is_utf8(std::string_view text);

// Unicode white space, and what is as invisible: zero-width space and byte-order mark.
bool is_space(char32_t c);
bool is_letter(char32_t c);
// Letters, digits and marks of any script; not punctuation, symbols or emoji. By blocks: an
// unassigned character counts as a letter.
bool is_letter_or_digit(char32_t c);
bool is_lower(char32_t c);
bool is_hangul(char32_t c);  // syllables and jamo
bool is_latin(char32_t c);   // letters
inline bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
// For single bytes: false for every byte of a longer character.
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// Closing quotes and brackets, ASCII and CJK.
bool is_closing(char32_t c);
bool is_double_quote(char32_t c);      // of either side: ASCII, English, German, French, CJK
bool opens_single_quote(char32_t c);   // ' and ‘
bool closes_single_quote(char32_t c);  // ' and ’
// Characters that move, colour, reverse or hide what a terminal shows: C0, DEL, C1, the
// bidirectional controls and marks, line and paragraph separators, interlinear annotation marks,
// tags. Not joiners, variation selectors or zero-width spaces: scripts and emoji need them.
bool is_terminal_control(char32_t c);

std::string_view trim(std::string_view text);
// `range` of `text` without white space at either end.
ByteRange trim(std::string_view text, ByteRange range);
// The end of the white space that begins at `at`.
std::size_t skip_spaces(std::string_view text, std::size_t at);
// The largest character boundary of `text` not past `at`.
std::size_t floor_boundary(std::string_view text, std::size_t at);

std::string ascii_lower(std::string_view text);
void append_utf8(std::string& out, char32_t c);

inline constexpr std::size_t kMaxUtf8Bytes = 4;  // of one code point
// Writes `c` at `at`, which has room for kMaxUtf8Bytes, and returns the end.
inline char* put_utf8(char* at, char32_t c) {
  const auto tail = [c](int shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) {
    *at++ = static_cast<char>(c);
    return at;
  }
  if (c < 0x800) {
    *at++ = static_cast<char>(0xC0U | (c >> 6));
  } else {
    if (c < 0x10000) {
      *at++ = static_cast<char>(0xE0U | (c >> 12));
    } else {
      *at++ = static_cast<char>(0xF0U | (c >> 18));
      *at++ = tail(12);
    }
    *at++ = tail(6);
  }
  *at++ = tail(0);
  return at;
}

// Bytes of `c` in UTF-8.
constexpr std::size_t utf8_length(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

inline std::string_view slice(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.size());
}

}  // namespace ibid
