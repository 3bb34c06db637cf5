// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers that share the unit of a later one: "$200-300 billion", "6 or 7 percent", 30에서 50%,
// 3억∼5억 달러. Internal to the quantity files.
#pragma once

#include <cstddef>

#include "indexer/quantities/quantity_reader.h"

namespace ibid {

// Gives `first` the scale and unit of the number that it is joined to, if it has none of its own.
void complete_from_next(const QuantityReader& reader, ReadQuantity& first);

}  // namespace ibid
