// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_edges.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "indexer/korean/hangul.h"
#include "indexer/analysis/normalize.h"
#include "indexer/quantities/quantity_words.h"

namespace ibid {
namespace {

constexpr std::array kHyphenPrefixes = std::to_array<std::string_view>({
#include "search/word_lists/hyphen_prefixes.inc"
});

constexpr std::array kWordsAfterNumber = std::to_array<std::string_view>({
#include "search/word_lists/words_after_number.inc"
});

bool is_hyphen(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC; }
bool is_point(char32_t c) { return c == U'.' || c == U','; }
bool is_wordy(char32_t c) { return is_letter_or_digit(c) || c == U'_'; }

// Characters around an edge; 0 beyond the ends of the text.
char32_t before(std::string_view text, std::size_t at, std::size_t steps) {
  char32_t c = 0;
  for (std::size_t i = 0; i < steps; ++i) {
    if (at == 0) return 0;
    c = previous_code_point(text, at);
  }
  return c;
}

char32_t after(std::string_view text, std::size_t at, std::size_t steps) {
  char32_t c = 0;
  for (std::size_t i = 0; i < steps; ++i) {
    if (at >= text.size()) return 0;
    c = next_code_point(text, at);
  }
  return c;
}

std::string letters_before(std::string_view text, std::size_t at) {
  const std::size_t end = at;
  while (at > 0 && is_ascii_letter(text[at - 1])) --at;
  return ascii_lower(text.substr(at, end - at));
}

bool ideograph(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x30FF); }

bool begins_free(std::string_view text, std::size_t begin) {
  const char32_t first = after(text, begin, 1);
  const char32_t left = before(text, begin, 1);
  if (!is_wordy(first) || left == 0) return true;
  if (is_wordy(left)) return ideograph(left) && is_letter(first);
  const char32_t beyond = before(text, begin, 2);
  if (is_ascii_digit(first)) {
    if (is_point(left) && is_ascii_digit(beyond)) return false;
    if (is_hyphen(left) && !is_ascii_digit(beyond)) return is_hangul(beyond);  // a sign, S-400
  }
  if (is_apostrophe(left)) return !is_letter(beyond);
  if (left == U'.' && is_letter(first) && is_letter(beyond)) return false;  // U.S.
  if (!is_hyphen(left) || !is_letter(first)) return true;
  previous_code_point(text, begin);
  return !is_one_of(letters_before(text, begin), kHyphenPrefixes);
}

// The rest of the Korean word from `at`, in syllables.
std::u32string hangul_from(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 64;
  std::size_t end = at;
  while (end < text.size() && end - at < kLongest) {
    std::size_t next = end;
    if (!is_hangul(next_code_point(text, next))) break;
    end = next;
  }
  std::vector<FoldedChar> chars;
  fold(text.substr(at, end - at), chars);
  std::u32string out;
  for (const FoldedChar& c : chars) out += c.ch;
  return out;
}

bool is_ending(std::u32string_view tail) {
  if (tail.starts_with(U'들')) return tail.size() == 1 || is_particle(tail.substr(1));
  return is_particle(tail);
}

bool scale_follows(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_space(after(text, at, 1))) return false;
  at = skip_spaces(text, at);
  std::size_t end = at;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  return is_one_of(ascii_lower(text.substr(at, end - at)), kWordsAfterNumber);
}

bool number_ends_free(std::string_view text, std::size_t end, char32_t right) {
  if (right == U'%' || right == U'％') return false;
  if (is_point(right) && is_ascii_digit(after(text, end, 2))) return false;
  return !scale_follows(text, end);
}

bool ends_free(std::string_view text, std::size_t end) {
  const char32_t last = before(text, end, 1);
  const char32_t right = after(text, end, 1);
  if (!is_wordy(last) || right == 0) return true;
  if (is_hangul(right)) {
    const std::u32string tail = hangul_from(text, end);
    if (!is_ascii_digit(last)) return is_ending(tail);
    return !tail.empty() && !small_korean_scale(tail[0]) && !large_korean_scale(tail[0]);
  }
  if (is_wordy(right)) return ideograph(right) && !ideograph(last);
  if (is_ascii_digit(last) && !number_ends_free(text, end, right)) return false;
  const char32_t beyond = after(text, end, 2);
  if (is_apostrophe(right)) {
    return !is_letter(beyond) ||
           ((beyond == U's' || beyond == U'S') && !is_wordy(after(text, end, 3)));
  }
  if (right == U'.' && is_letter(last) && is_letter(beyond)) return false;
  return !(is_hyphen(right) && is_latin(last) && is_ascii_digit(beyond));
}

// True if a URL extends across `at`.
bool inside_url(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size() || is_space(after(text, at, 1))) return false;
  constexpr std::size_t kLongestUrl = 4096;
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestUrl) {
    std::size_t to = begin;
    if (is_space(previous_code_point(text, to))) break;
    begin = to;
  }
  const std::string token = ascii_lower(text.substr(begin, at - begin));
  return token.find("://") != std::string::npos || token.find("www.") != std::string::npos;
}

}  // namespace

bool cuts_no_word(std::string_view text, ByteRange range) {
  if (range.empty()) return true;
  if (inside_url(text, range.begin)) return false;
  return begins_free(text, range.begin) && ends_free(text, range.end);
}

}  // namespace ibid
