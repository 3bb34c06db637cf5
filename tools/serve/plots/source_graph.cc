// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/plots/source_graph.h"

#include <algorithm>
#include <cmath>

#include "tools/serve/plots/force_layout.h"

namespace ibid {
namespace {

constexpr std::uint32_t kWidth = 640, kHeight = 480;
constexpr double kMarginX = 70, kMarginY = 34;  // for labels at the edge
constexpr double kLeast = 12, kMost = 24;       // radius of a node
constexpr std::size_t kMostNamed = 20;          // with more nodes, names would cover each other
constexpr std::size_t kNameColumns = 20;

double part_of(std::uint64_t value, std::uint64_t most) {
  return most == 0 ? 0 : static_cast<double>(value) / static_cast<double>(most);
}

struct Place {
  double x = 0, y = 0;
};

std::vector<Place> places_of(const SourceGraph& graph, std::uint64_t most) {
  std::vector<LayoutEdge> edges;
  for (const SourceEdge& edge : graph.edges) {
    edges.push_back({edge.a, edge.b, 0.3 + 0.7 * part_of(edge.passages, most)});
  }
  std::vector<Place> out;
  for (const LayoutPoint& point : force_layout(graph.nodes.size(), edges)) {
    out.push_back({std::round(kMarginX + point.x * (kWidth - 2 * kMarginX)),
                   std::round(kMarginY + point.y * (kHeight - 2 * kMarginY))});
  }
  return out;
}

void draw_node(SvgWriter& svg, const SourceNode& node, const Place& at, double radius) {
  svg.begin_mark(node.words, node.href);
  svg.circle("chart-node", at.x, at.y, radius);
  svg.text("chart-number", svg_number(at.x), at.y + 4, SvgAnchor::kMiddle,
           std::to_string(node.number));
  svg.end_mark();
}

}  // namespace

Html source_graph_svg(const PlotFrame& frame, const SourceGraph& graph) {
  if (graph.nodes.size() > kMostGraphNodes) return source_matrix_svg(frame, graph);
  std::uint64_t most_edge = 0, most_node = 0;
  for (const SourceEdge& edge : graph.edges) most_edge = std::max(most_edge, edge.passages);
  for (const SourceNode& node : graph.nodes) most_node = std::max(most_node, node.passages);
  const std::vector<Place> places = places_of(graph, most_edge);
  SvgWriter svg(frame, kWidth, kHeight);
  for (const SourceEdge& edge : graph.edges) {
    if (edge.a >= places.size() || edge.b >= places.size() || edge.a == edge.b) continue;
    const Place& a = places[edge.a];
    const Place& b = places[edge.b];
    svg.begin_mark(edge.words, edge.href);
    svg.line("chart-edge", {svg_number(a.x), svg_number(a.y), svg_number(b.x), svg_number(b.y)},
             1 + 7 * part_of(edge.passages, most_edge));
    svg.end_mark();
  }
  const bool named = graph.nodes.size() <= kMostNamed;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const SourceNode& node = graph.nodes[i];
    const double radius = kLeast + (kMost - kLeast) * std::sqrt(part_of(node.passages, most_node));
    draw_node(svg, node, places[i], radius);
    if (!named) continue;
    svg.text("chart-name", svg_number(places[i].x), places[i].y + radius + 13, SvgAnchor::kMiddle,
             plot_label(node.label, kNameColumns));
  }
  return svg.finish();
}

}  // namespace ibid
