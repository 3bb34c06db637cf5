// SPDX-License-Identifier: GPL-2.0-or-later
//
// See report_head.h.
#include "corpus/layout/report_head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/layout/contents.h"
#include "corpus/layout/find_date.h"
#include "corpus/layout/heading.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/url_line.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kDateLabels = std::to_array<std::string_view>({
#include "corpus/word_lists/date_labels.inc"
});

constexpr std::size_t kMaxTitleLine = 200;     // bytes
constexpr std::size_t kMaxDateLine = 160;      // bytes; a longer line with a date is prose
constexpr std::size_t kMaxPublisherLine = 80;  // bytes
constexpr std::size_t kLeastProse = 200;       // bytes; shorter lines of a head are furniture
constexpr std::size_t kMaxHeadLines = 1000;    // title and date are among the first so many
constexpr std::size_t kMaxLooseLines = 20;     // between publisher and first heading, see below

struct Line {
  LinePosition position;
  std::string_view text;
  Block::Kind kind;
};

struct Region {
  std::vector<Line> lines;       // before the contents or the first heading, except addresses
  std::optional<Line> url_line;  // the first that says where the report was published
  LinePosition stop;             // where the contents or that heading begin, or the end
  bool more_follows = false;     // at `stop`
  bool contents = false;
  bool form = false;  // contents, or a numbered heading anywhere
};

// The title of a Markdown document: its first block, a heading without a number, of no section.
bool is_title_hash(const Heading& heading) {
  return heading.hashes > 0 && heading.number.empty() && !is_known_heading(heading.title);
}

bool is_numbered_heading(std::string_view text, const Block& block) {
  return !read_heading(text, block).number.empty();
}

// "contents" may also be a word of wrapped text: then nothing numbered follows it.
bool begins_contents(std::string_view text, const Block& block, std::size_t line,
                     const std::optional<Block>& following) {
  if (block.lines.size() == 1) return true;
  if (line + 1 < block.lines.size()) {
    return ContentsReader().next(text, block.lines[line + 1]).has_value();
  }
  return following && ContentsReader().next(text, following->lines.front());
}

bool is_short_line(const Line& line, std::size_t most_bytes) {
  return line.kind != Block::Kind::kBullet && line.text.size() <= most_bytes;
}

bool text_begins(const Line& line) {
  const bool text = line.kind == Block::Kind::kBullet || ends_like_sentence(line.text) ||
                    line.text.size() > kMaxTitleLine;
  return text && !is_furniture(line.text);
}

// Goes through the blocks of a document up to where its head must end.
class RegionFinder {
 public:
  explicit RegionFinder(std::string_view text) : text_(text), reader_(text) {}

  Region find() {
    std::optional<Block> block = reader_.next();
    for (; block; block = std::move(following_), ++region_.stop.block) {
      following_ = reader_.next();
      if (!take(*block)) {
        region_.more_follows = true;
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
      const Line line{region_.stop, slice(text_, block.lines[i]), block.kind};
      if (is_contents_title(line.text) && begins_contents(text_, block, i, following_)) {
        region_.contents = region_.form = true;
        return false;
      }
      const Heading heading = i == 0 ? read_heading(text_, block) : Heading{};
      if (heading && (titled_ || !is_title_hash(heading))) {
        region_.form = !heading.number.empty() || a_numbered_heading_follows();
        return false;
      }
      add(line);
    }
    return true;
  }

  void add(const Line& line) {
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
  BlockReader reader_;
  std::optional<Block> following_;
  Region region_;
  bool titled_ = false;   // something other than furniture came before
  bool in_text_ = false;  // an address below belongs to the text
};

// "2024. 6. 27." ends in a full stop but is a date line.
bool is_date_line(const Line& line) {
  if (!is_short_line(line, kMaxDateLine)) return false;
  const FoundDate date = find_date_in(line.text);
  if (date.iso.empty()) return false;
  const std::string_view rest = trim(line.text.substr(date.text.end));
  return rest.empty() || rest == "." || !ends_like_sentence(line.text);
}

// Index into `lines`. In a document without form, prose ends the search: a date below is text.
std::optional<std::size_t> find_date_line(const Region& region) {
  for (std::size_t i = 0; i < region.lines.size(); ++i) {
    const Line& line = region.lines[i];
    if (is_date_line(line)) return i;
    if (!region.form && text_begins(line)) return {};
  }
  return {};
}

// The line holds only the date and perhaps a label that says what it is the date of.
bool is_bare_date(std::string_view line) {
  const FoundDate date = find_date_in(line);
  std::string rest = ascii_lower(trim(line.substr(0, date.text.begin)));
  while (!rest.empty() && (rest.back() == ':' || rest.back() == ' ')) rest.pop_back();
  const std::string_view after = trim(line.substr(date.text.end));
  return (after.empty() || after == ".") && (rest.empty() || is_one_of(rest, kDateLabels));
}

// The line ends its block: the next line of the head is in another block.
bool ends_block(const Region& region, std::size_t index) {
  return index + 1 == region.lines.size() ||
         region.lines[index + 1].position.block != region.lines[index].position.block;
}

bool is_label_line(const Region& region, std::size_t index, std::size_t most_bytes) {
  const Line& line = region.lines[index];
  return is_short_line(line, most_bytes) && ends_block(region, index) &&
         !ends_like_sentence(line.text) && !is_furniture(line.text) && find_date(line.text).empty();
}

LinePosition after(const Line& line) { return {line.position.block, line.position.line + 1}; }

void read_around_date(const Region& region, std::size_t date_line, ReportHead& head) {
  const Line& dated = region.lines[date_line];
  head.date = find_date(dated.text);
  head.end = after(dated);
  for (std::size_t i = date_line; i-- > 0 && head.title.empty();) {
    const Line& line = region.lines[i];
    if (is_short_line(line, kMaxTitleLine) && !is_furniture(line.text)) head.title = line.text;
  }
  const bool titled = !head.title.empty();
  if (!titled && !is_bare_date(dated.text)) head.title = dated.text;
  if (date_line + 1 >= region.lines.size()) return;
  const Line& next = region.lines[date_line + 1];
  if (!is_label_line(region, date_line + 1,
                     head.title.empty() ? kMaxTitleLine : kMaxPublisherLine)) {
    return;
  }
  (head.title.empty() ? head.title : head.publisher) = next.text;
  head.end = after(next);
}

// The first line that is not furniture, if it reads like a title and something follows it.
void read_title_line(const Region& region, bool more_follows, ReportHead& head) {
  for (std::size_t i = 0; i < region.lines.size(); ++i) {
    const Line& line = region.lines[i];
    if (is_furniture(line.text)) continue;
    const bool alone = line.position.line == 0 && ends_block(region, i);
    const bool last = i + 1 == region.lines.size() && !more_follows;
    if (!alone || last || !is_label_line(region, i, kMaxTitleLine)) return;
    head.title = line.text;
    head.end = after(line);
    return;
  }
}

// An address right below the head proper is part of it; an address above it always is.
void read_url(const Region& region, ReportHead& head) {
  if (!region.url_line) return;
  head.url = url_of_line(region.url_line->text);
  const LinePosition position = region.url_line->position;
  const bool apart = std::any_of(region.lines.begin(), region.lines.end(), [&](const Line& line) {
    return line.position >= head.end && line.position < position;
  });
  if (!apart && head.end <= position) head.end = after(*region.url_line);
}

// Without contents, the lines between the head proper and the first heading may be the text of a
// document that is numbered only further down. A few short lines, none of them text, are head.
bool is_loose_head(const Region& region, LinePosition from) {
  std::size_t loose = 0;
  for (const Line& line : region.lines) {
    if (line.position < from) continue;
    if (text_begins(line) || ++loose > kMaxLooseLines) return false;
  }
  return true;
}

}  // namespace

bool is_prose(std::string_view text, const Block& block) {
  std::size_t size = 0;
  for (const ByteRange& line : block.lines) size += line.size() + 1;
  return size >= kLeastProse && ends_like_sentence(slice(text, block.lines.back())) &&
         !is_furniture(slice(text, block.lines.front()));
}

ReportHead read_head(std::string_view text) {
  const Region region = RegionFinder(text).find();
  ReportHead head;
  head.contents_follow = region.contents;
  head.contents = region.stop;
  if (const auto date_line = find_date_line(region)) {
    read_around_date(region, *date_line, head);
  } else {
    read_title_line(region, region.more_follows, head);
  }
  read_url(region, head);
  if (region.contents || (region.form && is_loose_head(region, head.end))) head.end = region.stop;
  return head;
}

}  // namespace ibid
