// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/name_marks.h"

#include <algorithm>

#include "corpus/report/locator.h"
#include "corpus/text/code_points.h"

namespace ibid {

// "Kim 2021", "Kim, 2021": nothing but names and a year, in a report that cites in this way.
bool NameMarks::all_shaped(ByteRange inside) const {
  const std::string_view words = slice(text_, inside);
  const auto year = find_year(inside);
  if (!year) return false;
  const std::string_view names = slice(text_, {inside.begin, year->begin});
  const std::size_t end = year->end;
  if (!trim(text_.substr(end, inside.end - end)).empty() || name_words(names).empty()) {
    return false;
  }
  if (names.size() > 60 || is_locator(words)) return false;
  std::size_t first = 0;
  const char32_t c = next_code_point(names, first);
  if (is_hangul(c))
    return names.find(',') != std::string_view::npos && name_words(names).size() < 3;
  return is_letter(c) && !is_lower(c) && all_capitalized(names);
}

bool NameMarks::all_capitalized(std::string_view names) {
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t begin = skip_spaces(names, at);
    std::size_t end = names.find(' ', begin);
    if (end == std::string_view::npos) end = names.size();
    const std::string_view word = names.substr(begin, end - begin);
    at = end + 1;
    if (word.empty()) continue;
    std::size_t first = 0;
    const char32_t c = next_code_point(word, first);
    const bool joins = word == "and" || word == "&" || word == "et" || word.starts_with("al");
    if (is_lower(c) && !joins) return false;
  }
  return names.find(',') != std::string_view::npos;
}

// The year in `item`, with its letter.
std::optional<ByteRange> NameMarks::find_year(ByteRange item) const {
  for (std::size_t at = item.begin; at + 4 <= item.end; ++at) {
    if (!is_ascii_digit(text_[at]) || (at > 0 && is_ascii_digit(text_[at - 1]))) continue;
    std::size_t end = at;
    while (end < item.end && is_ascii_digit(text_[end])) ++end;
    const std::string_view year = text_.substr(at, end - at);
    if (year.size() != 4 || (!year.starts_with("19") && !year.starts_with("20"))) {
      at = end;
      continue;
    }
    const bool letter = end < item.end && text_[end] >= 'a' && text_[end] <= 'f' &&
                        (end + 1 >= item.end || !is_ascii_letter(text_[end + 1]));
    return ByteRange{at, end + (letter ? 1 : 0)};
  }
  return {};
}

std::vector<MarkedSource> NameMarks::read_names(ByteRange inside, std::size_t open) const {
  std::vector<MarkedSource> sources;
  for (std::size_t at = inside.begin; at < inside.end;) {
    const std::size_t end = std::min<std::size_t>(text_.find(';', at), inside.end);
    const ByteRange item = trim(text_, {at, end});
    at = end + 1;
    const auto year = find_year(item);
    if (!year) continue;
    ByteRange names = trim(text_, {item.begin, year->begin});
    const bool narrative = names.empty() && item.begin == inside.begin;
    const std::string_view name =
        narrative ? names_before(open, slice(text_, *year)) : slice(text_, names);
    const Reference* found =
        narrative && name.empty() ? nullptr : by_names(name, slice(text_, *year));
    if (found == nullptr && narrative) continue;
    std::string_view place = trim(text_.substr(year->end, item.end - year->end));
    while (place.starts_with(',') || place.starts_with(':')) place = trim(place.substr(1));
    const ByteRange written{narrative ? year->begin : names.begin, year->end};
    sources.push_back(led_to(found, slice(text_, written), written,
                             is_locator(place) ? place : std::string_view()));
  }
  return sources;
}

// Without what leads in: "see also Lee", "cf. Kim", "김철수 참조".
const Reference* NameMarks::by_names(std::string_view names, std::string_view year) const {
  for (std::size_t at = 0; at < names.size();) {
    if (const Reference* found = references_.by_author(names.substr(at), year)) return found;
    const std::size_t space = names.find(' ', at);
    if (space == std::string_view::npos) return nullptr;
    at = space + 1;
  }
  return nullptr;
}

// The words before the bracket at `open` that an entry of `year` has as its authors.
std::string_view NameMarks::names_before(std::size_t open, std::string_view year) const {
  constexpr int kMostWords = 6;
  std::size_t end = open;
  while (end > 0 && text_[end - 1] == ' ') --end;
  std::size_t begin = end;
  for (int words = 0; words < kMostWords && begin > 0; ++words) {
    while (begin > 0 && text_[begin - 1] == ' ') --begin;
    while (begin > 0 && text_[begin - 1] != ' ') --begin;
    const std::string_view names = text_.substr(begin, end - begin);
    if (names.find_first_of(".;:()") != std::string_view::npos) break;
    if (references_.by_author(names, year) != nullptr) return names;
  }
  return {};
}

}  // namespace ibid
