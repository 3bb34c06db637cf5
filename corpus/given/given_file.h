// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file by which somebody corrects what reports say of themselves, TOML:
//
//   [[report]]
//   match = "energy-*"          # or a list; see GivenEntry
//   title = "Energy outlook"
//   date = 2024-06              # and publisher, author, url, language, collection
//   tags = ["energy", "전력"]
//
// and says which fields of a feed's entries are what:
//
//   [[feed]]
//   match = "*.jsonl"
//   text = "본문"               # and items, id, title, date, url, author, publisher, language
//   html = true                 # the text is HTML
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/report/given_fields.h"

namespace ibid {

struct GivenEntry {
  // In the form of comparable_name(), maybe with wildcards. Each names reports by id, by the name
  // of the file with or without its extension, or by its path from the folder of this file.
  std::vector<std::string> patterns;
  GivenFields fields;
  std::uint32_t line = 1;  // of [[report]]
};

struct GivenFeed {
  std::vector<std::string> patterns;  // as GivenEntry::patterns; of files only, not of ids
  FieldMapping mapping;
  bool tells_html = false;  // mapping.html_text was given
  std::uint32_t line = 1;   // of [[feed]]
};

struct GivenFile {
  std::string path;    // absolute, lexically normal
  std::string folder;  // that of `path`
  std::vector<GivenEntry> entries;
  std::vector<GivenFeed> feeds;
};

// Throws Error{kInput} with file, line, fault and remedy.
GivenFile read_given_file(const std::string& path);

}  // namespace ibid
