// SPDX-License-Identifier: GPL-2.0-or-later
//
// A timeline: a row for each thing, a line from its first day to its last, a dot for one day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/serve/plots/svg_writer.h"

namespace ibid {

struct TimeSpan {
  std::string label;
  std::string href;         // may be empty
  std::string first, last;  // "2024-06-27", "2024-06" or "2024": its first day
  std::string words;        // "35 passages"
};

// Those after that many are not drawn: the table behind the plot has them.
inline constexpr std::size_t kMostTimeSpans = 100;

// Rows without a date are not drawn.
Html time_spans_svg(const PlotFrame& frame, const std::vector<TimeSpan>& spans);

}  // namespace ibid
