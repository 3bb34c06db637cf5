// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tells "7-2. Title" from prose that begins with a number; declared in outline.h.
#include "corpus/layout/abbreviations.h"
#include "corpus/layout/outline.h"
#include "corpus/report/source_id.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxTitleBytes = 300;  // a hundred Hangul syllables; a longer line is prose
constexpr std::size_t kMaxLevels = 8;        // keeps locators within kMaxLocatorBytes
constexpr std::size_t kMaxDigits = 3;        // of one level; four are a year

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

struct Number {
  std::size_t length = 0;  // 0: none
  std::size_t levels = 0;
};

Number scan_number(std::string_view text) {
  Number number;
  for (std::size_t at = 0; digit_at(text, at);) {
    const std::size_t begin = at;
    while (digit_at(text, at)) ++at;
    if (at - begin > kMaxDigits || ++number.levels > kMaxLevels) return {};
    number.length = at;
    if (at < text.size() && (text[at] == '-' || text[at] == '.')) ++at;
  }
  return number;
}

// "**2. Title**" -> "2. Title"
std::string_view without_emphasis(std::string_view line) {
  for (const std::string_view mark : {"**", "__"}) {
    if (line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark)) {
      return trim(line.substr(mark.size(), line.size() - 2 * mark.size()));
    }
  }
  return line;
}

bool has_letter(std::string_view title) {
  for (std::size_t at = 0; at < title.size();) {
    if (is_letter(next_code_point(title, at))) return true;
  }
  return false;
}

// A letter that is not lower case, or a number ("2024 So Far") that is not the next number of a
// date ("6. 27. 서명"); quotes and brackets may come before it.
bool starts_like_title(std::string_view title) {
  static constexpr std::u32string_view kOpening = U"\"'([‘“「『《〈【";
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(title, at);
    if (kOpening.find(c) != std::u32string_view::npos) continue;
    if (!is_ascii_digit(c)) return is_letter(c) && !is_lower(c);
    const std::size_t end = title.find_first_not_of("0123456789", begin);
    return end != std::string_view::npos && title[end] != '.' && has_letter(title.substr(end));
  }
  return false;
}

// Abbreviations that a title may end with: "Relations with the U.S.", "Samsung Co."
bool ends_in_abbreviation(std::string_view text) {
  const std::string_view word = text.substr(text.find_last_of(" (\t") + 1);
  if (is_abbreviation(word, AbbreviationUse::kEndsTitle)) return true;
  bool pairs = word.size() >= 4 && word.size() % 2 == 0;
  for (std::size_t i = 0; pairs && i < word.size(); i += 2) {
    pairs = is_ascii_letter(word[i]) && word[i + 1] == '.';
  }
  return pairs;
}

// "… as others do.9" and "… was lost.”2, 6" -> without the numbers of endnotes. "Version 2.1" and
// "No.2" keep theirs.
std::size_t without_notes(std::string_view text, std::size_t end) {
  std::size_t at = end;
  while (at > 0 && (is_ascii_digit(text[at - 1]) || text[at - 1] == ',' || text[at - 1] == ' ')) {
    --at;
  }
  if (at == end || at == 0) return end;
  std::size_t stop = at;
  while (stop > 0) {
    std::size_t before = stop;
    if (!is_closing(previous_code_point(text, before))) break;
    stop = before;
  }
  constexpr std::size_t kLeast = 4;  // bytes before the stop
  if (stop < kLeast || text[stop - 1] != '.' || !is_ascii_digit(text[at])) return end;
  std::size_t letter = stop - 1;
  const char32_t last = previous_code_point(text, letter);
  const std::string_view word =
      text.substr(text.find_last_of(" (", stop - 1) + 1, std::string::npos);
  const bool short_word = word.substr(0, word.find('.')).size() < 2;
  if (!is_letter(last) || short_word) return end;
  return is_abbreviation(word.substr(0, word.find('.') + 1), AbbreviationUse::kBeforeNumber) ? end
                                                                                             : at;
}

}  // namespace

bool ends_like_sentence(std::string_view text) {
  std::size_t end = without_notes(text, trim(text, {0, text.size()}).end);
  while (end > 0) {
    std::size_t before = end;
    if (!is_closing(previous_code_point(text, before))) break;
    end = before;
  }
  if (end == 0) return false;
  std::size_t before = end;
  const char32_t last = previous_code_point(text, before);
  if (last == U'。' || last == U'．') return true;
  return last == U'.' && !ends_in_abbreviation(text.substr(0, end));
}

NumberedTitle parse_numbered_title(std::string_view line) {
  const std::string_view text = without_emphasis(trim(line));
  const Number number = scan_number(text);
  if (number.length == 0 || text.size() > number.length + 2 + kMaxTitleBytes) return {};
  const bool dotted = number.length < text.size() && text[number.length] == '.';
  const std::size_t gap = number.length + (dotted ? 1 : 0);
  if (number.levels == 1 && !dotted) return {};
  const std::size_t begin = skip_spaces(text, gap);
  const std::string_view title = text.substr(begin);
  // "1.요약" is common; without a final dot only white space separates number and title.
  if (begin == gap && (!dotted || digit_at(text, gap) || !starts_like_title(title))) return {};
  // "3.5 Percent" has no final dot; a number there is prose more often than a title.
  if (!dotted && digit_at(title, 0)) return {};
  // Prose never begins with "2-1. ", so "iPhone" or "$240 billion" may follow.
  const bool unmistakable = number.levels > 1 && dotted;
  if (unmistakable ? !has_letter(title) : !starts_like_title(title)) return {};
  if (ends_like_sentence(title) || title.find("://") != std::string_view::npos) return {};
  if (!find_citation_marks(title).empty()) return {};
  return {true, text.substr(0, number.length), title};
}

}  // namespace ibid
