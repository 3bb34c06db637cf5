// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes a piece of HTML in which text stays text: everything but the names of elements and
// attributes, which are literals of ours, is escaped. Elements are closed in the order in which
// they must be.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// HTML that a writer has made: only a writer can make one, so that no text gets in unescaped.
class Html {
 public:
  Html() = default;
  const std::string& text() const { return text_; }

 private:
  friend class HtmlWriter;
  explicit Html(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

// Values are lent until the call that takes the attribute returns.
struct HtmlAttribute {
  std::string_view name;  // a literal; empty: there is no attribute
  std::string_view value = {};
  // What a form sends back or a script copies must be the text itself, with the controls that are
  // shown elsewhere.
  bool exact = false;
};
inline HtmlAttribute exact(std::string_view name, std::string_view value) {
  return {name, value, true};
}
// The attribute if `present`; else none.
inline HtmlAttribute only_if(bool present, std::string_view name, std::string_view value = {}) {
  return present ? HtmlAttribute{name, value} : HtmlAttribute{};
}

class HtmlWriter {
 public:
  using Attributes = std::initializer_list<HtmlAttribute>;

  HtmlWriter& open(std::string_view element, Attributes attributes = {});
  HtmlWriter& close();  // the innermost open element
  // An element without content: <input>, <br>, <rect/>.
  HtmlWriter& lone(std::string_view element, Attributes attributes = {});
  // On one line, as escape_html() has it.
  HtmlWriter& text(std::string_view text);
  // On its lines, for <pre>; the rest as text() has it.
  HtmlWriter& lines(std::string_view text);
  // For <textarea>: what a form sends back.
  HtmlWriter& exact_lines(std::string_view text);
  // An element with text and nothing else.
  HtmlWriter& element(std::string_view element, Attributes attributes, std::string_view text);
  HtmlWriter& element(std::string_view element, std::string_view content) {
    return this->element(element, {}, content);
  }
  HtmlWriter& link(std::string_view address, std::string_view words, Attributes attributes = {});
  // `text` with these parts of it, ascending and without overlap, as <mark> or another element.
  HtmlWriter& marked(std::string_view text, std::span<const ByteRange> marks,
                     std::string_view element = "mark");
  HtmlWriter& add(const Html& piece);

  bool empty() const { return out_.empty(); }
  // What was written; all elements must be closed. The writer is empty afterwards.
  Html take();

 private:
  void start(std::string_view element, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace ibid
