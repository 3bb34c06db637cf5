// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/page_address.h"

#include <algorithm>

#include "search/render/file_uri.h"

namespace ibid {
namespace {

// A "/" in a value needs no code, but a path in a value looks like a part of the page's own.
std::string encoded_value(std::string_view text) {
  std::string out;
  for (const char c : percent_encode_path(text)) {
    if (c == '/') {
      out += "%2F";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string page_address(std::string_view path, const HttpFields& fields) {
  std::string out = percent_encode_path(path);
  char sign = '?';
  for (const auto& [name, value] : fields) {
    ((out += sign) += encoded_value(name)) += '=';
    out += encoded_value(value);
    sign = '&';
  }
  return out;
}

HttpFields fields_with(const HttpFields& fields, std::string_view name, std::string_view value) {
  HttpFields out = fields;
  out.emplace_back(name, value);
  return out;
}

HttpFields fields_without(const HttpFields& fields, std::string_view name, std::string_view value) {
  HttpFields out = fields;
  std::erase_if(out,
                [&](const auto& field) { return field.first == name && field.second == value; });
  return out;
}

HttpFields fields_without(const HttpFields& fields, std::initializer_list<std::string_view> names) {
  HttpFields out = fields;
  std::erase_if(
      out, [&](const auto& field) { return std::ranges::find(names, field.first) != names.end(); });
  return out;
}

}  // namespace ibid
