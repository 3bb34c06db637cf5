// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/escape_terminal.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

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
      const auto byte = static_cast<std::uint8_t>(text.front());
      fmt::format_to(std::back_inserter(out), "\\x{{{:02X}}}", byte);
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

std::string escape_terminal(std::string_view text) { return escape(text, WhiteSpace::kEscape); }

std::string escape_prose(std::string_view text) { return escape(text, WhiteSpace::kSpace); }

}  // namespace ibid
