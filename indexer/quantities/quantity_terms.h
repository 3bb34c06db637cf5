// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quantity -> what the index stores of it: exact terms, and a packed value to compare.
//
// clang-format off
//   term   = "N" value [unit | "*"]            N240100000000USD with N240100000000*; N26.3%; N11000
//   packed = *(kind [currency] key NUL)        kind: A, P or Y; currency: three letters or spaces,
//                                              of A only; key: Decimal::sort_key
// clang-format on
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/quantities/quantity.h"

namespace ibid {

// Terms of a passage that holds `quantity`. None for a year: its digits are already a word.
std::vector<std::string> quantity_terms(const Quantity& quantity);

// Terms that a query for `quantity` looks for: with the same unit, and for texts or queries that
// leave the unit out.
// unit out.
struct QuantityMeets {
  std::string same;
  std::string loose;  // empty for percentages: a number without the sign is not one
};
QuantityMeets terms_meeting(const Quantity& quantity);

// Packs the first schema::kMaxFigures different quantities, counts excepted.
std::string pack_quantities(const std::vector<Quantity>& quantities);

// Both ends are inclusive; an open end is empty.
struct QuantityBounds {
  QuantityKind kind = QuantityKind::kAmount;
  std::string unit;                 // of an amount; empty: any currency
  std::string first_key, last_key;  // Decimal::sort_key
  // If given, the keys are empty, and amounts that agree with it when rounded are within.
  std::optional<Decimal> about;
};
bool has_quantity_within(std::string_view packed, const QuantityBounds& bounds);

}  // namespace ibid
