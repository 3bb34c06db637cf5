// SPDX-License-Identifier: GPL-2.0-or-later
//
// The key by which a name is looked up, however it is written: its folded words with one space
// between ("S-400" and "s 400" are "s 400").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/analysis/analyzer.h"

namespace ibid {

// More words are not a name; longer runs of words in a query are not looked up.
inline constexpr std::size_t kMaxAliasWords = 6;

// Empty if the name has no word, or too many.
std::string alias_key(std::string_view name, Analyzer& analyzer);

}  // namespace ibid
