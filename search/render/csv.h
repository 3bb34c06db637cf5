// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rows of CSV: RFC 4180, UTF-8, lines ended by CRLF. Made to be opened by a spreadsheet, unless
// asked otherwise: a cell that one would take for a formula gets an apostrophe in front. Controls
// are shown, not obeyed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

enum class CsvCells : std::uint8_t { kFormulaSafe, kPlain };  // kPlain: no apostrophe

// One line with its line end. A cell is quoted where it holds a comma, a quote or a line end.
std::string csv_row(const std::vector<std::string>& cells, CsvCells kind = CsvCells::kFormulaSafe);

// One cell as csv_row writes it. In front of = + - @, their full-width forms, TAB, CR and LF comes
// an apostrophe (OWASP, "CSV Injection"). Controls that a terminal would obey, but for TAB, CR and
// LF, are written as escape_terminal does.
std::string csv_cell(std::string_view text, CsvCells kind = CsvCells::kFormulaSafe);

}  // namespace ibid
