// SPDX-License-Identifier: GPL-2.0-or-later
//
// See date_signs.h.
#include "corpus/dates/date_signs.h"

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// The ASCII character that `c` stands for in a date; 0: it stands for itself.
char ascii_of(char32_t c) {
  if (c >= U'０' && c <= U'９') return static_cast<char>('0' + (c - U'０'));
  if (c >= U'\u2010' && c <= U'\u2015') return '-';  // hyphens and dashes
  switch (c) {
    case U'\u2212':  // minus
    case U'\uFE58':
    case U'\uFE63':
    case U'－':
      return '-';
    case U'．':
      return '.';
    case U'／':
      return '/';
    case U'‘':
    case U'’':
    case U'′':
    case U'＇':
      return '\'';
    default:
      return 0;
  }
}

}  // namespace

std::optional<FoldedLine> fold_date_signs(std::string_view line) {
  // All of these are three bytes long and begin with one of two bytes, which no Hangul has.
  if (line.find_first_of("\xE2\xEF") == std::string_view::npos) return {};
  FoldedLine folded;
  bool changed = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char ascii = ascii_of(next_code_point(line, at));
    changed = changed || ascii != 0;
    if (ascii != 0) {
      folded.text += ascii;
      folded.origin.push_back(begin);
      continue;
    }
    for (std::size_t i = begin; i < at; ++i) {
      folded.text += line[i];
      folded.origin.push_back(i);
    }
  }
  folded.origin.push_back(line.size());
  if (!changed) return {};
  return folded;
}

}  // namespace ibid
