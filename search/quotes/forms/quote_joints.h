// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a line of a page ends and nobody knows whether a space belongs there
// (PassageOrigin::joints), a quotation may have one or not. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/quotes/forms/quote_normal_form.h"

namespace ibid {

// `form`, of a text with these joints, with white space at each as the quotation has it where one
// of its pieces stands, and as written elsewhere. Empty if that changes nothing.
NormalText read_as_quoted(const NormalText& form, std::span<const std::uint64_t> joints,
                          const NormalText& quotation, const std::vector<NormalPiece>& pieces);

}  // namespace ibid
