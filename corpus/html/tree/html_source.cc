// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tags, comments and raw text as the HTML standard's tokenizer (13.2.5) tells them.
#include "corpus/html/tree/html_source.h"

#include <algorithm>
#include <cstring>

#include "corpus/html/tree/html_nesting.h"

namespace ibid::html {
namespace {

// How a tag is written in the skeleton.
enum class Shape : std::uint8_t {
  kNothing,  // no text inside, and no effect on structure
  kInline,   // an element without rules of its own: "x"
  kRaw,      // what follows, to its end tag, is neither markup nor text of the page
  kShown,    // the same, and it is text
  kVoid,     // itself, without an end
  kElement,  // itself
};

Shape shape_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BASEFONT:
    case GUMBO_TAG_BGSOUND:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_IMAGE:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_ISINDEX:
    case GUMBO_TAG_KEYGEN:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
      return Shape::kNothing;
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
      return Shape::kInline;
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TITLE:
      return Shape::kRaw;
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_XMP:
      return Shape::kShown;
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR:
      return Shape::kVoid;
    default:
      return Shape::kElement;
  }
}

bool equals_ignoring_case(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x | 0x20) : x) == y;
         });
}

}  // namespace

class Scanner {
 public:
  Scanner(Source& source, bool is_xml, std::uint32_t depth)
      : out_(source), html_(source.html_), is_xml_(is_xml), nesting_(depth) {}

  void run() {
    out_.skeleton_.reserve(html_.size() / 4 + 16);
    out_.owners_.reserve(html_.size() / 4 + 16);
    while (at_ < html_.size()) {
      const std::size_t tag = next_markup(at_);
      add_run(at_, tag, false);
      at_ = tag;
      if (at_ < html_.size()) take_markup();
    }
  }

 private:
  // The next "<" that begins a tag, a comment or the like.
  std::size_t next_markup(std::size_t at) const {
    for (;; ++at) {
      at = std::min(html_.find('<', at), html_.size());
      if (at + 1 >= html_.size()) return html_.size();
      const char c = html_[at + 1];
      if (is_ascii_letter(c) || c == '!' || c == '?') return at;
      if (c == '/' && at + 2 < html_.size()) return at;
    }
  }

  void add_run(std::size_t begin, std::size_t end, bool raw) {
    if (begin == end) return;
    const std::string_view text = html_.substr(begin, end - begin);
    const bool white =
        std::all_of(text.begin(), text.end(), [](char c) { return is_white(c) || c == '\0'; });
    write(white ? " " : "x", static_cast<std::uint32_t>(out_.runs_.size()));
    out_.runs_.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), white, raw});
  }

  void write(std::string_view skeleton, std::uint32_t owner) {
    out_.skeleton_ += skeleton;
    out_.owners_.push_back(owner);
    out_.owners_.resize(out_.skeleton_.size(), kNone);
  }

  void take_markup() {
    const char c = html_[at_ + 1];
    if (c == '!') {
      take_declaration();
    } else if (c == '?') {
      skip_through('>');
    } else if (c != '/') {
      take_tag(at_ + 1, false);
    } else if (is_ascii_letter(html_[at_ + 2])) {
      take_tag(at_ + 2, true);
    } else {
      skip_through('>');
    }
  }

  void skip_through(char c) {
    const std::size_t end = html_.find(c, at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
  }

  void take_declaration() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return take_comment();
    if (rest.starts_with("<![CDATA[") && (is_xml_ || foreign_ > 0)) {
      const std::size_t begin = at_ + 9;
      const std::size_t end = std::min(html_.find("]]>", begin), html_.size());
      add_run(begin, end, true);
      at_ = std::min(end + 3, html_.size());
      return;
    }
    const std::size_t begin = at_;
    skip_through('>');
    // Old declarations put tables into paragraphs.
    const std::string_view all = html_.substr(begin, at_ - begin);
    if (all.size() < 300 && equals_ignoring_case(all.substr(0, 9), "<!doctype") &&
        all.back() == '>' && out_.skeleton_.find('<') == std::string::npos) {
      write(all, kNone);
    }
  }

  void take_comment() {
    std::size_t at = at_ + 4;
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with(">") || rest.starts_with("->")) {
      at_ = at + (rest[0] == '>' ? 1 : 2);
      return;
    }
    for (;; ++at) {
      at = html_.find("--", at);
      if (at == std::string_view::npos) break;
      const std::string_view end = html_.substr(at + 2, 2);
      if (end.starts_with('>')) break;
      if (end == "!>") {
        ++at;
        break;
      }
    }
    at_ = at == std::string_view::npos ? html_.size() : at + 3;
  }

  // `name`: where the tag's name begins. A tag without an end is not a tag, and nothing follows it.
  void take_tag(std::size_t name, bool is_end) {
    std::size_t at = name;
    while (at < html_.size() && !is_white(html_[at]) && html_[at] != '/' && html_[at] != '>') ++at;
    const auto length = static_cast<unsigned>(std::min<std::size_t>(at - name, 100));
    Tag tag;
    tag.tag = gumbo_tagn_enum(html_.data() + name, length);
    tag.first_attribute = static_cast<std::uint32_t>(out_.attributes_.size());
    if (tag.tag == GUMBO_TAG_UNKNOWN) {
      tag.content_begin = static_cast<std::uint32_t>(name);
      tag.content_end = static_cast<std::uint32_t>(at);
    }
    bool closes_itself = false;
    at = take_attributes(at, closes_itself);
    at_ = std::min(at + 1, html_.size());
    if (at == html_.size() || is_end) {
      out_.attributes_.resize(tag.first_attribute);
      if (at < html_.size()) write_end(tag.tag);
      return;
    }
    tag.attribute_count = static_cast<std::uint32_t>(out_.attributes_.size()) - tag.first_attribute;
    out_.tags_.push_back(tag);
    write_start(tag.tag, closes_itself && (is_xml_ || foreign_ > 0));
  }

  // Returns where the ">" is, or the end of the HTML.
  std::size_t take_attributes(std::size_t at, bool& closes_itself) {
    for (;;) {
      while (at < html_.size() && (is_white(html_[at]) || html_[at] == '/')) {
        closes_itself = html_[at++] == '/';
      }
      if (at == html_.size() || html_[at] == '>') return at;
      closes_itself = false;
      const std::size_t name = at++;
      while (at < html_.size() && !is_white(html_[at]) && html_[at] != '/' && html_[at] != '>' &&
             html_[at] != '=') {
        ++at;
      }
      Attribute attribute{html_.substr(name, at - name), {}};
      std::size_t equals = at;
      while (equals < html_.size() && is_white(html_[equals])) ++equals;
      if (equals < html_.size() && html_[equals] == '=') {
        at = take_value(equals + 1, attribute.value);
      }
      out_.attributes_.push_back(attribute);
    }
  }

  std::size_t take_value(std::size_t at, std::string_view& value) const {
    while (at < html_.size() && is_white(html_[at])) ++at;
    if (at == html_.size()) return at;
    if (html_[at] == '"' || html_[at] == '\'') {
      const std::size_t end = html_.find(html_[at], at + 1);
      if (end == std::string_view::npos) return html_.size();
      value = html_.substr(at + 1, end - at - 1);
      return end + 1;
    }
    const std::size_t begin = at;
    while (at < html_.size() && !is_white(html_[at]) && html_[at] != '>') ++at;
    value = html_.substr(begin, at - begin);
    return at;
  }

  void write_start(GumboTag tag, bool closes_itself) {
    const Shape shape = shape_of(tag);
    if (shape == Shape::kNothing) return;
    const auto owner = static_cast<std::uint32_t>(out_.tags_.size() - 1);
    if (shape == Shape::kRaw || shape == Shape::kShown) {
      if (!closes_itself) take_raw(tag, shape == Shape::kShown, owner);
      return;
    }
    write_tag("<", tag, owner);
    if (shape == Shape::kVoid) return;
    if (closes_itself) return write_tag("</", tag, kNone);
    if (tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH) ++foreign_;
    nesting_.open(shape == Shape::kInline ? GUMBO_TAG_UNKNOWN : tag);
  }

  void write_end(GumboTag tag) {
    const Shape shape = shape_of(tag);
    // "</br>" is a line break, "</p>" without a start an empty paragraph.
    if (shape == Shape::kVoid ? tag != GUMBO_TAG_BR
                              : shape != Shape::kElement && shape != Shape::kInline) {
      return;
    }
    if ((tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH) && foreign_ > 0) --foreign_;
    nesting_.close(shape == Shape::kInline ? GUMBO_TAG_UNKNOWN : tag);
    write_tag("</", tag, kNone);
  }

  void write_tag(std::string_view open, GumboTag tag, std::uint32_t owner) {
    write(open, owner);
    write(shape_of(tag) == Shape::kInline ? "x" : gumbo_normalized_tagname(tag), kNone);
    write(">", kNone);
  }

  // The content of an element that holds no markup.
  void take_raw(GumboTag tag, bool shown, std::uint32_t owner) {
    const std::string_view name = gumbo_normalized_tagname(tag);
    const std::size_t begin = at_;
    std::size_t end = tag == GUMBO_TAG_PLAINTEXT ? html_.size() : raw_end(name, begin);
    Tag& written = out_.tags_[owner];
    written.content_begin = static_cast<std::uint32_t>(begin);
    written.content_end = static_cast<std::uint32_t>(end);
    if (shown) {
      write("<pre>", owner);
      add_run(begin, end, true);
      write("</pre>", kNone);
    }
    at_ = end;
    if (at_ < html_.size()) skip_through('>');
  }

  std::size_t raw_end(std::string_view name, std::size_t at) const {
    for (;; ++at) {
      at = html_.find("</", at);
      if (at == std::string_view::npos) return html_.size();
      const std::size_t after = at + 2 + name.size();
      if (after >= html_.size()) return html_.size();
      if (equals_ignoring_case(html_.substr(at + 2, name.size()), name) &&
          (is_white(html_[after]) || html_[after] == '/' || html_[after] == '>')) {
        return at;
      }
    }
  }

  Source& out_;
  std::string_view html_;
  bool is_xml_;
  std::size_t at_ = 0;
  std::size_t foreign_ = 0;  // open <svg> and <math>
  Nesting nesting_;
};

Source::Source(std::string_view html, bool is_xml, std::uint32_t depth) : html_(html) {
  Scanner(*this, is_xml, depth).run();
}

std::optional<std::string_view> Source::written(std::uint32_t tag, std::string_view name) const {
  const Tag& of = tags_[tag];
  for (std::uint32_t i = 0; i < of.attribute_count; ++i) {
    const Attribute& attribute = attributes_[of.first_attribute + i];
    if (equals_ignoring_case(attribute.name, name)) return attribute.value;
  }
  return std::nullopt;
}

std::string Source::value(std::uint32_t tag, std::string_view name, References& references) const {
  return references.decode_all(written(tag, name).value_or(std::string_view{}));
}

}  // namespace ibid::html
