// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/mark_blocks.h"

#include <algorithm>

namespace ibid {
namespace {

using BlockKind = ExtractedBlock::Kind;
using LineKind = MarkedLine::Kind;

LineKind line_kind(const ExtractedBlock& block, bool first) {
  if (block.kind == BlockKind::kParagraph) return LineKind::kPlain;
  return block.kind == BlockKind::kHeading && first ? LineKind::kHeading : LineKind::kText;
}

void mark_block(const ExtractedFile& file, const ExtractedBlock& block, TextMarks& out) {
  for (std::uint64_t begin = block.text.begin; begin < block.text.end;) {
    const std::uint64_t end = std::min<std::uint64_t>(file.text.find('\n', begin), block.text.end);
    MarkedLine line;
    line.begin = begin;
    line.begins = begin == block.text.begin;
    line.kind = line_kind(block, line.begins);
    line.level = std::max<std::uint8_t>(block.level, 1);
    if (line.kind == LineKind::kText) line.content = {begin, end};
    if (block.header != ExtractedBlock::kNone && &file.blocks[block.header] != &block) {
      line.header = file.blocks[block.header].text;
    }
    out.lines.push_back(line);
    begin = end + 1;
  }
}

}  // namespace

TextMarks mark_blocks(const ExtractedFile& file) {
  TextMarks out;
  out.origin = TextMarks::Origin::kExtracted;
  const auto is_heading = [](const ExtractedBlock& b) { return b.kind == BlockKind::kHeading; };
  // One is the document's title.
  out.finds_titles = std::count_if(file.blocks.begin(), file.blocks.end(), is_heading) < 2;
  for (const ExtractedBlock& block : file.blocks) {
    mark_block(file, block, out);
    if (block.kind != BlockKind::kRow) continue;
    for (std::uint64_t at = file.text.find('\t', block.text.begin); at < block.text.end;
         at = file.text.find('\t', at + 1)) {
      out.markup.push_back({at, at + 1});
    }
  }
  return out;
}

const ExtractedBlock* block_at(const ExtractedFile& file, std::uint64_t at) {
  const auto after = std::ranges::upper_bound(
      file.blocks, at, {}, [](const ExtractedBlock& block) { return block.text.begin; });
  if (after == file.blocks.begin() || at >= std::prev(after)->text.end) return nullptr;
  return &*std::prev(after);
}

}  // namespace ibid
