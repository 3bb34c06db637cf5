// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/json_lines.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "corpus/text/code_points.h"
#include "search/render/escape_terminal.h"

namespace ibid {
namespace {

std::string hex(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    fmt::format_to(std::back_inserter(out), "{:02x}", static_cast<unsigned char>(c));
  }
  return out;
}

// RFC 8259, section 7: a character outside the basic plane is a surrogate pair.
void append_json_escape(std::string& out, char32_t code) {
  auto unit = static_cast<std::uint32_t>(code);
  if (unit > 0xFFFF) {
    unit -= 0x10000;
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", 0xD800 + (unit >> 10U));
    unit = 0xDC00 + (unit & 0x3FFU);
  }
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit);
}

}  // namespace

Json json_line_head(std::string_view type) {
  Json line;
  line["type"] = type;
  line["schema_version"] = kJsonSchemaVersion;
  return line;
}

std::string escape_json_controls(std::string_view json) {
  std::string out;
  out.reserve(json.size() + 1);
  while (!json.empty()) {
    const Utf8Char c = first_char(json);
    if (c.code != U'\n' && is_terminal_control(c.code)) {
      append_json_escape(out, c.code);
    } else {
      out.append(json.substr(0, c.length));
    }
    json.remove_prefix(c.length);
  }
  return out;
}

std::string dump_json_line(const Json& value) {
  return escape_json_controls(value.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json json_range(ByteRange range) { return {{"begin", range.begin}, {"end", range.end}}; }

Json json_problem(const Problem& problem) {
  Json out = Json::object();
  add_json_path(out, problem.path);
  out["message"] = problem.message;
  return out;
}

void add_json_path(Json& object, std::string_view path) {
  object["path"] = path;
  if (!is_utf8(path)) object["path_bytes"] = hex(path);
}

}  // namespace ibid
