// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which blocks of a document are headings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/layout/line_title.h"
#include "corpus/layout/outline.h"

namespace ibid {

struct Heading {
  std::string number;        // empty if the heading has none
  std::string title;         // never empty
  std::uint32_t hashes = 0;  // level of a Markdown heading, else 0
  std::size_t lines = 0;     // of the block that the heading takes; 0: the block is not a heading
  TitleSign sign = TitleSign::kNone;  // of a heading of plain text
  std::string label = {};  // of an extracted heading, where `number` is none: "제1장", "Annex A"
  bool by_level = false;   // `hashes` is the level that the file gives it
  explicit operator bool() const { return lines > 0; }
};

// Makes `label`, which stands before the heading on the printed page, its number: "2.1." and "(3)"
// are one, "제1장" and "Annex A" a label.
void take_label(std::string_view label, Heading& heading);

// Reads a bullet or line that looks like a numbered title, a "#" heading, a line that is a known
// heading ("Glossary"), or one that the outline has found to be a heading (Block::titled). The rest
// of the block is text. `from` is the first line of the block to look at.
Heading read_heading(std::string_view text, const Block& block, std::size_t from = 0);

}  // namespace ibid
