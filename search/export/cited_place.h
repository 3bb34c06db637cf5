// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where in a report a citation leads a reader: to a printed page if the file has pages, else to a
// section and what the page shows before the passage. Pure, except for the text that a report
// loads.
#pragma once

#include <cstdint>
#include <string>

#include "corpus/extract/extracted_file.h"
#include "search/passages/stored_passage.h"

namespace ibid {

// From one page to another, which may be the same.
struct CitedPages {
  std::string first, last;  // as printed: "79", "iv"; empty if the report has no pages
  std::uint32_t first_page = 0, last_page = 0;  // in the file, from 1
  bool empty() const { return first.empty(); }
  bool several() const { return first_page != last_page; }
  bool renamed() const;         // the printed numbers are not those of the file
  std::string printed() const;  // "79", "7-8"
  std::string of_file() const;  // the same by the file's numbers
  bool operator==(const CitedPages&) const = default;
};

struct CitedPlace {
  std::string section;  // its number as written, "7-2"; else its title; empty before any heading
  // What the page shows before the passage, if that is a letter or number and no bullet: "가.",
  // "제3조", "1.b". Of a note its mark is in `note` instead.
  std::string label;
  std::string note;
  CitedPages pages;
};

// The section that a citation names: its number as written, else its title.
std::string section_locator(const StoredPassage& passage);

// "부칙 가.": section and label.
std::string section_and_label(const CitedPlace& place);

CitedPlace cited_place(const StoredPassage& passage);
// The same of a stretch of the passage's text, which may be on fewer pages: `document` is what the
// report's reader made of the file; may be null.
CitedPlace cited_place(const StoredPassage& passage, ByteRange text, const ExtractedFile* document);

}  // namespace ibid
