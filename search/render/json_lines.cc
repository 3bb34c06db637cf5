// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/json_lines.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "corpus/text/code_points.h"

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

}  // namespace

Json json_line_head(std::string_view type) {
  Json line;
  JsonTree tree(line);
  put_json_line_head(tree, type);
  return line;
}

void put_json_line_head(JsonSink& out, std::string_view type) {
  out.member("type", type);
  out.member("schema_version", kJsonSchemaVersion);
}

std::string dump_json_line(const Json& value) {
  std::string out;
  append_json(out, value);
  out += '\n';
  return out;
}

Json json_range(ByteRange range) {
  Json out;
  JsonTree tree(out);
  put_json_range(tree, range);
  return out;
}

void put_json_range(JsonSink& out, ByteRange range) {
  out.begin_object();
  out.member("begin", range.begin);
  out.member("end", range.end);
  out.end_object();
}

Json json_problem(const Problem& problem) {
  Json out = Json::object();
  add_json_path(out, problem.path);
  out["message"] = problem.message;
  return out;
}

void add_json_path(Json& object, std::string_view path) {
  JsonTree tree(object);
  put_json_path(tree, path);
}

void put_json_path(JsonSink& out, std::string_view path) {
  out.member("path", path);
  if (!is_utf8(path)) out.member("path_bytes", hex(path));
}

}  // namespace ibid
