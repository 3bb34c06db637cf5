// SPDX-License-Identifier: GPL-2.0-or-later
//
// See table_rows.h.
#include "corpus/markdown/table_rows.h"

#include "corpus/text/code_points.h"

namespace ibid {

bool is_delimiter_row(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|:- \t") == std::string_view::npos;
}

std::vector<ByteRange> cell_pipes(std::string_view text, ByteRange row) {
  std::vector<ByteRange> pipes;
  for (std::size_t at = row.begin; at < row.end; ++at) {
    if (text[at] != '|' || (at > row.begin && text[at - 1] == '\\')) continue;
    pipes.push_back({at, at + 1});
  }
  return pipes;
}

ByteRange without_outer_pipes(std::string_view text, ByteRange row) {
  const auto at_end = [&](std::uint64_t at) { return text[at] == '|' || text[at] == ' '; };
  row = trim(text, row);
  while (!row.empty() && at_end(row.begin)) ++row.begin;
  while (!row.empty() && at_end(row.end - 1) && (row.size() < 2 || text[row.end - 2] != '\\')) {
    --row.end;
  }
  return trim(text, row);
}

}  // namespace ibid
