// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/request_text.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// -1: no digit.
int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);  // the "/"
    const std::string_view segment = path.substr(0, path.find('/'));
    if (segment == "." || segment == "..") return true;
    path.remove_prefix(segment.size());
  }
  return false;
}

}  // namespace

std::optional<std::string> unescape(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::kIsSpace) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (text.size() - i < 3) return {};
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return {};
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (out.find('\0') != std::string::npos || !is_utf8(out)) return {};
  return out;
}

std::optional<std::string> path_of(std::string_view target) {
  std::optional<std::string> path = unescape(target.substr(0, target.find('?')), Plus::kIsPlus);
  if (!path || !path->starts_with('/') || has_dot_segment(*path)) return {};
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
  if (std::any_of(path->begin(), path->end(), is_control)) return {};
  return path;
}

bool add_fields(std::string_view text, std::size_t most, HttpFields& fields) {
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    auto name = unescape(pair.substr(0, equals), Plus::kIsSpace);
    auto value =
        unescape(equals == std::string_view::npos ? "" : pair.substr(equals + 1), Plus::kIsSpace);
    if (!name || !value || fields.size() == most) return false;
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return true;
}

std::string_view query_of_target(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

}  // namespace ibid
