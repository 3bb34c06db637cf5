// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that deny, in English and Korean, by list (indexer/word_lists/negations.txt). A text that
// has one more or one less of them says the opposite. Thread: pure.
#pragma once

#include <string_view>

namespace ibid {

// True for a Korean word that negates the one before it: 않았다 of 체결하지 않았다.
bool is_korean_negation(std::string_view word);

// True for a word that denies, English or Korean. `small`: in lower case.
bool is_negation(std::string_view small);

}  // namespace ibid
