// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/web_address.h"

#include <algorithm>
#include <vector>

#include "corpus/text/code_points.h"

namespace ibid::html {
namespace {

constexpr std::size_t kLongest = 4096;

// Browsers take line breaks out of an address.
std::string cleaned(std::string_view address) {
  std::string out(trim(address));
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return out;
}

bool has_scheme(std::string_view reference) {
  const std::size_t colon = reference.find_first_of(":/?#");
  return colon != std::string_view::npos && colon > 0 && reference[colon] == ':' &&
         is_ascii_letter(reference[0]);
}

// "/a/b/../c" is "/a/c" (5.2.4).
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool ends_in_folder = false;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    ends_in_folder = part == "." || part == "..";
    if (part == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (part != ".") {
      kept.push_back(part);
    }
    at = end + 1;
  }
  std::string out;
  for (const std::string_view part : kept) (out += '/') += part;
  if (out.empty() || ends_in_folder) out += '/';
  return out;
}

int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

bool is_web_address(std::string_view address) {
  const std::string scheme = ascii_lower(address.substr(0, 8));
  const std::size_t begin =
      scheme.starts_with("https://") ? 8 : (scheme.starts_with("http://") ? 7 : 0);
  if (begin == 0 || address.size() <= begin || address.size() > kLongest) return false;
  const char first = address[begin];
  return first != '/' && first != '?' && first != '#' && first != ' ';
}

std::string resolved(std::string_view reference_given, std::string_view base) {
  if (reference_given.size() > kLongest) return "";
  const std::string reference = cleaned(reference_given);
  if (reference.empty() || reference[0] == '#') return "";
  if (has_scheme(reference)) return is_web_address(reference) ? reference : "";
  if (!is_web_address(base)) return "";
  base = base.substr(0, base.find_first_of("#"));
  const std::size_t host = base.find("//") + 2;
  if (reference.starts_with("//")) {
    std::string whole = std::string(base.substr(0, host - 2)) + reference;
    return is_web_address(whole) ? whole : "";
  }
  const std::size_t query = std::min(base.find('?'), base.size());
  const std::string_view before_query = base.substr(0, query);
  if (reference[0] == '?') return std::string(before_query) + reference;
  const std::size_t path = std::min(before_query.find('/', host), before_query.size());
  const std::string origin(base.substr(0, path));
  const std::size_t path_end = std::min(reference.find_first_of("?#"), reference.size());
  std::string whole;
  if (reference[0] == '/') {
    whole = reference.substr(0, path_end);
  } else {
    const std::string_view folder = before_query.substr(path);
    whole = std::string(folder.substr(0, folder.rfind('/') + 1));
    if (whole.empty()) whole = "/";
    whole += reference.substr(0, path_end);
  }
  return origin + without_dots(whole) + reference.substr(path_end);
}

std::string host_of(std::string_view address) {
  if (address.starts_with("//")) return host_of(std::string("http:") + std::string(address));
  if (!is_web_address(address)) return "";
  const std::size_t begin = address.find("//") + 2;
  std::string host =
      ascii_lower(address.substr(begin, address.find_first_of("/?#:", begin) - begin));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low < 0) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return is_utf8(out) ? out : std::string(text);
}

}  // namespace ibid::html
