// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which numbers a figure admits: "more than 120" all above, 300억 이하 all below, "between 500 and
// 600" those between, both ends included. "About 120" is 120.
#pragma once

#include <limits>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "indexer/quantities/quantity.h"

namespace ibid {

struct FigureBounds {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();

  bool meets(const FigureBounds& other) const { return least <= other.most && other.least <= most; }
};

// Of quantities[index], which is in `sentence`; the ranges of quantities are of `text`.
FigureBounds bounds_of(std::string_view text, ByteRange sentence,
                       const std::vector<Quantity>& quantities, std::size_t index);

// The value, as it is compared with others.
double as_double(const Decimal& value);

}  // namespace ibid
