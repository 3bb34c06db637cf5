// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/sentences/words_at.h"

#include <algorithm>
#include <array>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kStarters = std::to_array<std::string_view>({
#include "corpus/word_lists/sentence_starters.inc"
});

}  // namespace

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); });
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}
char32_t code_point_before(std::string_view text, std::size_t at) {
  return at > 0 ? previous_code_point(text, at) : 0;
}

// The word before `end`, back to white space or an opening bracket or quote. Looks no further back
// than the length of an abbreviation.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 24;
  constexpr std::u32string_view kOpening = U"([{\"'“‘「『《〈";
  std::size_t at = end;
  while (at > begin && end - at < kLongest) {
    std::size_t before = at;
    const char32_t c = previous_code_point(text, before);
    if (is_space(c) || kOpening.find(c) != std::u32string_view::npos) break;
    at = before;
  }
  return text.substr(at, end - at);
}

std::string_view latin_word_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 24;
  std::size_t end = at;
  while (end < text.size() && end - at < kLongest && is_ascii_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

bool has_hangul(std::string_view text, ByteRange range) {
  for (std::size_t at = range.begin; at < range.end;) {
    if (is_hangul(next_code_point(text, at))) return true;
  }
  return false;
}

bool begins_with_starter(std::string_view text) {
  return is_one_of(latin_word_at(text, 0), kStarters);
}

}  // namespace ibid
