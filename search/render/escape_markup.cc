// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/escape_markup.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "corpus/text/code_points.h"
#include "search/render/escape_terminal.h"

namespace ibid {
namespace {

const char* entity(char32_t code) {
  switch (code) {
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'&':
      return "&amp;";
    case U'"':
      return "&quot;";
    case U'\'':
      return "&#39;";
    default:
      return nullptr;
  }
}

// Char of XML 1.0, 2.2; surrogates are not valid UTF-8 anyway.
bool is_xml_char(char32_t code) {
  if (code < 0x20) return code == U'\t' || code == U'\n' || code == U'\r';
  return code != 0xFFFE && code != 0xFFFF;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : escape_prose(text)) {
    const char* name = entity(static_cast<unsigned char>(c));
    if (name != nullptr) {
      out += name;
    } else {
      out += c;
    }
  }
  return out;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Utf8Char c = first_char(text);
    if (!c.valid || !is_xml_char(c.code)) {
      out += "\xEF\xBF\xBD";
    } else if (const char* name = entity(c.code)) {
      out += name;
    } else if (is_terminal_control(c.code)) {
      fmt::format_to(std::back_inserter(out), "&#x{:X};", static_cast<std::uint32_t>(c.code));
    } else {
      out += text.substr(0, c.length);
    }
    text.remove_prefix(c.length);
  }
  return out;
}

}  // namespace ibid
