// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/plots/force_layout.h"

#include <gtest/gtest.h>

#include <cmath>

namespace ibid {
namespace {

double distance(const LayoutPoint& a, const LayoutPoint& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

TEST(ForceLayout, PutsEachNodeIntoTheSquareAndNoTwoTogether) {
  for (const std::size_t nodes : {0, 1, 2, 3, 30, 100}) {
    const auto points = force_layout(nodes, {});
    ASSERT_EQ(points.size(), nodes);
    for (std::size_t i = 0; i < nodes; ++i) {
      EXPECT_TRUE(points[i].x >= 0 && points[i].x <= 1 && points[i].y >= 0 && points[i].y <= 1);
      for (std::size_t j = 0; j < i; ++j) EXPECT_GT(distance(points[i], points[j]), 0.02);
    }
  }
}

TEST(ForceLayout, IsTheSameForTheSameGraph) {
  const std::vector<LayoutEdge> edges = {{0, 1, 0.5}, {1, 2, 1}, {3, 4, 0.2}};
  EXPECT_EQ(force_layout(6, edges), force_layout(6, edges));
  EXPECT_NE(force_layout(6, edges), force_layout(6, {{0, 5, 1}}));
}

TEST(ForceLayout, PutsConnectedNodesNearerThanOthers) {
  // Two cliques of four.
  std::vector<LayoutEdge> edges;
  for (std::size_t a = 0; a < 8; ++a) {
    for (std::size_t b = a + 1; b < 8; ++b) {
      if (a / 4 == b / 4) edges.push_back({a, b, 1});
    }
  }
  const auto points = force_layout(8, edges);
  double within = 0, between = 0;  // sums of 12 and 16
  for (std::size_t a = 0; a < 8; ++a) {
    for (std::size_t b = a + 1; b < 8; ++b) {
      (a / 4 == b / 4 ? within : between) += distance(points[a], points[b]);
    }
  }
  EXPECT_LT(within / 12, 0.6 * between / 16);
}

TEST(ForceLayout, IgnoresEdgesOfNoNodes) {
  const std::vector<LayoutEdge> odd = {{0, 7, 1}, {9, 9, 1}, {1, 1, 1}};
  EXPECT_EQ(force_layout(3, odd), force_layout(3, {}));
  for (const LayoutPoint& point : force_layout(3, {{0, 1, std::nan("")}, {1, 2, 1e300}})) {
    EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
  }
}

}  // namespace
}  // namespace ibid
