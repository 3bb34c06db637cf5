// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page as tags and texts, each with its place, and its skeleton: the same page with a tag without
// attributes for each tag that matters to structure and one character for each text. gumbo makes
// the tree of the skeleton. So its time depends on the number of tags only (it is a third of that
// for the page itself), attributes and formatting elements cannot hold it up, and no position is
// ever computed back from a decoded text.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/tree/html_attributes.h"
#include "corpus/text/byte_range.h"

namespace ibid::html {

inline constexpr std::uint32_t kNone = UINT32_MAX;

struct Attribute {
  std::string_view name;   // as written
  std::string_view value;  // without quotes, references not replaced
};

// A start tag.
struct Tag {
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::uint32_t first_attribute = 0, attribute_count = 0;
  // Of an element without markup inside (title, script, style): its content in the HTML. Of an
  // element that gumbo does not know: its name.
  std::uint32_t content_begin = 0, content_end = 0;
};

struct TextRun {
  std::uint32_t begin = 0, end = 0;  // in the HTML
  bool white = false;                // nothing but white space
  bool raw = false;                  // references are not replaced
};

class Source {
 public:
  // `html` is lent. Throws Error{kInput} if elements are nested deeper than `depth`.
  Source(std::string_view html, bool is_xml, std::uint32_t depth);

  std::string_view html() const { return html_; }
  const std::vector<Tag>& tags() const { return tags_; }
  const std::vector<TextRun>& runs() const { return runs_; }
  const std::string& skeleton() const { return skeleton_; }
  // The tag or text whose place in the skeleton begins at `offset`; kNone for the tags that stand
  // for none.
  std::uint32_t owner(std::size_t offset) const { return owners_[offset]; }

  // As written; nothing if the tag has no such attribute. `name` is in lower case.
  std::optional<std::string_view> written(std::uint32_t tag, std::string_view name) const;
  std::string_view content(std::uint32_t tag) const {
    return html_.substr(tags_[tag].content_begin,
                        tags_[tag].content_end - tags_[tag].content_begin);
  }
  bool has_attributes(std::uint32_t tag) const { return tags_[tag].attribute_count > 0; }
  // With references replaced; empty if there is none.
  std::string value(std::uint32_t tag, std::string_view name, References& references) const;

 private:
  friend class Scanner;
  std::string_view html_;
  std::vector<Tag> tags_;
  std::vector<Attribute> attributes_;
  std::vector<TextRun> runs_;
  std::string skeleton_;
  std::vector<std::uint32_t> owners_;
};

}  // namespace ibid::html
