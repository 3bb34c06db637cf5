// SPDX-License-Identifier: GPL-2.0-or-later
//
// See bare_lines.h.
#include "corpus/markdown/bare_lines.h"

namespace ibid {
namespace {

constexpr std::size_t kDeepestHeading = 6;

}  // namespace

bool is_definition(std::string_view content) {
  if (!content.starts_with('[')) return false;
  const std::size_t close = content.find_first_of("[]", 1);
  return close != std::string_view::npos && close > 1 && content.substr(close).starts_with("]:");
}

bool is_bare_sign(std::string_view content) {
  const std::size_t quoted = content.find_first_not_of("> \t");
  if (quoted == std::string_view::npos) return true;
  content.remove_prefix(quoted);
  if (content.find_first_not_of('#') == std::string_view::npos) {
    return content.size() <= kDeepestHeading;
  }
  if (content.starts_with("~~~")) return true;
  if (!content.starts_with("```")) return false;
  const std::size_t info = content.find_first_not_of('`');
  return info == std::string_view::npos || content.find('`', info) == std::string_view::npos;
}

}  // namespace ibid
