// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/plots/force_layout.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace ibid {
namespace {

constexpr int kRounds = 300;
constexpr double kGravity = 0.6;
constexpr double kNear = 1e-9;

// Only + - * / and sqrt, which every machine rounds alike; so no sine for a circle to begin with.
std::vector<LayoutPoint> scattered(std::size_t nodes) {
  std::uint32_t state = 23;  // the seed
  const auto next = [&] {
    state = state * 1664525U + 1013904223U;  // Numerical Recipes, 7.1
    return static_cast<double>(state >> 8U) / 16777216.0;
  };
  std::vector<LayoutPoint> out(nodes);
  for (LayoutPoint& point : out) {
    point.x = next();
    point.y = next();
  }
  return out;
}

class Forces {
 public:
  explicit Forces(std::vector<LayoutPoint> at)
      : at_(std::move(at)),
        move_(at_.size()),
        apart_(std::sqrt(1.0 / static_cast<double>(at_.size()))) {}

  void round(const std::vector<LayoutEdge>& edges, double longest) {
    std::fill(move_.begin(), move_.end(), LayoutPoint());
    push_apart();
    for (const LayoutEdge& edge : edges) pull_together(edge);
    for (std::size_t i = 0; i < at_.size(); ++i) {
      move_[i].x += (0.5 - at_[i].x) * kGravity;
      move_[i].y += (0.5 - at_[i].y) * kGravity;
      const double length = std::max(kNear, length_of(move_[i]));
      const double step = std::min(length, longest) / length;
      at_[i].x += move_[i].x * step;
      at_[i].y += move_[i].y * step;
    }
  }

  std::vector<LayoutPoint> take() { return std::move(at_); }

 private:
  static double length_of(const LayoutPoint& v) { return std::sqrt(v.x * v.x + v.y * v.y); }

  void push_apart() {
    for (std::size_t i = 0; i < at_.size(); ++i) {
      for (std::size_t j = i + 1; j < at_.size(); ++j) {
        const LayoutPoint way{at_[i].x - at_[j].x, at_[i].y - at_[j].y};
        const double squared = std::max(1e-6, way.x * way.x + way.y * way.y);
        const double force = apart_ * apart_ / squared;  // k² / d, along way / d
        move_[i].x += way.x * force;
        move_[i].y += way.y * force;
        move_[j].x -= way.x * force;
        move_[j].y -= way.y * force;
      }
    }
  }

  void pull_together(const LayoutEdge& edge) {
    if (edge.a >= at_.size() || edge.b >= at_.size() || edge.a == edge.b) return;
    const LayoutPoint way{at_[edge.a].x - at_[edge.b].x, at_[edge.a].y - at_[edge.b].y};
    const double pull = std::clamp(std::isfinite(edge.pull) ? edge.pull : 1.0, 0.0, 1.0);
    const double force = pull * length_of(way) / apart_;  // d² / k, along way / d
    move_[edge.a].x -= way.x * force;
    move_[edge.a].y -= way.y * force;
    move_[edge.b].x += way.x * force;
    move_[edge.b].y += way.y * force;
  }

  std::vector<LayoutPoint> at_, move_;
  double apart_;
};

// Stretched to the whole square.
void stretch(std::vector<LayoutPoint>& points, double LayoutPoint::*along) {
  double low = points.front().*along, high = low;
  for (const LayoutPoint& point : points) {
    low = std::min(low, point.*along);
    high = std::max(high, point.*along);
  }
  for (LayoutPoint& point : points) {
    point.*along = high - low < kNear ? 0.5 : (point.*along - low) / (high - low);
  }
}

}  // namespace

std::vector<LayoutPoint> force_layout(std::size_t nodes, const std::vector<LayoutEdge>& edges) {
  if (nodes == 0) return {};
  Forces forces(scattered(nodes));
  for (int i = 0; i < kRounds; ++i) forces.round(edges, 0.1 * (kRounds - i) / kRounds);
  std::vector<LayoutPoint> points = forces.take();
  stretch(points, &LayoutPoint::x);
  stretch(points, &LayoutPoint::y);
  return points;
}

}  // namespace ibid
