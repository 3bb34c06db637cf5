// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a reader of a format sees in an output, except the texts: tags, keys, cells, entries.
// Written for the tests, independently of the code that writes the formats. If inserting a text
// changes this structure, it was read as more than text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::testing {

enum class Medium : std::uint8_t {
  kTerminal,
  kJson,
  kJsonLines,
  kCsv,
  kTsv,
  kHtml,
  kXml,
  kMarkdown,
  kBibtex,
  kRis
};

struct ReadBack {
  std::vector<std::string> structure;
  std::vector<std::string> faults;  // not allowed by the format, or a program would obey it
};

ReadBack read_back(Medium medium, std::string_view output);

}  // namespace ibid::testing
