// SPDX-License-Identifier: GPL-2.0-or-later
//
// See source_list.h: which lines make an entry. source_entry.cc reads what an entry says.
#include "corpus/parser/source_list.h"

#include <algorithm>

namespace ibid {
namespace {

std::uint64_t indent_of(std::string_view text, ByteRange line) {
  std::uint64_t begin = line.begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  return line.begin - begin;
}

// True for a line that names something to list; without any, a block is a paragraph about sources.
bool reads_like_entry(std::string_view line) {
  const ListedSource source = parse_source_entry(line).front();
  return !source.id.empty() || !source.publisher.empty() || line.find("://") != line.npos;
}

}  // namespace

std::vector<std::vector<ByteRange>> split_entries(std::string_view text, const Block& block) {
  const bool listed = block.kind != Block::Kind::kBullet &&
                      std::any_of(block.lines.begin(), block.lines.end(), [&](ByteRange line) {
                        return reads_like_entry(text.substr(line.begin, line.size()));
                      });
  if (!listed) return {block.lines};
  std::vector<std::vector<ByteRange>> entries;
  std::uint64_t indent = 0;
  for (const ByteRange& line : block.lines) {
    const bool goes_on = !entries.empty() && (indent_of(text, line) > indent ||
                                              is_addendum(text.substr(line.begin, line.size())));
    if (!goes_on) {
      entries.emplace_back();
      indent = indent_of(text, line);
    }
    entries.back().push_back(line);
  }
  return entries;
}

}  // namespace ibid
