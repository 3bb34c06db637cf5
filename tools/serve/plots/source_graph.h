// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which sources are cited together: as a graph of few, as a matrix of more. Nodes have numbers, by
// which the table behind the plot names them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/serve/plots/svg_writer.h"

namespace ibid {

struct SourceNode {
  std::string label;  // short
  std::string words;  // "SNE Research: 35 passages"
  std::string href;   // may be empty
  std::uint64_t passages = 0;
  std::size_t number = 1;
};

struct SourceEdge {
  std::size_t a = 0, b = 0;    // nodes; edges of others are not drawn
  std::uint64_t passages = 0;  // that cite both
  std::string words;           // "3 passages cite both A and B"
  std::string href;            // may be empty
};

struct SourceGraph {
  std::vector<SourceNode> nodes;
  std::vector<SourceEdge> edges;
};

inline constexpr std::size_t kMostGraphNodes = 30;
// Those after that many are not drawn.
inline constexpr std::size_t kMostMatrixNodes = 60;

// The graph up to kMostGraphNodes nodes, else the matrix.
Html source_graph_svg(const PlotFrame& frame, const SourceGraph& graph);
// The area of a square shows how many passages cite both.
Html source_matrix_svg(const PlotFrame& frame, const SourceGraph& graph);

}  // namespace ibid
