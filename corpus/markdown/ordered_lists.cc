// SPDX-License-Identifier: GPL-2.0-or-later
//
// See ordered_lists.h.
#include "corpus/markdown/ordered_lists.h"

namespace ibid {
namespace {

bool are_neighbours(const OrderedItem& a, const OrderedItem& b) {
  return a.hangs && b.hangs && a.note != OrderedItem::kNoLine && b.note != OrderedItem::kNoLine &&
         a.number + 1 == b.number && a.past == b.first;
}

}  // namespace

void append_listed(const std::vector<OrderedItem>& list, std::vector<std::size_t>& notes) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool after = i > 0 && are_neighbours(list[i - 1], list[i]);
    const bool before = i + 1 < list.size() && are_neighbours(list[i], list[i + 1]);
    if (after || before) notes.push_back(list[i].note);
  }
}

}  // namespace ibid
