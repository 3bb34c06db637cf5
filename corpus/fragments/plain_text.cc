// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/fragments/plain_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {
namespace {

constexpr std::size_t kLongestTag = 4096;   // bytes to the ">", else it is none
constexpr std::size_t kLongestEntity = 32;  // bytes with "&" and ";"

constexpr std::array kBlockTags = std::to_array<std::string_view>(
    {"article", "blockquote", "body",  "br",   "dd", "div",   "dl",  "dt",     "figcaption",
     "figure",  "h1",         "h2",    "h3",   "h4", "h5",    "h6",  "hr",     "html",
     "iframe",  "img",        "li",    "main", "ol", "p",     "pre", "script", "section",
     "style",   "table",      "tbody", "td",   "th", "thead", "tr",  "ul",     "video"});
constexpr std::array kInlineTags = std::to_array<std::string_view>(
    {"a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "small",
     "span", "strike", "strong", "sub", "sup", "u"});

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
  std::string name;  // small
  bool closes = false;
  std::size_t length = 0;  // bytes with "<" and ">"
};

// The tag that begins at `at`, a "<".
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t begin = at + 1;
  if (begin < text.size() && text[begin] == '/') {
    tag.closes = true;
    ++begin;
  }
  std::size_t end = begin;
  while (end < text.size() && end - begin < 12 &&
         (is_ascii_letter(text[end]) || is_ascii_digit(text[end]))) {
    ++end;
  }
  if (end == begin || end == text.size()) return std::nullopt;
  const char next = text[end];
  if (next != '>' && next != '/' && next != ' ' && next != '\t' && next != '\n' && next != '\r') {
    return std::nullopt;
  }
  const std::size_t rest = text.substr(end, kLongestTag).find('>');
  if (rest == std::string_view::npos) return std::nullopt;
  tag.length = end + rest + 1 - at;
  tag.name = ascii_lower(text.substr(begin, end - begin));
  return tag;
}

struct Entity {
  std::string character;
  std::size_t length = 0;  // bytes with "&" and ";"
};

std::optional<Entity> entity_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(at, kLongestEntity).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  auto character = entity_character(text.substr(at, end + 1));
  if (!character || character->empty()) return std::nullopt;
  return Entity{std::move(*character), end + 1};
}

bool has_entities(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    if (entity_at(text, at)) return true;
  }
  return false;
}

bool is_blank(std::string_view line) { return skip_spaces(line, 0) == line.size(); }

}  // namespace

void append_paragraphs(ExtractBuilder& out, const MappedText& text, std::uint32_t part) {
  const std::string_view all = text.text;
  out.end_block();
  std::size_t line_feed = 0;  // before the line; read only within a block
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    std::size_t line_end = end;
    if (line_end > begin && all[line_end - 1] == '\r') --line_end;
    if (is_blank(all.substr(begin, line_end - begin))) {
      out.end_block();
    } else {
      if (out.in_block()) {
        add_range(out, text, {line_feed, line_feed + 1}, part);
      } else {
        out.begin_block(ExtractedBlock::Kind::kParagraph);
      }
      add_range(out, text, {begin, line_end}, part);
      line_feed = end;
    }
    begin = end + 1;
  }
  out.end_block();
}

MappedText with_entities_read(const MappedText& text) {
  MappedText read;
  const std::string_view all = text.text;
  std::size_t begin = 0;
  for (std::size_t at = all.find('&'); at != std::string_view::npos; at = all.find('&', at)) {
    const std::optional<Entity> entity = entity_at(all, at);
    if (!entity) {
      ++at;
      continue;
    }
    read.append(text, {begin, at});
    read.append(entity->character, file_range(text.spans, {at, at + entity->length}));
    begin = at += entity->length;
  }
  read.append(text, {begin, all.size()});
  return read;
}

MappedText without_tags(const MappedText& text) {
  MappedText rest;
  const std::string_view all = text.text;
  std::size_t begin = 0;
  for (std::size_t at = all.find('<'); at != std::string_view::npos; at = all.find('<', at)) {
    const std::optional<Tag> tag = tag_at(all, at);
    if (!tag || !(is_one_of(kBlockTags, tag->name) || is_one_of(kInlineTags, tag->name))) {
      ++at;
      continue;
    }
    rest.append(text, {begin, at});
    begin = at += tag->length;
  }
  rest.append(text, {begin, all.size()});
  return rest;
}

TextForm form_of(std::string_view text) {
  bool within_lines = false;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::optional<Tag> tag = tag_at(text, at);
    if (!tag) continue;
    if (is_one_of(kBlockTags, tag->name)) return TextForm::kBlocks;
    // An opening one alone may be "x <b> y" of a formula.
    if (tag->closes && is_one_of(kInlineTags, tag->name)) within_lines = true;
  }
  if (within_lines) return TextForm::kInline;
  return has_entities(text) ? TextForm::kEntities : TextForm::kPlain;
}

}  // namespace ibid
