// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/wording.h"

#include <fmt/core.h>

#include <cstddef>

#include "search/render/escape_terminal.h"

namespace ibid {

std::string counted(std::uint64_t count, std::string_view singular) {
  return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::string_view path_below(std::string_view path, std::string_view base_dir) {
  if (base_dir.size() > 1 && path.size() > base_dir.size() + 1 && path.starts_with(base_dir) &&
      path[base_dir.size()] == '/') {
    path.remove_prefix(base_dir.size() + 1);
  }
  return path;
}

std::string shown_path(std::string_view path, std::string_view base_dir) {
  return escape_terminal(path_below(path, base_dir));
}

std::string quoted_excerpt(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return std::string(text);
  std::size_t cut = kLongest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace ibid
