// SPDX-License-Identifier: GPL-2.0-or-later
//
// See head_region.h.
#include "corpus/heads/head_region.h"

#include <utility>

#include "corpus/heads/url_line.h"
#include "corpus/layout/contents.h"
#include "corpus/layout/heading.h"
#include "corpus/layout/known_titles.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxHeadLines = 1000;  // title and date are among the first so many

// The title of a Markdown document: its first block, a heading without a number, of no section.
bool is_title_hash(const Heading& heading) {
  return heading.hashes > 0 && heading.number.empty() && !is_known_heading(heading.title);
}

bool is_numbered_heading(std::string_view text, const Block& block) {
  return !read_heading(text, block).number.empty();
}

bool is_always_text(Block::Kind kind) {
  return kind == Block::Kind::kBullet || kind == Block::Kind::kText;
}

class RegionFinder {
 public:
  RegionFinder(std::string_view text, std::size_t begin, const TextMarks* markdown)
      : text_(text), begin_(begin), markdown_(markdown), reader_(text, begin, markdown) {}

  HeadRegion find() {
    std::optional<Block> block = reader_.next();
    for (; block; block = std::move(following_), ++region_.stop.block) {
      following_ = reader_.next();
      if (!take(*block)) {
        region_.more_follows = true;
        region_.stop_line = slice(text_, block->lines[region_.stop.line]);
        return std::move(region_);
      }
      region_.stop.line = 0;
    }
    return std::move(region_);
  }

 private:
  // False: the region stops within the block.
  bool take(const Block& block) {
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      region_.stop.line = i;
      const HeadLine line{region_.stop, line_of(block, i), block.kind};
      if (is_contents_title(line.text) && begins_contents(block, i)) {
        region_.contents = region_.form = region_.numbered = true;
        return false;
      }
      const Heading heading = i == 0 ? read_heading(text_, block) : Heading{};
      if (heading && (titled_ || !is_title_hash(heading))) {
        region_.numbered = !heading.number.empty();
        region_.form = region_.numbered || a_numbered_heading_follows();
        return false;
      }
      add(line);
    }
    return true;
  }

  // "**Title**" -> "Title", a part of the text. An address may be in a sign.
  std::string_view line_of(const Block& block, std::size_t index) const {
    ByteRange line = block.lines[index];
    if (block.markup.empty() || !url_of_line(slice(text_, line)).empty()) return slice(text_, line);
    for (auto sign = block.markup.begin(); sign != block.markup.end(); ++sign) {
      if (sign->begin == line.begin && sign->end <= line.end) line.begin = sign->end;
    }
    for (auto sign = block.markup.rbegin(); sign != block.markup.rend(); ++sign) {
      if (sign->end == line.end && sign->begin >= line.begin) line.end = sign->begin;
    }
    return slice(text_, trim(text_, line));
  }

  // "contents" may also be a word of wrapped text: then no entry follows it.
  bool begins_contents(const Block& block, std::size_t line) {
    std::optional<std::string_view> next;
    if (line + 1 < block.lines.size()) {
      next = slice(text_, block.lines[line + 1]);
    } else if (following_) {
      next = slice(text_, following_->lines.front());
    }
    if (next && ContentsReader().next(*next, {0, next->size()})) return true;
    if (next && line == 0)
      region_.plain = read_plain_contents(text_, begin_, markdown_, region_.stop);
    return block.lines.size() == 1 || !region_.plain.entries.empty();
  }

  void add(const HeadLine& line) {
    if (!in_text_ && !url_of_line(line.text).empty()) {
      if (!region_.url_line) region_.url_line = line;
      return;
    }
    titled_ = titled_ || !is_furniture(line.text);
    in_text_ = in_text_ || text_begins(line);
    if (region_.lines.size() < kMaxHeadLines) region_.lines.push_back(line);
  }

  bool a_numbered_heading_follows() {
    for (; following_; following_ = reader_.next()) {
      if (is_numbered_heading(text_, *following_)) return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t begin_;
  const TextMarks* markdown_;
  BlockReader reader_;
  std::optional<Block> following_;
  HeadRegion region_;
  bool titled_ = false;   // something other than furniture came before
  bool in_text_ = false;  // an address below belongs to the text
};

}  // namespace

HeadRegion find_head_region(std::string_view text, std::size_t begin, const TextMarks* markdown) {
  return RegionFinder(text, begin, markdown).find();
}

bool is_short_line(const HeadLine& line, std::size_t most_bytes) {
  return !is_always_text(line.kind) && line.text.size() <= most_bytes;
}

bool text_begins(const HeadLine& line) {
  const bool text = is_always_text(line.kind) || ends_like_sentence(line.text) ||
                    line.text.size() > kMaxTitleLine;
  return text && !is_furniture(line.text);
}

bool ends_block(const HeadRegion& region, std::size_t index) {
  return index + 1 == region.lines.size() ||
         region.lines[index + 1].position.block != region.lines[index].position.block;
}

}  // namespace ibid
