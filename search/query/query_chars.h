// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a single character means to the query language. Coarse on purpose: the analyzer decides what
// a word consists of, the query language only where it begins and ends.
#pragma once

#include <string_view>

namespace ibid {

bool is_query_space(char32_t c);  // Unicode white space, and control characters
bool is_bracket(char32_t c);      // ( and ) only

// The ASCII sign of the language that a full-width one stands for, as ： for :, else `c`.
char32_t ascii_sign(char32_t c);

// True for white space, brackets and double quotes.
bool ends_word(char32_t c);

// The characters that close a phrase opened by `open`, the first one to occur; empty if `open` does
// not open a phrase.
std::u32string_view closers_of(char32_t open);
// The characters that close a phrase if its own closers do not occur: people paste mixed shapes.
std::u32string_view any_closer();

std::size_t count_chars(std::string_view text);  // of valid UTF-8

}  // namespace ibid
