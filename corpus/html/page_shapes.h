// SPDX-License-Identifier: GPL-2.0-or-later
//
// How a browser shows an element: as a block or within a line, with which label; and whether a
// table is one or only places its content.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/html/tree/html_tree.h"

namespace ibid::html {

enum class Display : std::uint8_t { kInline, kInlineBlock, kBlock };
Display display_of(Page& page, std::uint32_t node);

enum class LabelStyle : std::uint8_t {
  kNoLabel,
  kDisc,
  kCircle,
  kSquare,
  kDecimal,
  kLowerLetter,
  kUpperLetter,
  kLowerRoman,
  kUpperRoman,
};

// "3.", "c.", "•"; empty for kNoLabel. What a style has no letters for is in digits.
std::string list_label(LabelStyle style, long number);

struct ListShape {
  LabelStyle style = LabelStyle::kDisc;
  long first = 1;
  int step = 1;
};
// `level`: how many lists it is in, itself counted.
ListShape shape_of_list(Page& page, std::uint32_t list, std::uint8_t level);
// An attribute that is a whole number.
std::optional<long> number_of(Page& page, std::uint32_t node, std::string_view name);

enum class TableShape : std::uint8_t {
  kData,
  kLayout,  // one cell a row, or cells that hold headings, tables or several blocks
};
TableShape shape_of_table(Page& page, std::uint32_t table);
// It is in the table's head, or all its cells are heads.
bool is_header_row(const Page& page, std::uint32_t row);

// The text inside with a line for each block, about `most` bytes of it.
std::string lines_of(Page& page, std::uint32_t node, std::size_t most);

}  // namespace ibid::html
