// SPDX-License-Identifier: GPL-2.0-or-later
//
// Places inside a source, as marks give them: "p. 4", "§ 3", "12~13쪽", "제3장", "L12-L19", and
// dates ("accessed June 3, 2024"), which say when and not what. None of them is a source.
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid {

// True for text that is made of numbers, dates and the words of corpus/word_lists/locator_words.txt
// and months.txt, and holds a number: "4", "2024", "xii", "pp. 12-14", "2024. 9. 3.", "4쪽".
bool is_locator(std::string_view text);

// Where the locator begins that ends `words`, with the comma or space before it left out of both:
// "뉴시스 2024.9.3" -> "뉴시스" and "2024.9.3". A bare number counts only if it is a year after a
// comma or part of a date: "현대경제연구원, 2020", but not "G 20" or "Vision 2030". words.size() if
// nothing does.
std::size_t trailing_locator(std::string_view words);

}  // namespace ibid
