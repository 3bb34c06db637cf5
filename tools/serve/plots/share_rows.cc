// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/plots/share_rows.h"

#include <algorithm>

namespace ibid {
namespace {

constexpr std::size_t kHeadColumns = 40;  // they fit on 320 pixels
constexpr std::uint32_t kLine = 16, kBarHeight = 8, kBarGap = 6, kRowGap = 8;  // pixels

bool is_single(const ShareRow& row) { return row.bars.size() == 1 && row.bars[0].name.empty(); }

std::uint32_t height_of(const ShareRow& row) {
  return (is_single(row) ? 0 : kLine) +
         static_cast<std::uint32_t>(row.bars.size()) * (kLine + kBarHeight + kBarGap) + kRowGap;
}

void draw_bar(SvgWriter& svg, const ShareBar& bar, const std::string& label, double y) {
  const double share = bar.whole == 0 ? 0
                                      : static_cast<double>(std::min(bar.part, bar.whole)) /
                                            static_cast<double>(bar.whole);
  svg.label(y + 12, label);
  svg.text("chart-faint", "100%", y + 12, SvgAnchor::kEnd, bar.words);
  const std::string top = svg_number(y + kLine);
  svg.rect("chart-track", {"0", top, "100%", std::to_string(kBarHeight)});
  if (share > 0) svg.rect("chart-bar", {"0", top, svg_percent(share), std::to_string(kBarHeight)});
}

std::string words_of(const ShareRow& row) {
  std::string out = row.label;
  for (const ShareBar& bar : row.bars) {
    out += (&bar == &row.bars.front() ? ": " : "; ") + (bar.name.empty() ? "" : bar.name + " ") +
           bar.words;
  }
  return out;
}

}  // namespace

Html share_rows_svg(const PlotFrame& frame, const std::vector<ShareRow>& rows) {
  const std::size_t drawn = std::min(rows.size(), kMostShareRows);
  std::uint32_t height = kRowGap;
  for (std::size_t i = 0; i < drawn; ++i) height += height_of(rows[i]);
  SvgWriter svg(frame, height);
  double y = 0;
  for (std::size_t i = 0; i < drawn; ++i) {
    const ShareRow& row = rows[i];
    svg.begin_mark(words_of(row), row.href);
    double below = y;
    if (!is_single(row)) {
      svg.text("chart-head", "0", below + 12, SvgAnchor::kStart,
               plot_label(row.label, kHeadColumns));
      below += kLine;
    }
    for (const ShareBar& bar : row.bars) {
      draw_bar(svg, bar, is_single(row) ? row.label : bar.name, below);
      below += kLine + kBarHeight + kBarGap;
    }
    svg.end_mark();
    y += height_of(row);
  }
  return svg.finish();
}

}  // namespace ibid
