// SPDX-License-Identifier: GPL-2.0-or-later
//
// NEAR and ADJ over words, phrases and alternatives.
//
// Xapian's own OP_NEAR takes only single terms; this asks Xapian for the passages that have all
// operands, and checks their positions itself.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "search/index/index_view.h"
#include "search/index/position_reader.h"

namespace ibid {

// One way in which an operand can occur in a text: words side by side. A word has one position, a
// phrase several.
using Alternative = std::vector<PositionTerms>;

struct Proximity {
  std::vector<std::vector<Alternative>> operands;  // two or more, each with its alternatives
  // Words from one operand to the next: 1 is side by side. With n operands, all occur within n - 2
  // more words; the inner words of phrases do not count.
  std::uint32_t distance = 1;
  bool ordered = false;
};

// Matches if each operand occurs at words of its own, near enough. Scores nothing.
Xapian::Query proximity_query(const IndexView& index, const Proximity& proximity);

// Spans of positions, first and last word; ascending. Exposed for tests.
struct Span {
  std::uint32_t first, last;
};
bool are_near(const std::vector<std::vector<Span>>& operands, std::uint32_t distance, bool ordered);

}  // namespace ibid
