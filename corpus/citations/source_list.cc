// SPDX-License-Identifier: GPL-2.0-or-later
//
// See source_list.h: which lines make an entry. source_entry.cc reads what an entry says.
#include "corpus/citations/source_list.h"

#include <algorithm>
#include <optional>

#include "corpus/citations/entry_label.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

std::uint64_t indent_of(std::string_view text, ByteRange line) {
  std::uint64_t begin = line.begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  return line.begin - begin;
}

// True for a line that names something to list; without any, a block is a paragraph about sources.
bool reads_like_entry(std::string_view line) {
  const bool separated = line.find(" - ") != line.npos || line.find(" – ") != line.npos ||
                         line.find(" — ") != line.npos || line.find(" | ") != line.npos;
  return separated || line.find("://") != line.npos || !parse_source_entry(line).front().id.empty();
}

using Entries = std::vector<std::vector<ByteRange>>;

bool has_year(std::string_view line) {
  for (std::size_t at = 0; at + 4 <= line.size(); ++at) {
    if (!line.substr(at).starts_with("19") && !line.substr(at).starts_with("20")) continue;
    const bool begins = at == 0 || !is_ascii_digit(line[at - 1]);
    if (begins && is_ascii_digit(line[at + 2]) && is_ascii_digit(line[at + 3])) return true;
  }
  return false;
}

// Lines that begin with labels: numbers one after the other, or names in brackets. A line without
// the next label goes on with its entry. Empty if the first line has no label.
Entries split_labelled(std::string_view text, const std::vector<ByteRange>& lines) {
  Entries entries;
  std::optional<std::uint32_t> last;
  for (const ByteRange line : lines) {
    const EntryLabel label = read_entry_label(slice(text, line));
    const auto number = label_number(label.label);
    const bool follows = label && (!number || !last || (*number > *last && *number <= *last + 2));
    if (entries.empty() && !label) return {};
    if (entries.empty() || follows) {
      entries.emplace_back();
      if (number) last = number;
    }
    entries.back().push_back(line);
  }
  return entries;
}

}  // namespace

std::vector<std::vector<ByteRange>> split_entries(std::string_view text, const Block& block) {
  if (block.kind == Block::Kind::kBullet) return {block.lines};
  if (Entries labelled = split_labelled(text, block.lines); !labelled.empty()) return labelled;
  const auto line_text = [&](ByteRange line) { return slice(text, line); };
  const bool listed = std::any_of(block.lines.begin(), block.lines.end(), [&](ByteRange line) {
    return reads_like_entry(line_text(line));
  });
  const bool dated = std::all_of(block.lines.begin(), block.lines.end(),
                                 [&](ByteRange line) { return has_year(line_text(line)); });
  if (!listed && !dated) return {block.lines};
  Entries entries;
  std::uint64_t indent = 0;
  for (const ByteRange& line : block.lines) {
    const bool goes_on =
        !entries.empty() && (indent_of(text, line) > indent || is_addendum(line_text(line)));
    if (!goes_on) {
      entries.emplace_back();
      indent = indent_of(text, line);
    }
    entries.back().push_back(line);
  }
  return entries;
}

}  // namespace ibid
