// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/html_writer.h"

#include <cassert>
#include <utility>

#include "search/render/escape_markup.h"

namespace ibid {
namespace {

// Only what would end the text; a browser shows and sends back the rest as it is. A reference for
// other characters would not do: HTML reads &#x85; as "…".
std::string escape_exactly(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\0':  // may not be in HTML at all
        out += "\xEF\xBF\xBD";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

void HtmlWriter::start(std::string_view element, Attributes attributes) {
  (out_ += '<') += element;
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name.empty()) continue;
    ((out_ += ' ') += attribute.name) += "=\"";
    out_ += attribute.exact ? escape_exactly(attribute.value) : escape_html(attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

HtmlWriter& HtmlWriter::open(std::string_view element, Attributes attributes) {
  start(element, attributes);
  open_.push_back(element);
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  assert(!open_.empty());
  ((out_ += "</") += open_.back()) += '>';
  // A line end where none is seen keeps the source readable.
  constexpr std::string_view kBlocks[] = {"div",     "p",  "ul", "ol",    "li",      "table",
                                          "tr",      "h1", "h2", "h3",    "section", "article",
                                          "details", "dl", "dd", "thead", "tbody",   "form"};
  for (const std::string_view block : kBlocks) {
    if (open_.back() == block) out_ += '\n';
  }
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::lone(std::string_view element, Attributes attributes) {
  start(element, attributes);
  // Elements of SVG are closed; those of HTML are not.
  if (element == "rect" || element == "line" || element == "circle" || element == "path") {
    out_.pop_back();
    out_ += "/>";
  }
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  out_ += escape_html(text);
  return *this;
}

HtmlWriter& HtmlWriter::lines(std::string_view text) {
  // The first line end after <pre> and <textarea> is not part of the text.
  if (text.starts_with('\n') || text.starts_with("\r\n")) out_ += '\n';
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    out_ += escape_html(line);
    if (end == std::string_view::npos) return *this;
    out_ += '\n';
    text.remove_prefix(end + 1);
  }
}

HtmlWriter& HtmlWriter::exact_lines(std::string_view text) {
  if (text.starts_with('\n')) out_ += '\n';
  out_ += escape_exactly(text);
  return *this;
}

HtmlWriter& HtmlWriter::element(std::string_view element, Attributes attributes,
                                std::string_view content) {
  open(element, attributes);
  text(content);
  return close();
}

HtmlWriter& HtmlWriter::link(std::string_view address, std::string_view words,
                             Attributes attributes) {
  start("a", attributes);
  out_.pop_back();
  ((out_ += " href=\"") += escape_html(address)) += "\">";
  text(words);
  out_ += "</a>";
  return *this;
}

HtmlWriter& HtmlWriter::marked(std::string_view text, std::span<const ByteRange> marks,
                               std::string_view element) {
  std::size_t at = 0;
  for (const ByteRange& mark : marks) {
    if (mark.begin < at || mark.end > text.size() || mark.begin >= mark.end) continue;
    this->text(text.substr(at, mark.begin - at));
    this->element(element, text.substr(mark.begin, mark.end - mark.begin));
    at = mark.end;
  }
  return this->text(text.substr(at));
}

HtmlWriter& HtmlWriter::add(const Html& piece) {
  out_ += piece.text_;
  return *this;
}

Html HtmlWriter::take() {
  assert(open_.empty());
  return Html(std::exchange(out_, {}));
}

}  // namespace ibid
