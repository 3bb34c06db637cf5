// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a bibliography lists: a report, with the places in it that are cited, or a source. Formats
// say it in their own words; what is said is decided here. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/export/export_record.h"

namespace ibid {

struct CitedLocator {
  std::string section;  // its number as written, "7-2"; else its title; empty before any heading
  std::string permalink;
};

struct CitedWork {
  enum class Kind : std::uint8_t { kReport, kSource };
  Kind kind = Kind::kReport;
  std::string id;     // of the report or source, as it is
  std::string title;  // never empty: the id where nothing gives one
  std::string publisher;
  std::string date;       // as Report::date; empty for a source: no list dates it
  std::string url;        // http or https; empty where none is known
  std::string language;   // BCP 47; empty where none or several
  bool news = false;      // a source whose id says so
  std::string abstract_;  // text of the only passage
  std::vector<CitedLocator> places;
};

CitedWork work_of(const ExportedReport& report);
CitedWork work_of(const SourceSummary& source);

// The section that a citation names: its number as written, else its title.
std::string section_locator(const StoredPassage& passage);

// "2024-06-27", "2024-06", "2024" -> 3, 2, 1 numbers; empty for anything else.
std::vector<int> date_parts(std::string_view date);

// An id as a key of ASCII letters, digits, "-", "_" and ".": itself where it is one, else what is
// left of it and 8 hex digits of its SHA-256.
std::string ascii_key(std::string_view id);
// The same in 20 characters at most, which is what RIS allows.
std::string short_key(std::string_view id);

// One line: each run of white space one space, none at either end; controls that a terminal would
// obey are left out.
std::string one_line(std::string_view text);

}  // namespace ibid
