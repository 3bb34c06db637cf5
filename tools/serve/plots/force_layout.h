// SPDX-License-Identifier: GPL-2.0-or-later
//
// Places for the nodes of a graph: those that belong together near each other, all apart. The same
// for the same graph, on any machine.
//
// Source: T. M. J. Fruchterman and E. M. Reingold, "Graph Drawing by Force-directed Placement",
// Software: Practice and Experience 21 (1991), with a pull to the middle that keeps parts without
// a connection near.
#pragma once

#include <cstddef>
#include <vector>

namespace ibid {

struct LayoutEdge {
  std::size_t a = 0, b = 0;  // nodes; others than 0 … nodes - 1 are ignored
  double pull = 1;           // in (0, 1]
};

struct LayoutPoint {
  double x = 0, y = 0;  // in [0, 1]
  bool operator==(const LayoutPoint&) const = default;
};

// Time: nodes² × a fixed number of rounds; so only for graphs of a hundred nodes or so.
std::vector<LayoutPoint> force_layout(std::size_t nodes, const std::vector<LayoutEdge>& edges);

}  // namespace ibid
