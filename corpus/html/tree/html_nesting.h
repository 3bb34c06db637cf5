// SPDX-License-Identifier: GPL-2.0-or-later
//
// How deep the elements of a page are nested, about as gumbo will nest them. Its time grows with
// the product of tags and depth, so the depth is bounded before it is asked.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <vector>

namespace ibid::html {

class Nesting {
 public:
  explicit Nesting(std::uint32_t most) : most_(most) {}
  void open(GumboTag tag);  // throws Error{kInput} beyond the bound
  void close(GumboTag tag);

 private:
  void close_within(GumboTag tag, bool (*is_edge)(GumboTag));

  std::uint32_t most_;
  std::vector<GumboTag> open_;
};

}  // namespace ibid::html
