// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/mail/transfer.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::uint8_t kNone = 0xFF;

constexpr std::array<std::uint8_t, 256> base64_digits() {
  std::array<std::uint8_t, 256> digits{};
  for (std::uint8_t& digit : digits) digit = kNone;
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    digits[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
  }
  return digits;
}

int hex_of(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The byte of "=41" at `at`; -1 for anything else.
int hex_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return -1;
  const int high = hex_of(text[at + 1]);
  const int low = hex_of(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// The end of the line end behind spaces at `at`; `at` if there is none.
std::size_t line_end_behind(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
  if (end == text.size()) return end;
  return text[end] == '\n' ? end + 1 : at;
}

}  // namespace

std::string base64_decoded(std::string_view text) {
  static constexpr std::array<std::uint8_t, 256> kDigits = base64_digits();
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {
      // The end of a piece; some programs go on behind it.
      bits = 0;
      count = 0;
      continue;
    }
    const std::uint8_t digit = kDigits[static_cast<unsigned char>(c)];
    if (digit == kNone) continue;
    bits = (bits << 6 | digit) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFFU);
  }
  return bytes;
}

std::string quoted_printable_decoded(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('=', at), text.size());
    bytes += text.substr(at, sign - at);
    at = sign;
    if (at == text.size()) break;
    if (const std::size_t end = line_end_behind(text, at + 1); end > at + 1 || end == text.size()) {
      at = end;
    } else if (const int byte = hex_byte(text, at); byte >= 0) {
      bytes += static_cast<char>(byte);
      at += 3;
    } else {
      bytes += '=';
      ++at;
    }
  }
  return bytes;
}

std::string hex_decoded(std::string_view text, char sign) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int byte = text[at] == sign ? hex_byte(text, at) : -1;
    bytes += byte < 0 ? text[at] : static_cast<char>(byte);
    if (byte >= 0) at += 2;
  }
  return bytes;
}

}  // namespace ibid
