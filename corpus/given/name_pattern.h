// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names of reports with * (any run of characters, also slashes) and ? (one character).
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// A name in the form in which patterns are compared with it: NFC, so that it does not matter
// whether a file system keeps Hangul in syllables or in letters.
std::string comparable_name(std::string_view name);

bool has_wildcards(std::string_view pattern);

// Both in the form of comparable_name(). Time grows with the product of their lengths at most.
bool matches_pattern(std::string_view pattern, std::string_view name);

}  // namespace ibid
