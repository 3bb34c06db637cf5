// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages that have a quantity within a range, by amount, percentage or year.
#pragma once

#include <xapian.h>

#include "search/query/query.h"

namespace ibid {

// `field`: kAmount, kPercent or kYear. Scores nothing; reads one value of each passage that has
// quantities.
Xapian::Query quantity_filter(Field field, const QuantityRange& range);

}  // namespace ibid
