// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/json_document.h"

#include <algorithm>

namespace ibid {
namespace {

// "hit" of {"type":"hit",…}; empty for an object that begins otherwise.
std::string_view type_of(std::string_view line) {
  constexpr std::string_view kBegin = "{\"type\":\"";
  if (!line.starts_with(kBegin)) return {};
  line.remove_prefix(kBegin.size());
  return line.substr(0, line.find('"'));
}

}  // namespace

std::size_t JsonDocument::part_of(std::string_view line) const {
  const std::string_view type = type_of(line);
  std::size_t other = shape_.size();
  for (std::size_t i = 0; i < shape_.size(); ++i) {
    if (std::ranges::find(shape_[i].types, type) != shape_[i].types.end()) return i;
    if (shape_[i].types.empty()) other = i;
  }
  return other;
}

void JsonDocument::begin_member(const DocumentPart& part, std::string& out) {
  out += any_member_ ? ',' : '{';
  any_member_ = true;
  out += '"';
  out += part.member;
  out += "\":";
}

// Closes the array that is open, and writes those that have no element.
void JsonDocument::go_to(std::size_t part, std::string& out) {
  while (part_ < part) {
    const DocumentPart& left = shape_[part_];
    if (left.many == DocumentPart::Many::kYes) {
      if (!open_) begin_member(left, out);
      out += open_ ? "]" : "[]";
    }
    open_ = false;
    any_element_ = false;
    ++part_;
  }
}

void JsonDocument::add(std::string_view lines, std::string& out) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const std::size_t part = part_of(line);
    if (part == shape_.size() || part < part_) continue;  // none of this answer
    go_to(part, out);
    if (shape_[part].many == DocumentPart::Many::kNo) {
      begin_member(shape_[part], out);
      out += line;
      continue;
    }
    if (!open_) {
      begin_member(shape_[part], out);
      out += '[';
      open_ = true;
    }
    if (any_element_) out += ",\n";
    any_element_ = true;
    out += line;
  }
}

void JsonDocument::finish(std::string& out) {
  go_to(shape_.size(), out);
  out += any_member_ ? "}\n" : "{}\n";
}

std::string json_document(const DocumentShape& shape, std::string_view lines) {
  std::string out;
  out.reserve(lines.size() + 256);
  JsonDocument document(shape);
  document.add(lines, out);
  document.finish(out);
  return out;
}

}  // namespace ibid
