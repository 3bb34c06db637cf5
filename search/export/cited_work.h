// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a bibliography lists: a report, with the sections cited in it, or a source. The formats
// decide only the form, not the content. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/export/cited_place.h"
#include "search/export/export_record.h"

namespace ibid {

struct CitedLocator {
  CitedPlace place;
  std::string permalink;
};

struct CitedWork {
  enum class Kind : std::uint8_t { kReport, kSource };
  Kind kind = Kind::kReport;
  std::string id;  // of the report or source, unchanged
  // Never empty: without one, the id of a report or the words or address of a source; of a source
  // with an id, a description in brackets that says so (see has_title).
  std::string title;
  bool has_title = true;  // false: nothing gives one
  std::string author;     // as written; empty if nothing gives one
  std::string publisher;
  std::string date;       // as Report::date
  std::string url;        // http or https; empty if none is known
  std::string language;   // BCP 47; empty if there is none or several
  bool news = false;      // a source whose id says so
  bool web_page = false;  // a report whose file is a page or an entry of its address
  std::string abstract_;  // text of the passage, if it is the only one
  std::vector<CitedLocator> locators;
};

// Whose work it is in a bibliography: the author, else the publisher.
const std::string& responsible(const CitedWork& work);

CitedWork work_of(const ExportedReport& report);
CitedWork work_of(const SourceSummary& source);

// From the first to the last page of its locators, if these are all pages and none is left out
// between them; else empty.
CitedPages cited_pages(const CitedWork& work);

// "2024-06-27", "2024-06", "2024" -> 3, 2, 1 numbers; empty for anything else.
std::vector<int> date_parts(std::string_view date);

// An id as a key of ASCII letters, digits, "-", "_" and ".": the id itself if it is one, else what
// is left of it and 8 hex digits of its SHA-256.
std::string ascii_key(std::string_view id);
// What is left of an id with the hex digits in any case: for a key that another one equals but for
// capitals, which BibTeX does not tell apart.
std::string ascii_key_with_digits(std::string_view id);
// A key as of ascii_key in at most 20 characters, the limit of RIS.
std::string short_key(std::string_view id);

// One line: each stretch of white space becomes one space, with none at either end; terminal
// controls are left out.
std::string one_line(std::string_view text);

}  // namespace ibid
