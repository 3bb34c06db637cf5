// SPDX-License-Identifier: GPL-2.0-or-later
//
// NEAR and ADJ over words, phrases and alternatives. Names Xapian: search internals only.
//
// Xapian's own OP_NEAR takes single terms; this asks it for the passages that hold all operands and
// looks at their positions itself.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "search/index/index_view.h"
#include "search/index/position_reader.h"

namespace ibid {

// One way an operand can stand in a text: words side by side. A word has one place, a phrase
// several.
using Alternative = std::vector<PositionTerms>;

struct Proximity {
  std::vector<std::vector<Alternative>> operands;  // two or more, each with its alternatives
  // Words from one operand to the next: 1 is side by side. With n operands, all stand within n - 2
  // words more; the inner words of phrases do not count.
  std::uint32_t distance = 1;
  bool ordered = false;
};

// Matches where each operand stands at words of its own, near enough. Scores nothing.
Xapian::Query proximity_query(const IndexView& index, const Proximity& proximity);

// Spans of positions, first and last word; ascending. Exposed for tests.
struct Span {
  std::uint32_t first, last;
};
bool are_near(const std::vector<std::vector<Span>>& operands, std::uint32_t distance, bool ordered);

}  // namespace ibid
