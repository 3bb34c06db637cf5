// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a single character means to the query language. Coarse on purpose: the analyzer decides what
// a word is made of, the query language only where one begins and ends.
#pragma once

#include <string_view>

namespace ibid {

bool is_query_space(char32_t c);  // Unicode white space, and control characters
bool is_bracket(char32_t c);      // ( and ) only

// What ends a word: white space, brackets, double quotes.
bool ends_word(char32_t c);

// The characters that close a phrase opened by `open`, nearest first served; empty if `open` opens
// none.
std::u32string_view closers_of(char32_t open);
// What closes a phrase whose own closers never come: people paste mixed shapes.
std::u32string_view any_closer();

std::size_t count_chars(std::string_view text);  // of valid UTF-8

}  // namespace ibid
