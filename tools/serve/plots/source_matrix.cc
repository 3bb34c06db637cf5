// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>

#include "tools/serve/plots/source_graph.h"

namespace ibid {
namespace {

constexpr std::uint32_t kLabels = 220, kHead = 24, kCell = 20;
constexpr std::size_t kLabelColumns = 28;

double middle(std::size_t index) { return static_cast<double>(index) * kCell + kCell / 2.0; }

void draw_labels(SvgWriter& svg, const std::vector<SourceNode>& nodes, std::size_t shown) {
  const double size = static_cast<double>(shown) * kCell;
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string number = std::to_string(nodes[i].number);
    const double y = kHead + middle(i);
    svg.begin_mark(nodes[i].words, nodes[i].href);
    svg.text("chart-label", "0", y + 4, SvgAnchor::kStart,
             number + " " + plot_label(nodes[i].label, kLabelColumns));
    svg.end_mark();
    svg.text("chart-faint", svg_number(kLabels + middle(i)), kHead - 8, SvgAnchor::kMiddle, number);
    const std::string at = svg_number(y), column = svg_number(kLabels + middle(i));
    svg.line("chart-grid", {std::to_string(kLabels), at, svg_number(kLabels + size), at});
    svg.line("chart-grid", {column, std::to_string(kHead), column, svg_number(kHead + size)});
  }
}

void draw_cell(SvgWriter& svg, const SourceEdge& edge, std::size_t row, std::size_t column,
               double side) {
  svg.begin_mark(edge.words, edge.href);
  const auto square = [&](const char* css_class, double of_side) {
    const std::string length = svg_number(of_side);
    svg.rect(css_class, {svg_number(kLabels + middle(column) - of_side / 2),
                         svg_number(kHead + middle(row) - of_side / 2), length, length});
  };
  square("chart-hit", kCell);
  square("chart-bar", side);
  svg.end_mark();
}

}  // namespace

Html source_matrix_svg(const PlotFrame& frame, const SourceGraph& graph) {
  const std::size_t shown = std::min(graph.nodes.size(), kMostMatrixNodes);
  const auto size = static_cast<std::uint32_t>(shown) * kCell;
  SvgWriter svg(frame, kLabels + size + kCell, kHead + size + kCell / 2);
  draw_labels(svg, graph.nodes, shown);
  std::uint64_t most = 0;
  for (const SourceEdge& edge : graph.edges) most = std::max(most, edge.passages);
  for (const SourceEdge& edge : graph.edges) {
    if (edge.a >= shown || edge.b >= shown || edge.a == edge.b || edge.passages == 0) continue;
    const double share = static_cast<double>(edge.passages) / static_cast<double>(most);
    const double side = std::max(4.0, (kCell - 2) * std::sqrt(share));
    draw_cell(svg, edge, edge.a, edge.b, side);
    draw_cell(svg, edge, edge.b, edge.a, side);
  }
  return svg.finish();
}

}  // namespace ibid
