// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/json_text.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// RFC 8259, section 7: a character outside the basic plane is a surrogate pair.
void append_code(std::string& out, char32_t code) {
  auto unit = static_cast<std::uint32_t>(code);
  if (unit > 0xFFFF) {
    unit -= 0x10000;
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", 0xD800 + (unit >> 10U));
    unit = 0xDC00 + (unit & 0x3FFU);
  }
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit);
}

void append_escape(std::string& out, char32_t code) {
  switch (code) {
    case U'"':
      out += "\\\"";
      return;
    case U'\\':
      out += "\\\\";
      return;
    case U'\b':
      out += "\\b";
      return;
    case U'\f':
      out += "\\f";
      return;
    case U'\n':
      out += "\\n";
      return;
    case U'\r':
      out += "\\r";
      return;
    case U'\t':
      out += "\\t";
      return;
    default:
      append_code(out, code);
  }
}

void append_number(std::string& out, std::uint64_t value) {
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

// Bytes that are not looked at: ASCII but controls, quote and backslash; and of longer characters
// all bytes but the first ones of blocks that have controls (is_terminal_control).
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain.at(byte) = true;
  for (const unsigned char byte : {'"', '\\', '\x7F'}) plain.at(byte) = false;
  for (const std::size_t lead : {0xC2, 0xD8, 0xE2, 0xEF, 0xF3}) plain.at(lead) = false;
  return plain;
}
constexpr std::array<bool, 256> kPlain = plain_bytes();

// `text` is UTF-8.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (kPlain[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (code != U'"' && code != U'\\' && !is_terminal_control(code)) continue;
    out.append(text, done, begin - done);
    append_escape(out, code);
    done = at;
  }
  out.append(text, done);
}

}  // namespace

std::string escape_json_controls(std::string_view json) {
  std::string out;
  out.reserve(json.size() + 1);
  while (!json.empty()) {
    const Utf8Char c = first_char(json);
    if (c.code != U'\n' && is_terminal_control(c.code)) {
      append_code(out, c.code);
    } else {
      out.append(json.substr(0, c.length));
    }
    json.remove_prefix(c.length);
  }
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  if (!is_utf8(text)) {
    // The library knows how many U+FFFD a broken sequence makes.
    out += escape_json_controls(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
    return;
  }
  out += '"';
  append_escaped(out, text);
  out += '"';
}

void append_json(std::string& out, const Json& value) {
  switch (value.type()) {
    case Json::value_t::object: {
      out += '{';
      bool first = true;
      for (const auto& [name, member] : value.get_ref<const Json::object_t&>()) {
        if (!first) out += ',';
        first = false;
        append_json_string(out, name);
        out += ':';
        append_json(out, member);
      }
      out += '}';
      break;
    }
    case Json::value_t::array: {
      out += '[';
      bool first = true;
      for (const Json& element : value) {
        if (!first) out += ',';
        first = false;
        append_json(out, element);
      }
      out += ']';
      break;
    }
    case Json::value_t::string:
      append_json_string(out, value.get_ref<const std::string&>());
      break;
    case Json::value_t::number_unsigned:
      append_number(out, value.get<std::uint64_t>());
      break;
    default:
      out += value.dump();
  }
}

void JsonText::begin(char bracket) {
  next();
  out_ += bracket;
  first_ = true;
}

void JsonText::end(char bracket) {
  out_ += bracket;
  first_ = false;
}

void JsonText::next() {
  if (!first_) out_ += ',';
  first_ = false;
}

void JsonText::key(std::string_view name) {
  next();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  first_ = true;  // of the value
}

void JsonText::text(std::string_view value) {
  next();
  append_json_string(out_, value);
}

void JsonText::number(std::uint64_t value) {
  next();
  append_number(out_, value);
}

void JsonText::real(double value) {
  next();
  out_ += Json(value).dump();
}

void JsonText::truth(bool value) {
  next();
  out_ += value ? "true" : "false";
}

void JsonText::json(Json value) {
  next();
  append_json(out_, value);
}

}  // namespace ibid
