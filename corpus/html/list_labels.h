// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts the items of a page's lists.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/html/page_shapes.h"

namespace ibid::html {

class ListLabels {
 public:
  struct Item {
    std::string label;
    std::uint8_t level = 1;
  };

  // Begins the list at `node`, in the list `outer` or none (kNone). Returns its index.
  std::uint32_t begin(Page& page, std::uint32_t node, std::uint32_t outer) {
    const int level = outer == kNone ? 1 : std::min(255, lists_[outer].level + 1);
    const auto as_level = static_cast<std::uint8_t>(level);
    const ListShape shape = shape_of_list(page, node, as_level);
    lists_.push_back({shape.style, shape.first, shape.step, as_level});
    return static_cast<std::uint32_t>(lists_.size() - 1);
  }

  // The next item of `list`; one without a list has a bullet.
  Item item(Page& page, std::uint32_t node, std::uint32_t list) {
    if (list == kNone) return {list_label(LabelStyle::kDisc, 1), 1};
    List& in = lists_[list];
    in.next = number_of(page, node, "value").value_or(in.next);
    Item item{list_label(in.style, in.next), in.level};
    in.next += in.step;
    return item;
  }

 private:
  struct List {
    LabelStyle style;
    long next;
    int step;
    std::uint8_t level;
  };
  std::vector<List> lists_;
};

}  // namespace ibid::html
