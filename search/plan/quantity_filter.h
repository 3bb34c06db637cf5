// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages that hold a figure within a range. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include "search/query/query.h"

namespace ibid {

// `field`: kAmount, kPercent or kYear. Scores nothing; reads one value of each passage that has
// figures.
Xapian::Query quantity_filter(Field field, const QuantityRange& range);

}  // namespace ibid
