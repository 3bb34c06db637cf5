// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/text_page.h"

#include <algorithm>

#include "search/render/wrap_text.h"

namespace ibid {
namespace {

// ECMA-48 SGR; only the 16 colours that users of a terminal can choose.
const char* colour_code(Role role) {
  switch (role) {
    case Role::kTitle:
      return "\x1b[1m";
    case Role::kMatch:
      return "\x1b[1;31m";
    case Role::kLocation:
      return "\x1b[36m";
    case Role::kWarning:
      return "\x1b[33m";
    case Role::kId:
      return "\x1b[32m";
    case Role::kFaint:
      return "\x1b[2m";
    case Role::kPlain:
      break;
  }
  return "";
}

}  // namespace

void Page::prose(std::string_view first, std::size_t indent, const Prose& prose) {
  const std::size_t columns = layout_.columns > indent + 20 ? layout_.columns - indent : 20;
  std::string before(first);
  for (const ByteRange line : wrap_text(prose.text, columns)) {
    out_ += before;
    append(prose, line);
    out_ += '\n';
    before.assign(indent, ' ');
  }
}

void Page::line(std::size_t indent, Role role, std::string_view text) {
  out_.append(indent, ' ');
  paint(role, text);
  out_ += '\n';
}

void Page::line(std::size_t indent, const std::vector<LinePart>& parts) {
  out_.append(indent, ' ');
  for (const LinePart& part : parts) {
    const bool linked = layout_.links == Links::kYes && !part.uri.empty();
    if (linked) out_ += "\x1b]8;;" + part.uri + "\x1b\\";
    paint(part.role, part.text);
    if (linked) out_ += "\x1b]8;;\x1b\\";
  }
  out_ += '\n';
}

void Page::paint(Role role, std::string_view text) {
  const char* code = layout_.colour == Colour::kYes ? colour_code(role) : "";
  if (text.empty()) return;
  out_ += code;
  out_ += text;
  if (*code != '\0') out_ += "\x1b[0m";
}

void Page::append(const Prose& prose, ByteRange line) {
  const std::string_view text = prose.text;
  std::uint64_t at = line.begin;
  for (const ByteRange mark : prose.marked) {
    const std::uint64_t begin = std::clamp(mark.begin, at, line.end);
    const std::uint64_t end = std::clamp(mark.end, begin, line.end);
    if (begin == end) continue;
    paint(prose.role, text.substr(at, begin - at));
    paint(Role::kMatch, text.substr(begin, end - begin));
    at = end;
  }
  paint(prose.role, text.substr(at, line.end - at));
}

}  // namespace ibid
