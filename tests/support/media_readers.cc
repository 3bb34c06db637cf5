// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/media_readers.h"

#include <fmt/core.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

namespace ibid::testing {
namespace {

using Json = nlohmann::ordered_json;

// By Unicode's tables: controls, line separators, characters that set the direction of text, and
// invisible format characters (tags).
bool is_obeyed(UChar32 code) {
  if (u_charType(code) == static_cast<std::int8_t>(U_CONTROL_CHAR) || code == 0x2028 ||
      code == 0x2029)
    return true;
  if (u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL)) return true;
  return (code >= 0xE0000 && code <= 0xE007F) || (code >= 0xFFF9 && code <= 0xFFFB) ||
         (code >= 0x206A && code <= 0x206F);
}

void read_characters(std::string_view output, std::string_view allowed, ReadBack& read) {
  const auto size = static_cast<std::int32_t>(output.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(output.data()), at, size, code);
    if (code < 0) {
      read.faults.push_back(fmt::format("not UTF-8 before byte {}", at));
    } else if (is_obeyed(code) &&
               (code > 0x7F || allowed.find(static_cast<char>(code)) == std::string_view::npos)) {
      read.faults.push_back(fmt::format("U+{:04X} before byte {}", code, at));
    }
  }
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void add_json(const Json& value, const std::string& path, ReadBack& read) {
  read.structure.push_back(path + " " + value.type_name());
  if (value.is_array()) {
    for (const Json& one : value) add_json(one, path + "[]", read);
  } else if (value.is_object()) {
    for (const auto& [key, one] : value.items()) {
      // Bytes of a path that is not UTF-8: docs/output-format.md.
      if (key != "path_bytes") add_json(one, path + "." + key, read);
    }
  }
}

void read_json(std::string_view text, ReadBack& read) {
  const Json value = Json::parse(text, nullptr, false);
  if (value.is_discarded()) read.faults.push_back("not JSON: " + std::string(text));
  add_json(value, "", read);
}

// RFC 4180.
void read_csv(std::string_view text, ReadBack& read) {
  std::size_t cells = 1;
  std::string cell;
  const auto end_cell = [&] {
    constexpr std::string_view kFormula = "=+-@\t\r\n";
    if (!cell.empty() && kFormula.find(cell.front()) != std::string_view::npos) {
      read.faults.push_back("a formula: " + cell);
    }
    cell.clear();
  };
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && text.substr(i + 1, 1) == "\"") {
      cell += c;
      ++i;
    } else if (c == '"') {
      if (!quoted && !cell.empty()) read.faults.push_back("a quote inside a cell: " + cell);
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      end_cell();
      ++cells;
    } else if (!quoted && c == '\r' && text.substr(i + 1, 1) == "\n") {
      end_cell();
      read.structure.push_back(std::to_string(cells));
      cells = 1;
      ++i;
    } else if (!quoted && (c == '\r' || c == '\n')) {
      read.faults.push_back("a bare line end");
    } else {
      cell += c;
    }
  }
  if (quoted || cells != 1 || !cell.empty()) read.faults.push_back("no end of the last row");
}

// Tags with the names of their attributes; all values that we write are quoted.
void read_tag(std::string_view tag, ReadBack& read) {
  std::string seen = "<";
  bool quoted = false;
  char quote = 0;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    const char c = tag[i];
    if (quoted) {
      quoted = c != quote;
    } else if (c == '"' || c == '\'') {
      if (i == 0 || tag[i - 1] != '=') read.faults.push_back("a stray quote in " + seen);
      quoted = true;
      quote = c;
    } else {
      seen += c;
    }
  }
  if (quoted) read.faults.push_back("an open quote in " + seen);
  // The element of a text with Hangul has a language.
  const std::size_t language = seen.find(" lang=");
  if (language != std::string::npos) seen.erase(language, 6);
  read.structure.push_back(seen);
}

std::size_t end_of_tag(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    if (quote != 0) {
      if (text[at] == quote) quote = 0;
    } else if (text[at] == '"' || text[at] == '\'') {
      quote = text[at];
    } else if (text[at] == '>') {
      return at;
    }
  }
  return std::string_view::npos;
}

void read_markup(std::string_view text, ReadBack& read) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      const std::size_t end = text.find(';', at);
      if (end == std::string_view::npos || end - at > 10) read.faults.push_back("a bare &");
      ++at;
    } else if (text[at] == '>') {
      read.faults.push_back("a bare >");
      ++at;
    } else if (text[at] == '<') {
      const std::size_t end = end_of_tag(text, at + 1);
      if (end == std::string_view::npos) return read.faults.push_back("a tag without end");
      const std::string_view tag = text.substr(at + 1, end - at - 1);
      read_tag(tag, read);
      at = end + 1;
      // Raw text up to its end tag.
      if (tag.starts_with("style")) at = text.find("</style>", at);
    } else {
      ++at;
    }
  }
}

// CommonMark's inline marks that are not escaped; code spans and footnote labels count as one each.
void read_markdown(std::string_view text, ReadBack& read) {
  constexpr std::string_view kMarks = "*_[]<>#|~`";
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\\' && at + 1 < text.size() &&
        std::ispunct(static_cast<unsigned char>(text[at + 1]))) {
      at += 2;
    } else if (text.substr(at, 2) == "[^") {
      at = text.find(']', at) + 1;
      read.structure.emplace_back("label");
    } else if (text.substr(at, 9) == "<https://") {
      at = text.find('>', at) + 1;
      read.structure.emplace_back("address");
    } else if (c == '`') {
      const std::string fence(text.find_first_not_of('`', at) - at, '`');
      std::size_t end = at + fence.size();
      do {
        end = text.find(fence, end);
        if (end == std::string_view::npos) return read.faults.push_back("an open code span");
        const std::size_t run = text.find_first_not_of('`', end);
        const std::size_t length = (run == std::string_view::npos ? text.size() : run) - end;
        end += length;
        if (length == fence.size()) break;
      } while (true);
      at = end;
      read.structure.emplace_back("code");
    } else {
      if (kMarks.find(c) != std::string_view::npos || c == '\n') read.structure.emplace_back(1, c);
      ++at;
    }
  }
}

// Entries and the names of their fields. Each field must be on one line, with balanced braces and
// with backslashes before TeX's special characters.
void read_bibtex(std::string_view text, ReadBack& read) {
  for (const std::string& line : lines_of(text)) {
    const std::size_t value = line.find(" = {");
    if (value == std::string::npos) {
      const bool entry = line.starts_with("@misc{") && line.ends_with(",");
      if (!entry && line != "}" && !line.empty()) read.faults.push_back("no field: " + line);
      read.structure.push_back(entry ? "@misc" : line);
      continue;
    }
    read.structure.push_back(line.substr(0, value));
    const std::string name = line.substr(2, value - 2);
    int depth = 0;
    for (std::size_t i = value + 3; i + 1 < line.size(); ++i) {
      depth += line[i] == '{' ? 1 : line[i] == '}' ? -1 : 0;
      if (depth == 0 && i + 2 < line.size())
        read.faults.push_back("a value that ends early: " + line);
      const bool special = std::string_view("&%#_$~^").find(line[i]) != std::string_view::npos;
      if (name != "url" && special && line[i - 1] != '\\') {
        read.faults.push_back("TeX would obey: " + line);
      }
    }
    if (depth != 0) read.faults.push_back("braces: " + line);
    constexpr std::string_view kOurs[] = {"\\textbackslash{}", "\\textasciitilde{}",
                                          "\\textasciicircum{}", "\\textbraceleft{}",
                                          "\\textbraceright{}"};
    for (std::size_t i = line.find('\\'); i != std::string::npos; i = line.find('\\', i + 1)) {
      const std::string_view rest = std::string_view(line).substr(i);
      const bool ours = std::any_of(std::begin(kOurs), std::end(kOurs),
                                    [&](std::string_view one) { return rest.starts_with(one); });
      const bool sign = rest.size() > 1 && std::string_view("&%#_$").find(rest[1]) != rest.npos;
      if (!ours && !sign) read.faults.push_back("a TeX command: " + line);
    }
  }
}

void read_ris(std::string_view text, ReadBack& read) {
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    if (end == std::string_view::npos) return read.faults.push_back("no line end");
    const std::string_view line = text.substr(0, end);
    if (!line.empty() && line.substr(2, 4) != "  - ")
      read.faults.push_back("no tag: " + std::string(line));
    if (line.find_first_of("\r\n") != std::string_view::npos)
      read.faults.push_back("a bare line end");
    read.structure.emplace_back(line.substr(0, 2));
    text.remove_prefix(end + 2);
  }
}

}  // namespace

ReadBack read_back(Medium medium, std::string_view output) {
  ReadBack read;
  const bool crlf = medium == Medium::kCsv || medium == Medium::kRis;
  const bool tabs = medium == Medium::kCsv || medium == Medium::kTsv;
  read_characters(output, std::string("\n") + (crlf ? "\r" : "") + (tabs ? "\t" : ""), read);
  switch (medium) {
    case Medium::kTerminal:
      read.structure.push_back(std::to_string(lines_of(output).size()) + " lines");
      break;
    case Medium::kJson:
      read_json(output, read);
      break;
    case Medium::kJsonLines:
      for (const std::string& line : lines_of(output)) read_json(line, read);
      break;
    case Medium::kCsv:
      read_csv(output, read);
      break;
    case Medium::kTsv:
      for (const std::string& line : lines_of(output)) {
        read.structure.push_back(std::to_string(std::count(line.begin(), line.end(), '\t')));
      }
      break;
    case Medium::kHtml:
    case Medium::kXml:
      read_markup(output, read);
      break;
    case Medium::kMarkdown:
      read_markdown(output, read);
      break;
    case Medium::kBibtex:
      read_bibtex(output, read);
      break;
    case Medium::kRis:
      read_ris(output, read);
      break;
  }
  return read;
}

}  // namespace ibid::testing
