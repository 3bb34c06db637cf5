// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/sentences/stop_notes.h"

#include <algorithm>

#include "corpus/layout/abbreviations.h"
#include "corpus/sentences/words_at.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostNoteBytes = 160;  // of a bracket

bool is_raised_digit(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}

bool ends_here(std::string_view text, std::size_t at) {
  return at >= text.size() || is_space(code_point_at(text, at));
}

// Past the bracket that closes the one at `at`; 0 if it is not closed within kMostNoteBytes.
std::size_t end_of_bracket(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  for (std::size_t i = at; i < text.size() && i - at < kMostNoteBytes; ++i) {
    if (text[i] == open) ++depth;
    if (text[i] == close && --depth == 0) return i + 1;
  }
  return 0;
}

std::size_t skip_raised(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = at; next < text.size();) {
    const char32_t c = next_code_point(text, next);
    if (is_raised_digit(c)) {
      end = next;
    } else if (c != U',' && c != U'⁾' && c != U'⁻' && c != U'ʼ') {
      break;
    }
  }
  return end;
}

// "다.", "metres.", "calm.”" may have a number after them; "No.", "Cat.", "p." and ".299" have
// their own.
bool may_have_note(std::string_view text, std::size_t stop, std::size_t at) {
  std::size_t begin = stop;
  if (begin == 0) return false;
  if (at > stop + 1 && text[stop + 1] != ')') return true;  // after a closing quote
  if (is_hangul(previous_code_point(text, begin))) return true;
  std::size_t word = stop;
  while (word > 0 && is_ascii_letter(text[word - 1])) --word;
  const std::string_view latin = text.substr(word, stop + 1 - word);
  constexpr std::size_t kShortest = 4;  // "was."
  return latin.size() >= kShortest && latin.front() >= 'a' &&
         !is_abbreviation(latin, AbbreviationUse::kBeforeNumber);
}

// "3)" and "4, 5" right after the stop: "다.3)", "word.1 Next".
std::size_t skip_bare_numbers(std::string_view text, std::size_t stop, std::size_t at) {
  if (!may_have_note(text, stop, at)) return at;
  std::size_t end = at;
  for (std::size_t next = at;;) {
    std::size_t digits = next;
    while (digits < text.size() && is_ascii_digit(text[digits])) ++digits;
    if (digits == next || digits - next > 3) break;
    end = digits;
    if (end < text.size() && text[end] == ')') ++end;
    if (end >= text.size() || text[end] != ',') break;
    next = skip_spaces(text, end + 1);
  }
  return end > at && ends_here(text, end) ? end : at;
}

bool is_stop(char32_t c) { return c == U'.' || c == U'?' || c == U'!' || c == U'。'; }

// "(a)", "(1)", "(가)"
bool is_enumeration(std::string_view content) {
  std::size_t at = 0;
  if (content.empty()) return true;
  const char32_t c = next_code_point(content, at);
  const bool all_digits =
      std::all_of(content.begin(), content.end(), [](char d) { return is_ascii_digit(d); });
  return at == content.size() ? is_letter(c) || is_ascii_digit(c)
                              : all_digits && content.size() < 3;
}

std::size_t skip_round(std::string_view text, std::size_t stop, std::size_t at) {
  const std::size_t end = end_of_bracket(text, at, '(', ')');
  if (end == 0) return at;
  const std::string_view content = trim(text.substr(at + 1, end - at - 2));
  std::size_t last = content.size();
  if (is_enumeration(content) || is_stop(previous_code_point(content, last))) return at;
  const std::size_t next = skip_spaces(text, end);
  const char32_t follows = code_point_at(text, next);
  if (next == end && next < text.size() && !is_stop(follows) && follows != U'[') return at;
  const bool after_hangul = stop > 0 && is_hangul(previous_code_point(text, stop));
  return is_lower(follows) && !after_hangul ? at : end;
}

std::size_t skip_square(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_bracket(text, at, '[', ']');
  if (end == 0 || (text[at + 1] != '^' && !is_ascii_digit(text[at + 1]))) return at;
  return end;
}

}  // namespace

bool bracket_goes_on(std::string_view text, std::size_t at) {
  if (code_point_at(text, at) != U'(') return false;
  const std::size_t end = end_of_bracket(text, at, '(', ')');
  if (end == 0) return false;
  const std::string_view content = trim(text.substr(at + 1, end - at - 2));
  if (is_enumeration(content)) return false;
  std::size_t last = content.size();
  const bool sentence = is_stop(previous_code_point(content, last));
  if (sentence && is_hangul(code_point_at(text, end))) return true;  // "(Would you …?)라는"
  return is_lower(code_point_at(text, skip_spaces(text, end)));
}

std::size_t skip_stop_notes(std::string_view text, std::size_t stop, std::size_t at) {
  at = skip_raised(text, at);
  at = skip_bare_numbers(text, stop, at);
  while (true) {
    const std::size_t begin = skip_spaces(text, at);
    const char32_t c = code_point_at(text, begin);
    std::size_t end = begin;
    if (c == U'[') end = skip_square(text, begin);
    if (c == U'(') end = skip_round(text, stop, begin);
    if (c == U'【') {
      const std::size_t close = text.substr(begin, kMostNoteBytes).find("】");
      if (close != std::string_view::npos) end = begin + close + 3;
    }
    if (end == begin) return at;
    at = end;
  }
}

}  // namespace ibid
