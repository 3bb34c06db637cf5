// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/plots/month_bars.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace ibid {
namespace {

constexpr std::uint32_t kTop = 18, kBars = 96, kHeight = 136;  // pixels
constexpr std::size_t kMostTicks = 4;  // between the first and the last: they fit 320 pixels

// Months since the year 0; nothing for anything but "2024-06" and, with `years`, "2024".
std::optional<std::int32_t> month_number(std::string_view text, bool years) {
  std::int32_t year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  if (read.ec != std::errc() || read.ptr != text.data() + 4 || year < 1 || year > 9999) return {};
  text.remove_prefix(4);
  if (text.empty()) return years ? std::optional(year * 12) : std::nullopt;
  if (text.size() != 3 || text[0] != '-' || text[1] < '0' || text[1] > '1') return {};
  const std::int32_t month = (text[1] - '0') * 10 + (text[2] - '0');
  if (text[2] < '0' || text[2] > '9' || month < 1 || month > 12) return {};
  return year * 12 + month - 1;
}

struct Bar {
  std::uint64_t count = 0, part = 0;
  const MonthCount* month = nullptr;  // the only one in it
};

// Bars of `step` months each.
struct Bars {
  std::int32_t step = 1;
  std::int32_t first = 0, last = -1;  // in steps
  std::map<std::int32_t, Bar> filled;

  std::size_t size() const { return static_cast<std::size_t>(last - first + 1); }
  std::string name(std::int32_t bar) const {
    const std::int32_t month = bar * step;
    if (step == 1) return fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
    if (step == 12) return fmt::format("{:04}", month / 12);
    return fmt::format("{:04}–{:04}", month / 12, (month + step) / 12 - 1);
  }
};

Bars bars_of(const std::vector<MonthCount>& months, std::int32_t step) {
  Bars out;
  out.step = step;
  for (const MonthCount& month : months) {
    const auto number = month_number(month.month, step > 1);
    if (!number) continue;
    Bar& bar = out.filled[*number / step];
    bar.month = bar.count == 0 && step == 1 ? &month : nullptr;
    bar.count += month.count;
    bar.part += std::min(month.part, month.count);
  }
  if (out.filled.empty()) return out;
  out.first = out.filled.begin()->first;
  out.last = out.filled.rbegin()->first;
  return out;
}

void draw_bar(SvgWriter& svg, const Bars& bars, std::int32_t number, std::uint64_t most) {
  const auto found = bars.filled.find(number);
  if (found == bars.filled.end()) return;
  const Bar& bar = found->second;
  const auto size = static_cast<double>(bars.size());
  const double left = (number - bars.first) / size;
  const auto height = [&](std::uint64_t count) {
    return most == 0 ? 0 : static_cast<double>(count) / static_cast<double>(most) * kBars;
  };
  const auto draw = [&](const char* css_class, double tall) {
    svg.rect(css_class, {svg_percent(left + 0.05 / size), svg_number(kTop + kBars - tall),
                         svg_percent(0.9 / size), svg_number(tall)});
  };
  svg.begin_mark(
      bar.month != nullptr ? bar.month->words : fmt::format("{}: {}", bars.name(number), bar.count),
      bar.month != nullptr ? bar.month->href : "");
  svg.rect("chart-hit",
           {svg_percent(left), std::to_string(kTop), svg_percent(1 / size), std::to_string(kBars)});
  draw("chart-bar", height(bar.count));
  if (bar.part > 0) draw("chart-part", height(bar.part));
  svg.end_mark();
}

void draw_ticks(SvgWriter& svg, const Bars& bars) {
  const double y = kTop + kBars + 16;
  if (bars.size() == 1) {
    svg.text("chart-faint", "50%", y, SvgAnchor::kMiddle, bars.name(bars.first));
    return;
  }
  svg.text("chart-faint", "0", y, SvgAnchor::kStart, bars.name(bars.first));
  svg.text("chart-faint", "100%", y, SvgAnchor::kEnd, bars.name(bars.last));
  const std::size_t between = bars.step > 12 ? 0 : std::min(kMostTicks, bars.size() / 6);
  for (std::size_t i = 1; i < between; ++i) {
    const std::size_t bar = bars.size() * i / between;
    svg.text("chart-faint",
             svg_percent((static_cast<double>(bar) + 0.5) / static_cast<double>(bars.size())), y,
             SvgAnchor::kMiddle, bars.name(bars.first + static_cast<std::int32_t>(bar)));
  }
}

}  // namespace

Html month_bars_svg(const PlotFrame& frame, const std::vector<MonthCount>& months) {
  Bars bars;
  for (const std::int32_t step : {1, 12, 120, 1200}) {
    bars = bars_of(months, step);
    if (!bars.filled.empty() && bars.size() <= kMostBars) break;
  }
  SvgWriter svg(frame, kHeight);
  const std::string bottom = std::to_string(kTop + kBars);
  if (!bars.filled.empty()) {
    std::uint64_t most = 0;
    for (const auto& [number, bar] : bars.filled) most = std::max(most, bar.count);
    svg.text("chart-faint", "0", kTop - 6, SvgAnchor::kStart, std::to_string(most));
    svg.line("chart-grid", {"0", std::to_string(kTop), "100%", std::to_string(kTop)});
    for (const auto& filled : bars.filled) draw_bar(svg, bars, filled.first, most);
    draw_ticks(svg, bars);
  }
  svg.line("chart-axis", {"0", bottom, "100%", bottom});
  return svg.finish();
}

}  // namespace ibid
