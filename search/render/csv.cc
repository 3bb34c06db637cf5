// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/csv.h"

#include "corpus/text/code_points.h"
#include "search/render/escape_terminal.h"

namespace ibid {
namespace {

bool begins_formula(char32_t c) {
  constexpr std::u32string_view kBegins = U"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  return kBegins.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string_view csv_start(CsvStart start) {
  return start == CsvStart::kByteOrderMark ? "\xEF\xBB\xBF" : "";
}

std::string csv_cell(std::string_view text, CsvCells kind) {
  if (text.empty()) return {};
  std::string cell;
  const Utf8Char first = first_char(text);
  if (kind == CsvCells::kFormulaSafe && first.valid && begins_formula(first.code)) cell += '\'';
  bool quoted = false;
  while (!text.empty()) {
    const Utf8Char c = first_char(text);
    const std::string_view bytes = text.substr(0, c.length);
    text.remove_prefix(c.length);
    const bool white = bytes == "\t" || bytes == "\r" || bytes == "\n";
    if (!white && (!c.valid || is_terminal_control(c.code))) {
      cell += escape_terminal(bytes);
      continue;
    }
    quoted = quoted || bytes == "," || bytes == "\"" || bytes == "\r" || bytes == "\n";
    cell += bytes;
    if (bytes == "\"") cell += '"';
  }
  return quoted ? '"' + cell + '"' : cell;
}

std::string csv_row(const std::vector<std::string>& cells, CsvCells kind) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    row += csv_cell(cell, kind);
  }
  return row + "\r\n";
}

}  // namespace ibid
