// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts by month as bars, a gap where there is none. Of a part of each count ("cited") the lower
// piece of the bar is drawn in another colour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/serve/plots/svg_writer.h"

namespace ibid {

struct MonthCount {
  std::string month;  // "2024-06", or "2024" if no month is known: not drawn while bars are months
  std::uint64_t count = 0;
  std::uint64_t part = 0;  // of `count`
  std::string words;       // "2024-06: 35 passages, 12 cite a source"
  std::string href;        // may be empty
};

// With more months between the first and the last, bars are years, decades or centuries: those
// have no link, and their words are the period and the count.
inline constexpr std::size_t kMostBars = 240;

// `months`: any order. Of none a plot without bars.
Html month_bars_svg(const PlotFrame& frame, const std::vector<MonthCount>& months);

}  // namespace ibid
