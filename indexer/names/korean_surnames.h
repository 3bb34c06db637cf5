// SPDX-License-Identifier: GPL-2.0-or-later
//
// Korean surnames as they are written in Latin letters (word_lists/korean_surnames).
#pragma once

#include <string_view>

namespace ibid {

// The Korean spellings of the surname `latin` (lower case), | between them; empty if it is none.
// Lender: the program.
std::u32string_view korean_surname(std::string_view latin);

}  // namespace ibid
