// SPDX-License-Identifier: GPL-2.0-or-later
//
// Web pages, and HTML inside other files: their text, what is around it, and where each stretch of
// it is. docs/formats.md says what is text and what is left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/reader_input.h"
#include "corpus/text/byte_range.h"
#include "corpus/text/encoding.h"

namespace ibid {

// One document. Its anchors are bytes of the file as given, in whatever encoding it is.
std::vector<ExtractedFile> read_html(const ReaderInput& input);

// "ibid-html/2 gumbo 0.10.1".
std::string html_reader_name();

// By a byte-order mark; else UTF-8 if the bytes are UTF-8 and not only ASCII, whatever a meta tag
// says; else by the meta tag or XML declaration; else as tell_encoding(), which may throw.
Encoding tell_html_encoding(std::string_view bytes, std::optional<Encoding> assumed = {});

// An id that is in the page: a fragment (#id) leads to it.
struct HtmlId {
  std::uint64_t at = 0;  // offset of the text that follows it; may be the end of all text
  std::string id;
};

struct AppendHtml {
  // From offsets of the HTML to bytes of the part: ascending, without overlap, each from one edge
  // of a character to another. HTML in a JSON string: each stretch of the string without escapes is
  // a span, and each escape. What is in none of them has no place. Empty: the HTML is the part.
  std::vector<TextSpan> places;
  std::uint32_t part = 0;
  // Tells the text of a page from the menus around it. Not for HTML that is a document's text only:
  // a feed's entry, a mail, a chapter. Hidden text is left out in any case.
  bool is_page = true;
  bool with_fields = true;  // adds title, date, … of its head
  bool is_xml = false;      // XHTML: `<title/>` has ended; known from `<?xml`
  std::string base;         // relative links are resolved against it, if the HTML names no other
  std::uint32_t depth = 1'000;
  std::vector<HtmlId>* ids = nullptr;  // lent; ids are added in order
};

// Appends `html`, which is valid UTF-8 without a byte-order mark, to the document. Ends the open
// block before and after. Throws Error{kInput} for elements that are nested too deep, and for a
// page whose tree would take far more memory than the page.
void append_html(ExtractBuilder& out, std::string_view html, const AppendHtml& how);

}  // namespace ibid
