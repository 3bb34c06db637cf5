// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether two figures are one figure, one of them rounded: 54억 달러 and $5.43 billion. Pure.
#pragma once

#include "indexer/quantities/quantity.h"

namespace ibid {

// The most that a rounded figure may be off, as a share of the exact one: 2,000 is not 2,400. A
// figure of one digit such as 500 may be exact as well: less.
inline constexpr double kMostRounded = 0.05;
inline constexpr double kMostRoundedToDigit = 0.02;

// `rough` is `exact`, rounded to the last digit of `rough` that is not zero. False if they are
// equal.
bool rounds_to(const Decimal& exact, const Decimal& rough);

// Both have one kind and unit, and either rounds to the other. False for years and for equal
// values.
bool within_rounding(const Quantity& a, const Quantity& b);

}  // namespace ibid
