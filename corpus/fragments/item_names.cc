// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/fragments/item_names.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kLongestItem = 200;  // bytes

}  // namespace

std::string item_name(std::string_view wanted) {
  std::string name;
  for (std::size_t at = 0; at < wanted.size();) {
    const char32_t c = next_code_point(wanted, at);
    if (is_space(c) || is_terminal_control(c)) {
      if (!name.empty() && name.back() != ' ') name += ' ';
    } else {
      append_utf8(name, c);  // U+FFFD for bytes that are not text
    }
  }
  if (name.ends_with(' ')) name.pop_back();
  if (name.size() <= kLongestItem) return name;
  constexpr std::size_t kDigits = 16;
  const std::string hash = sha256_hex(name).substr(0, kDigits);
  name.resize(floor_boundary(name, kLongestItem - kDigits - 1));
  return name + "~" + hash;
}

std::string ItemNames::take(const std::string& name) {
  if (taken_.insert(name).second) return name;
  std::uint64_t& count = repeated_[name];
  for (count = std::max<std::uint64_t>(count, 1);;) {
    std::string other = fmt::format("{}~{}", name, ++count);
    if (taken_.insert(other).second) return other;
  }
}

}  // namespace ibid
