// SPDX-License-Identifier: GPL-2.0-or-later
//
// The head of a report: title, date line, publisher, address, and the page furniture around them.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/layout/outline.h"

namespace ibid {

// A line of a block of a document, both counted from 0. Past the last block, it means the end.
struct LinePosition {
  std::size_t block = 0;
  std::size_t line = 0;
  auto operator<=>(const LinePosition&) const = default;
};

struct ReportHead {
  std::string title;      // empty if the document has none
  std::string publisher;  // empty if it names none
  std::string date;       // as Report::date
  std::string url;        // as Report::url
  LinePosition end;       // lines before it are the head's; only prose among them is a passage
  LinePosition contents;  // of the contents' title
  bool contents_follow = false;  // `contents` says where; otherwise the body begins at `end`
};

// Reads the lines before the contents or the first heading. A document without contents, numbered
// headings and a date line has no form: its head is at most its title line.
ReportHead read_head(std::string_view text);

// True for a block of some length that ends like a sentence: worth finding even in a head.
bool is_prose(std::string_view text, const Block& block);

}  // namespace ibid
