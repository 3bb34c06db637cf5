// SPDX-License-Identifier: GPL-2.0-or-later
//
// In how many places of a text each of many strings occurs. Time grows with the bytes of the text
// and of the strings together, whatever is in them: both may be made to be slow to search.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid {

enum class Occurrences : std::uint8_t { kNone, kOne, kSeveral };

// For each of `wanted`; places may overlap. Reads the text once for each few MiB of strings, and
// takes at most 100 MB, or four bytes for each byte of a string longer than that.
std::vector<Occurrences> count_occurrences(std::string_view text,
                                           const std::vector<std::string_view>& wanted);

}  // namespace ibid
