// SPDX-License-Identifier: GPL-2.0-or-later
//
// Characters and words beside a place in a text, for the rules of sentences. Library-internal.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/text/byte_range.h"

namespace ibid {

// A full stop and what is around it; offsets in one text.
struct StopContext {
  std::size_t begin;  // of the sentence so far
  std::size_t stop;
  std::size_t noted;  // past the stop, closing quotes and notes
  std::size_t next;   // the next character that is no space; before the end of the text
};

// 0 at the end, or before the beginning.
char32_t code_point_at(std::string_view text, std::size_t at);
char32_t code_point_before(std::string_view text, std::size_t at);

bool is_number(std::string_view text);  // ASCII digits, at least one

// The word before `end`, back to white space or an opening bracket or quote, at most the length of
// an abbreviation.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end);
// The ASCII letters at `at`, likewise; may be empty.
std::string_view latin_word_at(std::string_view text, std::size_t at);

bool has_hangul(std::string_view text, ByteRange range);

// True if the first word of `text` is one that begins sentences, with its capital: "The",
// "However".
bool begins_with_starter(std::string_view text);

}  // namespace ibid
