// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/field_command.h"

#include "corpus/text/code_points.h"

namespace ibid {

std::string link_of_command(std::string_view command) {
  std::string url;
  for (std::size_t at = 0; at < command.size() && command[at] != ';'; ++at) {
    if (command[at] == '\\' && at + 1 < command.size()) ++at;
    url += command[at];
  }
  url = trim(std::string_view(url));
  const std::string lower = ascii_lower(url.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://") ? url : std::string();
}

std::string guide_of_command(std::string_view command) {
  constexpr std::string_view kName = "Direction:wstring:";
  std::size_t at = command.find(kName);
  if (at == std::string_view::npos) return {};
  at += kName.size();
  std::size_t units = 0;
  while (at < command.size() && is_ascii_digit(command[at]) && units <= command.size()) {
    units = units * 10 + static_cast<std::size_t>(command[at++] - '0');
  }
  if (at >= command.size() || command[at] != ':') return {};
  const std::size_t begin = ++at;
  while (at < command.size() && units > 0) {  // counted in units of UTF-16
    units -= next_code_point(command, at) > 0xFFFF && units > 1 ? 2 : 1;
  }
  return std::string(trim(command.substr(begin, at - begin)));
}

}  // namespace ibid
