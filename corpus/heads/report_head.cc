// SPDX-License-Identifier: GPL-2.0-or-later
//
// See report_head.h.
#include "corpus/heads/report_head.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/dates/find_date.h"
#include "corpus/heads/front_matter.h"
#include "corpus/heads/head_region.h"
#include "corpus/heads/labelled_head.h"
#include "corpus/heads/url_line.h"
#include "corpus/layout/head_fields.h"
#include "corpus/layout/known_titles.h"
#include "corpus/layout/masthead.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxDateLine = 160;      // bytes; a longer line with a date is prose
constexpr std::size_t kMaxPublisherLine = 80;  // bytes
constexpr std::size_t kLeastProse = 200;       // bytes; shorter lines of a head are furniture
constexpr std::size_t kMaxLooseLines = 20;     // between publisher and first heading, see below

// "2024. 6. 27." ends in a full stop but is a date line.
bool is_date_line(const HeadLine& line) {
  if (!is_short_line(line, kMaxDateLine)) return false;
  const FoundDate date = find_date_in(line.text);
  if (date.iso.empty()) return false;
  const std::string_view rest = trim(line.text.substr(date.text.end));
  return rest.empty() || rest == "." || !ends_like_sentence(line.text);
}

// The line is part of a paragraph: a date in it is the text's.
bool is_in_paragraph(const HeadRegion& region, std::size_t index) {
  std::size_t last = index;
  while (!ends_block(region, last)) ++last;
  return last > index && ends_like_sentence(region.lines[last].text) &&
         !is_date_alone(region.lines[last].text);
}

// Index into `lines`. In a document without form, prose ends the search: a date below is text.
// Where no number says that the lines above the first heading are a head, a date may be a title's.
std::optional<std::size_t> find_date_line(const HeadRegion& region) {
  for (std::size_t i = 0; i < region.lines.size(); ++i) {
    const HeadLine& line = region.lines[i];
    if (is_date_line(line) && (region.numbered || ends_with_its_date(line.text)) &&
        (is_date_alone(line.text) || !is_in_paragraph(region, i))) {
      return i;
    }
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
  return (after.empty() || after == ".") && (rest.empty() || is_date_label(rest));
}

bool may_be_title(const HeadRegion& region, std::size_t index, std::size_t most_bytes) {
  const HeadLine& line = region.lines[index];
  return is_short_line(line, most_bytes) && ends_block(region, index) &&
         !ends_like_sentence(line.text) && !is_furniture(line.text);
}

bool is_label_line(const HeadRegion& region, std::size_t index, std::size_t most_bytes) {
  return may_be_title(region, index, most_bytes) && find_date(region.lines[index].text).empty();
}

ByteRange bytes_in(std::string_view text, std::string_view line) {
  const auto begin = static_cast<std::uint64_t>(line.data() - text.data());
  return {begin, begin + line.size()};
}

// Reads heads of the first form, which have a shape and no labels.
class ShapedHead {
 public:
  ShapedHead(std::string_view text, const HeadRegion& region) : text_(text), region_(region) {}

  ReportHead read() {
    if (const auto date_line = find_date_line(region_)) {
      read_around_date(*date_line);
    } else {
      read_title_line();
    }
    return std::move(head_);
  }

 private:
  void set(std::string& field, const char* name, std::string value, const char* rule,
           const HeadLine& line) {
    field = std::move(value);
    head_.origins.push_back({name, rule, bytes_in(text_, line.text)});
    head_.end = std::max(head_.end, after(line.position));
  }

  void set_title(const char* rule, const HeadLine& line) {
    set(head_.title, "title", std::string(line.text), rule, line);
  }

  void read_around_date(std::size_t date_line) {
    const HeadLine& dated = region_.lines[date_line];
    set(head_.date, "date", find_date(dated.text), "line with a date", dated);
    for (std::size_t i = date_line; i-- > 0 && head_.title.empty();) {
      const HeadLine& line = region_.lines[i];
      if (is_short_line(line, kMaxTitleLine) && !is_furniture(line.text)) {
        set_title("line above the date", line);
      }
    }
    const bool titled = !head_.title.empty();
    if (!titled && !is_bare_date(dated.text)) set_title("line with a date", dated);
    if (date_line + 1 >= region_.lines.size()) return;
    const HeadLine& next = region_.lines[date_line + 1];
    const bool untitled = head_.title.empty();
    if (!is_label_line(region_, date_line + 1, untitled ? kMaxTitleLine : kMaxPublisherLine)) {
      return;
    }
    if (untitled) return set_title("line below the date", next);
    if (!region_.numbered && !reads_like_institution(next.text)) return;
    set(head_.publisher, "publisher", std::string(next.text), "line below the date", next);
  }

  // The first line that is not furniture, if it reads like a title and something follows it.
  void read_title_line() {
    std::size_t above = 0;  // lines of furniture in its block
    for (std::size_t i = 0; i < region_.lines.size(); ++i) {
      const HeadLine& line = region_.lines[i];
      if (is_furniture(line.text)) {
        above = ends_block(region_, i) ? 0 : above + 1;
        continue;
      }
      const bool alone = line.position.line == above && ends_block(region_, i);
      const bool last = i + 1 == region_.lines.size() && !region_.more_follows;
      if (alone && !last && may_be_title(region_, i, kMaxTitleLine) && !is_date_alone(line.text)) {
        set_title("first line", line);
      }
      return;
    }
  }

  std::string_view text_;
  const HeadRegion& region_;
  ReportHead head_;
};

// An address right below the head proper is part of it; an address above it always is.
void read_url(std::string_view text, const HeadRegion& region, ReportHead& head) {
  if (!region.url_line) return;
  if (head.url.empty()) {
    head.url = url_of_line(region.url_line->text);
    head.origins.push_back({"url", "address with a label", bytes_in(text, region.url_line->text)});
  }
  const LinePosition position = region.url_line->position;
  const bool apart = std::any_of(
      region.lines.begin(), region.lines.end(),
      [&](const HeadLine& line) { return line.position >= head.end && line.position < position; });
  if (!apart && head.end <= position) head.end = after(region.url_line->position);
}

// Without contents, the lines between the head proper and the first heading may be the text of a
// document that is numbered only further down. A few short lines, none of them text, are head.
bool is_loose_head(const HeadRegion& region, LinePosition from) {
  std::size_t loose = 0;
  for (const HeadLine& line : region.lines) {
    if (line.position < from) continue;
    if (text_begins(line) || ++loose > kMaxLooseLines) return false;
  }
  return true;
}

// Lines of a paragraph that is_prose() makes a passage.
bool is_in_prose(const HeadRegion& region, std::size_t index) {
  std::size_t first = index;
  while (first > 0 && !ends_block(region, first - 1)) --first;
  std::size_t size = 0;
  for (std::size_t i = first;; ++i) {
    size += region.lines[i].text.size() + 1;
    if (!ends_block(region, i)) continue;
    return size >= kLeastProse && ends_like_sentence(region.lines[i].text);
  }
}

void list_furniture(std::string_view text, const HeadRegion& region, const FrontMatter& matter,
                    ReportHead& head) {
  const auto add = [&](std::string_view line, ByteRange bytes) {
    head.furniture.push_back({std::string(line), bytes});
  };
  for (const ByteRange& line : matter.lines) add(slice(text, line), line);
  const auto title = std::find_if(head.origins.begin(), head.origins.end(),
                                  [](const FieldOrigin& o) { return o.field == "title"; });
  for (std::size_t i = 0; i < region.lines.size(); ++i) {
    const HeadLine& line = region.lines[i];
    if (line.position >= head.end) break;
    const ByteRange bytes = bytes_in(text, line.text);
    const bool is_title =
        line.text == head.title || (title != head.origins.end() && overlaps(bytes, title->bytes) &&
                                    head.title.find(line.text) != std::string::npos);
    if (!is_title && !is_in_prose(region, i)) add(line.text, bytes);
  }
}

// "*Korea's* Elderly" -> "Korea's Elderly": fields that are words of the text lose the signs in it.
void unmark(std::string_view text, const TextMarks& markdown, ReportHead& head) {
  const auto field = [&head](const std::string& name) -> std::string* {
    if (name == "title") return &head.title;
    if (name == "publisher") return &head.publisher;
    return name == "author" ? &head.author : nullptr;
  };
  for (const FieldOrigin& origin : head.origins) {
    std::string* value = field(origin.field);
    if (value == nullptr || slice(text, origin.bytes) != *value) continue;
    const auto begin =
        std::ranges::lower_bound(markdown.markup, origin.bytes.begin, {}, &ByteRange::begin);
    const auto end =
        std::ranges::lower_bound(markdown.markup, origin.bytes.end, {}, &ByteRange::begin);
    *value = trim(unmarked(text, origin.bytes, {begin, end}));
  }
}

}  // namespace

bool is_prose(std::string_view text, const Block& block) {
  std::size_t size = 0;
  for (const ByteRange& line : block.lines) size += line.size() + 1;
  return size >= kLeastProse && ends_like_sentence(slice(text, block.lines.back())) &&
         !is_furniture(slice(text, block.lines.front()));
}

ReportHead read_head(std::string_view text, const TextMarks* markdown) {
  const FrontMatter front_matter = read_front_matter(text);
  HeadRegion region = find_head_region(text, front_matter.end, markdown);
  std::optional<ReportHead> labelled = read_labelled_head(text, region, front_matter);
  ReportHead head = labelled ? *std::move(labelled) : ShapedHead(text, region).read();
  head.text_begin = front_matter.end;
  head.contents = region.stop;
  read_url(text, region, head);
  head.fields_end = head.end;
  const bool plain = !region.plain.entries.empty();
  if ((region.contents && !plain) || (region.form && is_loose_head(region, head.end))) {
    head.end = std::max(head.end, region.stop);
  }
  head.contents_follow = region.contents && !plain;
  head.plain_contents = std::move(region.plain.entries);
  head.contents_end = region.plain.end;
  if (!head.first_form) list_furniture(text, region, front_matter, head);
  if (markdown != nullptr) unmark(text, *markdown, head);
  return head;
}

}  // namespace ibid
