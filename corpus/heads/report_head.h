// SPDX-License-Identifier: GPL-2.0-or-later
//
// The head of a report: title, date, publisher, author, address, and the page furniture around
// them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/layout/line_position.h"
#include "corpus/layout/outline.h"
#include "corpus/report/report.h"

namespace ibid {

struct ReportHead {
  std::string title;      // empty if the document has none
  std::string publisher;  // empty if it names none
  std::string author;     // as Report::author
  std::string date;       // as Report::date
  std::string url;        // as Report::url
  // Where each of them was found; bytes are of the text.
  std::vector<FieldOrigin> origins;
  bool first_form = true;      // read by the rules of the first form: the shape of the lines
  std::size_t text_begin = 0;  // of the first block: behind the front matter
  LinePosition end;            // lines before it are the head's; only prose among them is a passage
  LinePosition fields_end;     // likewise, but only up to the last line that is one of its fields
  LinePosition contents;       // of the contents' title
  bool contents_follow = false;  // `contents` says where; otherwise the body begins at `end`
  // Entries of contents without numbers; bytes are of the text. They are the lines from `contents`
  // to `contents_end`, before or behind `end`.
  std::vector<ContentsEntry> plain_contents;
  LinePosition contents_end;
  // Lines of the head that are neither its title nor prose, in order; bytes are of the text. Empty
  // for the first form.
  std::vector<FurnitureLine> furniture;
};

// Reads the lines before the contents or the first heading. A document without contents, numbered
// headings, a date line and anything that says of itself what it is (labelled_head.h) has no form:
// its head is at most its title line. `markdown`: as for BlockReader.
ReportHead read_head(std::string_view text, const TextMarks* markdown = nullptr);

// True for a block of some length that ends like a sentence: worth finding even in a head.
bool is_prose(std::string_view text, const Block& block);

}  // namespace ibid
