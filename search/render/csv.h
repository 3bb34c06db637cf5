// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rows of CSV: RFC 4180, UTF-8, lines ended by CRLF. By default safe to open in a spreadsheet: a
// cell that it would read as a formula gets an apostrophe in front. Controls are shown, not obeyed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

enum class CsvCells : std::uint8_t { kFormulaSafe, kPlain };  // kPlain: no apostrophe

// What a table begins with. Excel reads a file without a byte-order mark in the code page of its
// Windows (CP949 in Korea), so that only ASCII survives; other programs do without, and some take
// the mark for a part of the first name.
enum class CsvStart : std::uint8_t { kHeader, kByteOrderMark };
std::string_view csv_start(CsvStart start);  // empty, or the mark in UTF-8

// One line with its line end. A cell is quoted if it holds a comma, a quote or a line end.
std::string csv_row(const std::vector<std::string>& cells, CsvCells kind = CsvCells::kFormulaSafe);

// One cell as csv_row writes it. A cell that begins with = + - @, their full-width forms, TAB, CR
// or LF gets an apostrophe in front (OWASP, "CSV Injection"). Controls that a terminal would obey,
// except TAB, CR and LF, are written as by escape_terminal.
std::string csv_cell(std::string_view text, CsvCells kind = CsvCells::kFormulaSafe);

}  // namespace ibid
