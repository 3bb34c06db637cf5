// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/file_uri.h"

#include <fmt/format.h>

#include <iterator>

#include "corpus/text/code_points.h"
#include "search/render/wording.h"

namespace ibid {

std::string percent_encode_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (is_ascii_digit(c) || is_ascii_letter(c) ||
        std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

FileUri file_uri(std::string_view path, std::string_view base_dir) {
  const std::string_view below = path_below(path, base_dir);
  const bool relative = below.size() < path.size();
  // A path that was indexed as a relative one gets no "file:": a URI reference can stay relative.
  if (relative || !path.starts_with('/')) return {percent_encode_path(below), relative};
  return {"file://" + percent_encode_path(path), false};
}

std::string folder_uri(std::string_view folder) {
  std::string out = "file://" + percent_encode_path(folder);
  if (!out.ends_with('/')) out += '/';
  return out;
}

bool is_web_address(std::string_view url) {
  const std::string head = ascii_lower(url.substr(0, 8));
  return head.starts_with("http://") || head.starts_with("https://");
}

}  // namespace ibid
