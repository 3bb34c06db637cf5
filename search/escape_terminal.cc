// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/escape_terminal.h"

#include <fmt/core.h>

#include <array>
#include <cstdint>
#include <iterator>

namespace ibid {
namespace {

struct LeadByte {
  std::uint8_t first, last;  // the lead bytes of this row
  std::uint8_t length;       // bytes of the character
  std::uint8_t low, high;    // what its second byte may be
};

constexpr std::array<LeadByte, 8> kLeadBytes{{
    {0xC2, 0xDF, 2, 0x80, 0xBF},
    {0xE0, 0xE0, 3, 0xA0, 0xBF},
    {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F},
    {0xEE, 0xEF, 3, 0x80, 0xBF},
    {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF},
    {0xF4, 0xF4, 4, 0x80, 0x8F},
}};

std::uint8_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

enum class WhiteSpace : std::uint8_t { kEscape, kSpace };

void append_control(std::string& out, char32_t code, WhiteSpace white_space) {
  const bool space = code == U'\t' || code == U'\n' || code == U'\r';
  if (space && white_space == WhiteSpace::kSpace) {
    out += ' ';
  } else if (space) {
    out += code == U'\t' ? "\\t" : code == U'\n' ? "\\n" : "\\r";
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{{{:X}}}", static_cast<std::uint32_t>(code));
  }
}

std::string escape(std::string_view text, WhiteSpace white_space) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Utf8Char c = first_char(text);
    if (!c.valid) {
      fmt::format_to(std::back_inserter(out), "\\x{{{:02X}}}", byte_at(text, 0));
    } else if (is_terminal_control(c.code)) {
      append_control(out, c.code, white_space);
    } else {
      out.append(text.substr(0, c.length));
    }
    text.remove_prefix(c.length);
  }
  return out;
}

}  // namespace

Utf8Char first_char(std::string_view text) {
  const std::uint8_t lead = byte_at(text, 0);
  if (lead < 0x80) return {lead, 1, true};
  for (const LeadByte& row : kLeadBytes) {
    if (lead < row.first || lead > row.last) continue;
    if (text.size() < row.length || byte_at(text, 1) < row.low || byte_at(text, 1) > row.high)
      break;
    char32_t code = lead & (0xFFU >> (row.length + 1U));
    for (std::size_t i = 1; i < row.length; ++i) {
      if ((byte_at(text, i) & 0xC0U) != 0x80U) return {};
      code = (code << 6U) | (byte_at(text, i) & 0x3FU);
    }
    return {code, row.length, true};
  }
  return {};
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Utf8Char c = first_char(text);
    if (!c.valid) return false;
    text.remove_prefix(c.length);
  }
  return true;
}

bool is_terminal_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F)  // C0, DEL, C1
         || code == 0x061C                              // ARABIC LETTER MARK
         || code == 0x200E || code == 0x200F            // LEFT-TO-RIGHT MARK, RIGHT-TO-LEFT MARK
         || (code >= 0x2028 && code <= 0x202E)          // separators, embeddings, overrides
         || (code >= 0x2066 && code <= 0x206F)          // isolates, deprecated format characters
         || (code >= 0xFFF9 && code <= 0xFFFB)          // interlinear annotation
         || (code >= 0xE0000 && code <= 0xE007F);       // tags: a text within the text, unseen
}

std::string escape_terminal(std::string_view text) { return escape(text, WhiteSpace::kEscape); }

std::string escape_prose(std::string_view text) { return escape(text, WhiteSpace::kSpace); }

}  // namespace ibid
