// SPDX-License-Identifier: GPL-2.0-or-later
//
// Shares as horizontal bars below each other: of sources, of reports, of the sections of a report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/serve/plots/svg_writer.h"

namespace ibid {

struct ShareBar {
  std::string name;  // "figures with a source"; may be empty if a row has one bar
  std::uint64_t part = 0, whole = 0;
  std::string words;  // "12 of 30, 40 %"
};

struct ShareRow {
  std::string label;
  std::string href;  // may be empty
  std::vector<ShareBar> bars;
};

// Those after that many are not drawn: the table behind the plot has them.
inline constexpr std::size_t kMostShareRows = 100;

Html share_rows_svg(const PlotFrame& frame, const std::vector<ShareRow>& rows);

}  // namespace ibid
