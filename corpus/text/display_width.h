// SPDX-License-Identifier: GPL-2.0-or-later
//
// How wide text is in a terminal. Widths follow UAX #11; characters of ambiguous width take one
// column. No ICU type leaves display_width.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid {

// Number of columns that `text` takes in a terminal (East Asian wide = 2, combining = 0).
std::size_t display_width(std::string_view text);

// The longest prefix of `text` no wider than `columns`, cut between grapheme clusters.
std::string_view fit_width(std::string_view text, std::size_t columns);

}  // namespace ibid
