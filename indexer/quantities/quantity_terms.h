// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quantity -> what the index holds of it: terms that say it exactly, and a packed value to compare.
//
// clang-format off
//   term   = "N" value (unit | "*" | nothing)   N240100000000USD with N240100000000*; N26.3%; N11000
//   packed = *(kind [currency] key NUL)         kind: A, P or Y; currency: three letters or spaces,
//                                               of A only; key: Decimal::sort_key
// clang-format on
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/quantities/quantity.h"

namespace ibid {

// Terms of a passage that holds `figure`. None for a year: its digits are a word already.
std::vector<std::string> figure_terms(const Quantity& figure);

// Terms that a query for `figure` looks for: said with the same unit, and where one side leaves its
// unit out.
struct QuantityMeets {
  std::string same;
  std::string loose;  // empty for percentages: a number without the sign is none
};
QuantityMeets terms_meeting(const Quantity& figure);

// Different ones, the first schema::kMaxFigures of them; counts are not among them.
std::string pack_figures(const std::vector<Quantity>& figures);

// Both ends inclusive; an open end is empty.
struct QuantityBounds {
  QuantityKind kind = QuantityKind::kAmount;
  std::string unit;                 // of an amount; empty: any currency
  std::string first_key, last_key;  // Decimal::sort_key
};
bool has_figure_within(std::string_view packed, const QuantityBounds& bounds);

}  // namespace ibid
