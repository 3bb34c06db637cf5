// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/parts/downloads.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "corpus/report/sha256.h"

namespace ibid {
namespace {

bool is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
         c == '-' || c == '_';
}

bool is_unwanted(unsigned char c) {
  return c < 0x20 || c == 0x7F || c == '/' || c == '\\' || c == ':' || c == '*' || c == '?' ||
         c == '"' || c == '<' || c == '>' || c == '|';
}

}  // namespace

std::string attachment(std::string_view file_name) {
  constexpr std::size_t kMostBytes = 200;
  std::string name(file_name.substr(0, kMostBytes));
  while (name.size() < file_name.size() && !name.empty() &&
         (static_cast<unsigned char>(file_name[name.size()]) & 0xC0U) == 0x80U) {
    name.pop_back();
  }
  for (char& c : name) {
    if (is_unwanted(static_cast<unsigned char>(c))) c = '_';
  }
  while (name.starts_with('.')) name.erase(0, 1);
  if (name.empty()) name = "report";
  std::string plain, exact;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    plain += is_plain(byte) || byte == ' ' ? c : '_';
    if (is_plain(byte)) {
      exact += c;
    } else {
      fmt::format_to(std::back_inserter(exact), "%{:02X}", byte);
    }
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
}

HttpResponse download(std::string_view content_type, std::string_view file_name, std::string body) {
  HttpResponse response;
  response.content_type = content_type;
  response.headers.emplace_back("Content-Disposition", attachment(file_name));
  response.headers.emplace_back("ETag", '"' + sha256_hex(body).substr(0, 16) + '"');
  response.body = std::move(body);
  return response;
}

}  // namespace ibid
