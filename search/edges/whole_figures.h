// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which stretches of a text are one figure, so that a part of one says something else: "$3 million
// 400 thousand", 2만 5,300명, "-4.2%", 3분의 1, "two-thirds", "10-20 percent", "5:30 p.m.", "2^16".
// Pure.
//
// A figure is a number with all that says how much: sign, currency, scales, fraction, power, unit,
// bound ("or more", 이상) and, of a range, both ends. Quantities (indexer/quantities) are figures;
// figures are also what they leave out: small numbers, times, number words. What is counted
// ("sailors") is no part of one, nor is a hedge ("about").
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// Ascending, without overlap. `text` is valid UTF-8 of less than 4 GiB.
std::vector<ByteRange> whole_figures(std::string_view text);

// True if `at` is inside one of `figures`, not at its edge.
bool cuts_figure(const std::vector<ByteRange>& figures, std::size_t at);

}  // namespace ibid
