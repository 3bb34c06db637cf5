// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/entry_fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "corpus/citations/entry_dates.h"
#include "corpus/dates/find_date.h"
#include "corpus/report/locator.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

enum class Place { kAnywhere, kEnding };
struct OrganizationWord {
  std::string_view word;
  Place place;
};
constexpr std::array kOrganizationWords = [] {
  using enum Place;
  return std::to_array<OrganizationWord>({
#include "corpus/word_lists/organization_words.inc"
  });
}();

constexpr std::size_t kLongestHead = 200;  // bytes of the authors before a year
constexpr std::size_t kLongestYear = 48;   // bytes of a year with day and month, in brackets

bool is_trimmed(char32_t c) {
  static constexpr std::u32string_view kSigns = U",;:.|-–—*_·\"";
  return is_space(c) || kSigns.find(c) != std::u32string_view::npos;
}

// Without the signs that join the parts of an entry.
std::string_view tidy(std::string_view text) {
  while (!text.empty()) {
    std::size_t next = 0;
    if (!is_trimmed(next_code_point(text, next))) break;
    text.remove_prefix(next);
  }
  while (!text.empty()) {
    std::size_t begin = text.size();
    if (!is_trimmed(previous_code_point(text, begin))) break;
    text = text.substr(0, begin);
  }
  return text;
}

struct Quotation {
  std::size_t begin, end;  // with its marks
  std::string_view inner;
};

struct QuotationMarks {
  std::string_view open, close;
};

// The first quoted or emphasised stretch: “…”, "…", 「…」, 『…』, *…*
std::optional<Quotation> first_quotation(std::string_view text) {
  constexpr std::array<QuotationMarks, 9> kMarks = {{{"“", "”"},
                                                     {"\"", "\""},
                                                     {"「", "」"},
                                                     {"『", "』"},
                                                     {"《", "》"},
                                                     {"〈", "〉"},
                                                     {"**", "**"},
                                                     {"*", "*"},
                                                     {"‘", "’"}}};
  std::optional<Quotation> first;
  for (const QuotationMarks& marks : kMarks) {
    const std::size_t begin = text.find(marks.open);
    if (begin == std::string_view::npos || (first && begin >= first->begin)) continue;
    const std::size_t inner = begin + marks.open.size();
    const std::size_t close = text.find(marks.close, inner);
    if (close == std::string_view::npos || close == inner) continue;
    first = Quotation{begin, close + marks.close.size(), text.substr(inner, close - inner)};
  }
  return first;
}

// "Title (NBER Working Paper 30569)" -> "Title"
std::string_view without_final_brackets(std::string_view text) {
  text = tidy(text);
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
    if (!text.ends_with(close)) continue;
    const std::size_t begin = text.rfind(open);
    if (begin != std::string_view::npos && begin > 0) text = tidy(text.substr(0, begin));
  }
  return text;
}

bool is_organization(std::string_view name) {
  name = tidy(name);
  if (name.empty()) return false;
  const bool capitals =
      name.size() > 1 && name.size() < 9 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '&' || c == '-';
      });
  if (capitals) return true;
  const std::string small = " " + ascii_lower(name) + " ";
  return std::any_of(kOrganizationWords.begin(), kOrganizationWords.end(), [&](const auto& known) {
    if (known.place == Place::kEnding) return small.ends_with(std::string(known.word) + " ");
    return small.find(" " + std::string(known.word) + " ") != std::string::npos;
  });
}

// Segments between commas and full stops that end a part, without dates and places.
std::vector<std::string_view> segments(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ',';
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    const bool stop = c == '.' && (at + 1 == text.size() || text[at + 1] == ' ') &&
                      !(at >= begin + 1 && at - begin < 4);
    if (at < text.size() && ((c != ',' && c != ';' && !stop) || depth > 0)) continue;
    const std::string_view segment = tidy(text.substr(begin, at - begin));
    begin = at + 1;
    if (segment.empty() || segment.front() == '(' || is_locator(segment)) continue;
    if (entry_date(segment).size() == segment.size()) continue;
    out.push_back(segment);
  }
  return out;
}

// "Seoul: Forum Press" -> "Forum Press"; "『국토연구』 제112권" -> "국토연구"; "Labor Research,
// 18(4)". Nothing for numbers of pages and for whole sentences.
std::string container_of(std::string_view after) {
  constexpr std::ptrdiff_t kMostWords = 8;
  const std::vector<std::string_view> parts = segments(without_final_brackets(after));
  if (parts.empty()) return {};
  std::string_view part = parts.front();
  if (is_ascii_digit(part.front()) || std::count(part.begin(), part.end(), ' ') > kMostWords) {
    return {};
  }
  if (const auto quoted = first_quotation(part); quoted && quoted->begin == 0) {
    return std::string(tidy(quoted->inner));
  }
  const std::size_t colon = part.find(": ");
  if (colon != std::string_view::npos) {
    const std::string_view after_colon = part.substr(colon + 2);
    part = is_locator(after_colon) ? part.substr(0, colon) : after_colon;
  }
  part = without_final_brackets(part);
  // "Treaty Review 64"
  while (!part.empty() && is_ascii_digit(part.back())) part.remove_suffix(1);
  const std::size_t end = trailing_locator(part);
  return std::string(tidy(part.substr(0, end)));
}

// Author or publisher before a quoted title; what comes after it says which.
void read_quoted(std::string_view words, const Quotation& title, ListedSource& source) {
  source.title = tidy(title.inner);
  if (const std::size_t bar = source.title.rfind(" | "); bar != std::string::npos) {
    source.publisher = tidy(std::string_view(source.title).substr(bar + 3));
    source.title = std::string(tidy(std::string_view(source.title).substr(0, bar)));
    return;
  }
  const auto before = segments(words.substr(0, title.begin));
  const std::string container = container_of(words.substr(title.end));
  const std::string_view name = before.empty() ? std::string_view() : before.front();
  if (container.empty()) {
    source.publisher = name;
  } else {
    source.publisher = container;
    source.author = tidy(words.substr(0, title.begin));
  }
}

struct Year {
  std::size_t begin, end;  // with its brackets and stop
};

// The year after the authors: "Kim, C. (2021). …", "통계청(2022), …", "Forum. 2023. …".
std::optional<Year> year_after_authors(std::string_view words) {
  for (std::size_t at = 1; at < std::min(words.size(), kLongestHead); ++at) {
    if (!is_year(words, at)) continue;
    if (words[at - 1] == '(') {
      const std::size_t close = words.find(')', at);
      if (close == std::string_view::npos || close - at > kLongestYear) return {};
      return Year{at - 1, close + 1};
    }
    const bool stops = words.substr(0, at).ends_with(". ") && at + 4 < words.size() &&
                       (words[at + 4] == '.' || words.substr(at + 5).starts_with(". "));
    if (stops) return Year{at, words.find('.', at) + 1};
    return {};
  }
  return {};
}

// The full stop that ends a title, or the comma before "City: Publisher"; else its whole size.
std::size_t end_of_title(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos;
       at = text.find(". ", at + 1)) {
    std::size_t next = at + 2;
    if (next < text.size() && !is_lower(next_code_point(text, next))) return at;
  }
  const std::size_t colon = text.rfind(": ");
  const std::size_t comma =
      colon == std::string_view::npos ? colon : text.substr(0, colon).rfind(", ");
  return comma == std::string_view::npos ? text.size() : comma;
}

void read_author_year(std::string_view words, Year year, ListedSource& source) {
  source.author = tidy(words.substr(0, year.begin));
  source.date = entry_date(words.substr(year.begin, year.end - year.begin));
  std::string_view rest = words.substr(year.end);
  const auto quoted = first_quotation(rest);
  if (quoted && tidy(rest.substr(0, quoted->begin)).empty()) {
    source.title = tidy(quoted->inner);
    rest = rest.substr(quoted->end);
  } else {
    while (!rest.empty() && (rest.front() == '.' || rest.front() == ',' || rest.front() == ' ')) {
      rest.remove_prefix(1);
    }
    const std::size_t stop = end_of_title(rest);
    source.title = without_final_brackets(rest.substr(0, stop));
    rest = rest.substr(std::min(stop + 1, rest.size()));
  }
  if (const std::string day = find_date(rest); day.starts_with(source.date)) source.date = day;
  source.publisher = container_of(rest);
  const bool person = source.author.find(',') != std::string::npos;
  if (source.publisher.empty() && !person) source.publisher = source.author;
}

// The last dash between spaces; a dash inside a word does not separate.
bool read_separated(std::string_view words, ListedSource& source) {
  std::size_t begin = std::string_view::npos, size = 0;
  for (const std::string_view dash : {" - ", " – ", " — ", " | ", " \\- "}) {
    const std::size_t at = words.rfind(dash);
    if (at == std::string_view::npos || at == 0) continue;
    if (begin == std::string_view::npos || at > begin) {
      begin = at;
      size = dash.size();
    }
  }
  if (begin == std::string_view::npos) return false;
  source.title = tidy(words.substr(0, begin));
  source.publisher = tidy(words.substr(begin + size));
  return true;
}

// "William Tetley, Marine Cargo Claims, 4th ed. (Yvon Blais, 2008), p. 1040"
bool read_imprint(std::string_view words, ListedSource& source) {
  const std::size_t open = words.find('(');
  const std::size_t close = open == std::string_view::npos ? open : words.find(')', open);
  if (close == std::string_view::npos) return false;
  const std::string_view imprint = words.substr(open + 1, close - open - 1);
  const std::size_t comma = imprint.rfind(", ");
  if (comma == std::string_view::npos || !is_year(imprint, comma + 2)) return false;
  const auto parts = segments(words.substr(0, open));
  if (parts.size() < 2) return false;
  source.author = parts[0];
  source.title = parts[1];
  source.publisher = tidy(imprint.substr(0, comma));
  source.date = imprint.substr(comma + 2, 4);
  return true;
}

// "Riverstone Meat Co. v. Lancashire Shipping Co. [1961] AC 807": a case of law.
bool read_case(std::string_view words, ListedSource& source) {
  for (std::size_t at = words.find('['); at != std::string_view::npos;
       at = words.find('[', at + 1)) {
    if (at == 0 || !is_year(words, at + 1) || words.substr(at + 5, 1) != "]") continue;
    source.title = tidy(words.substr(0, at));
    source.date = words.substr(at + 1, 4);
    return true;
  }
  return false;
}

void read_listed_parts(std::string_view words, ListedSource& source) {
  const std::vector<std::string_view> parts = segments(words);
  const auto rest_of = [&](std::size_t from) {
    const char* begin = parts[from].data();
    return std::string(begin, parts.back().data() + parts.back().size());
  };
  if (parts.size() >= 2 && is_organization(parts.front())) {
    // "Ministry of Trade, Industry and Energy, press release"
    const bool two = parts.size() > 2 && parts.front().find(" of ") != std::string_view::npos &&
                     parts[1].find(" and ") != std::string_view::npos;
    const std::string_view last = parts[two ? 1 : 0];
    source.publisher = std::string(parts.front().data(), last.data() + last.size());
    source.title = rest_of(two ? 2 : 1);
  } else if (parts.size() >= 2 && is_organization(parts.back())) {
    source.publisher = parts.back();
    source.title = std::string(parts.front().data(),
                               parts[parts.size() - 2].data() + parts[parts.size() - 2].size());
  } else if (!parts.empty()) {
    source.title = rest_of(0);
  } else {
    source.title = tidy(words);
  }
}

std::string find_locator(std::string_view words) {
  std::size_t begin = words.rfind(',');
  if (begin == std::string_view::npos) return {};
  const std::string_view last = tidy(words.substr(begin + 1));
  return is_locator(last) && entry_date(last).empty() ? std::string(last) : "";
}

}  // namespace

void read_entry_fields(std::string_view words, ListedSource& source) {
  std::string text(words);
  source.accessed = take_access_date(text);
  const std::string_view rest = trim(text);
  source.locator = find_locator(rest);
  const auto year = year_after_authors(rest);
  const auto quoted = first_quotation(rest);
  if (year && (!quoted || year->begin < quoted->begin)) {
    read_author_year(rest, *year, source);
    return;
  }
  if (quoted) {
    read_quoted(rest, *quoted, source);
    std::string around(rest.substr(0, quoted->begin));
    around += ' ';
    around += rest.substr(quoted->end);
    source.date = entry_date(around);
    return;
  }
  if (read_case(rest, source) || read_imprint(rest, source)) return;
  source.date = entry_date(rest);
  if (!read_separated(rest, source)) read_listed_parts(rest, source);
}

}  // namespace ibid
