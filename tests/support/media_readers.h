// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a reader of a format sees of an output, but for the texts in it: tags, keys, cells, entries.
// Written for the tests, apart from the code that writes the formats. Where a text that is put in
// changes this structure, it was taken for more than text.
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
  std::vector<std::string> faults;  // what the format does not allow, or a program would obey
};

ReadBack read_back(Medium medium, std::string_view output);

}  // namespace ibid::testing
