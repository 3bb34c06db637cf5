// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/edges/quote_edges.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/report/note_marks.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "indexer/analysis/normalize.h"
#include "indexer/korean/hangul.h"
#include "indexer/quantities/quantity_words.h"
#include "search/edges/whole_figures.h"

namespace ibid {
namespace {

constexpr std::array kHyphenPrefixes = std::to_array<std::string_view>({
#include "search/word_lists/hyphen_prefixes.inc"
});

constexpr std::array kHyphenSuffixes = std::to_array<std::string_view>({
#include "search/word_lists/hyphen_suffixes.inc"
});

bool is_hyphen(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}
// In a compound, but between no two words.
bool is_joining_hyphen(char32_t c) { return is_hyphen(c) && c != 0x2013 && c != 0x2212; }
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

// The compound up to `at`, in small letters, with plain hyphens: "would-be-".
std::string compound_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 64;
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongest) {
    std::size_t next = begin;
    const char32_t c = previous_code_point(text, next);
    if (!is_wordy(c) && !is_hyphen(c)) break;
    begin = next;
  }
  return folded_text(text.substr(begin, at - begin));
}

// The compound from `at` on, likewise: "-in-law".
std::string compound_after(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 64;
  std::size_t end = at;
  while (end < text.size() && end - at < kLongest) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, next);
    if (!is_wordy(c) && !is_hyphen(c)) break;
    end = next;
  }
  return folded_text(text.substr(at, end - at));
}

// `parts` ends in an entry: "would-be" does in "be" and in "would-be", not in "e".
bool ends_in_part(std::string_view parts, WordList entries) {
  return std::any_of(entries.begin(), entries.end(), [&](std::string_view entry) {
    if (!parts.ends_with(entry)) return false;
    return parts.size() == entry.size() || parts[parts.size() - entry.size() - 1] == '-';
  });
}

bool begins_with_part(std::string_view parts, WordList entries) {
  return std::any_of(entries.begin(), entries.end(), [&](std::string_view entry) {
    if (!parts.starts_with(entry)) return false;
    return parts.size() == entry.size() || parts[entry.size()] == '-';
  });
}

// `hyphen`: where the hyphen of a compound begins. True if the words on its sides say the same
// apart.
bool parts_free(std::string_view text, std::size_t hyphen) {
  std::size_t next = hyphen;
  next_code_point(text, next);
  const std::string before = compound_before(text, hyphen);
  const std::string after = compound_after(text, next);
  const std::string middle = before + "-" + after.substr(0, after.find('-'));  // would-be
  return !ends_in_part(before, kHyphenPrefixes) && !ends_in_part(middle, kHyphenPrefixes) &&
         !begins_with_part(after, kHyphenSuffixes);
}

bool ideograph(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x30FF); }

bool begins_free(std::string_view text, std::size_t begin) {
  const char32_t first = after(text, begin, 1);
  const char32_t left = before(text, begin, 1);
  if (left == 0) return true;
  if (!is_wordy(first)) {
    const bool inside = is_wordy(left) && is_wordy(after(text, begin, 2));
    if (inside && is_apostrophe(first)) return false;  // 't of can't
    return !inside || !is_joining_hyphen(first) || parts_free(text, begin);
  }
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
  return parts_free(text, begin);
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

// S-400, KF-21: digits that name. What follows them is no unit.
bool ends_in_designator(std::string_view text, std::size_t end) {
  while (end > 0 && is_ascii_digit(text[end - 1])) --end;
  const char32_t left = before(text, end, 1);
  return is_latin(left) || (is_hyphen(left) && is_latin(before(text, end, 2)));
}

// What stands joined to digits is their unit, if it is no particle. 도 may be a degree.
bool korean_ends_number(std::string_view text, std::size_t end) {
  const std::u32string tail = hangul_from(text, end);
  if (tail.empty() || small_korean_scale(tail[0]) || large_korean_scale(tail[0])) return false;
  if (ends_in_designator(text, end)) return true;
  return (is_particle(tail) && tail != U"도") || tail.starts_with(U"이었") ||
         tail.starts_with(U"이다") || tail.starts_with(U"이라") || tail.starts_with(U"였다");
}

bool number_ends_free(std::string_view text, std::size_t end, char32_t right) {
  if (right == U'%' || right == U'％') return false;
  return !is_point(right) || !is_ascii_digit(after(text, end, 2));
}

bool ends_free(std::string_view text, std::size_t end) {
  const char32_t last = before(text, end, 1);
  const char32_t right = after(text, end, 1);
  if (right == 0 || note_mark_end(text, end) > end) return true;
  if (!is_wordy(last)) {
    const bool inside = is_wordy(right) && is_wordy(before(text, end, 2));
    return !inside || !(is_apostrophe(last) || is_joining_hyphen(last));
  }
  if (is_hangul(right)) {
    return is_ascii_digit(last) ? korean_ends_number(text, end) : is_ending(hangul_from(text, end));
  }
  if (is_wordy(right)) return ideograph(right) && !ideograph(last);
  if (is_ascii_digit(last) && !number_ends_free(text, end, right)) return false;
  const char32_t beyond = after(text, end, 2);
  if (is_apostrophe(right)) {
    return !is_letter(beyond) ||
           ((beyond == U's' || beyond == U'S') && !is_wordy(after(text, end, 3)));
  }
  if (right == U'.' && is_letter(last) && is_letter(beyond)) return false;
  if (is_hyphen(right) && is_latin(last) && is_ascii_digit(beyond)) return false;
  return !is_hyphen(right) || !is_wordy(beyond) || parts_free(text, end);
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

const std::vector<ByteRange>& QuoteEdges::figures() const {
  if (!figures_) figures_ = whole_figures(text_);
  return *figures_;
}

bool QuoteEdges::cuts_no_word(ByteRange range) const {
  if (range.empty()) return true;
  if (inside_url(text_, range.begin)) return false;
  if (!begins_free(text_, range.begin) || !ends_free(text_, range.end)) return false;
  return !cuts_figure(figures(), range.begin) && !cuts_figure(figures(), range.end);
}

ByteRange QuoteEdges::with_whole_figures(ByteRange range) const {
  ByteRange whole = range;
  for (const ByteRange figure : figures()) {
    if (!overlaps(figure, range)) continue;
    whole.begin = std::min(whole.begin, figure.begin);
    whole.end = std::max(whole.end, figure.end);
  }
  return whole;
}

}  // namespace ibid
