// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/citation_style.h"

#include <fmt/core.h>

#include <utility>

#include "corpus/dates/month_names.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Look = StyledSpan::Look;

bool is_korean(const CitedWork& work) { return work.language == "ko"; }

const MonthName& month_of(const std::vector<int>& date) {
  return kMonthNames.at(static_cast<std::size_t>(date[1] - 1));
}

std::string korean_date(const std::vector<int>& date) {
  std::string out = fmt::format("{}년", date[0]);
  if (date.size() > 1) out += fmt::format(" {}", month_of(date).korean);
  if (date.size() > 2) out += fmt::format(" {}일", date[2]);
  return out;
}

// Empty if the work has no date.
std::string date_of(const CitedWork& work, CitationStyle style) {
  const std::vector<int> date = date_parts(work.date);
  if (date.empty() || style == CitationStyle::kNote) return work.date;
  if (date.size() > 1 && (date[1] < 1 || date[1] > 12)) return work.date;
  if (is_korean(work)) return korean_date(date);
  if (date.size() == 1) return work.date;
  const std::string_view month = month_of(date).english;
  if (style == CitationStyle::kApa) {
    return date.size() == 2 ? fmt::format("{}, {}", date[0], month)
                            : fmt::format("{}, {} {}", date[0], month, date[2]);
  }
  return date.size() == 2 ? fmt::format("{} {}", month, date[0])
                          : fmt::format("{} {}, {}", month, date[2], date[0]);
}

// "제3조", "제1장": a number with its own word for what it counts.
bool has_own_unit(std::string_view number) {
  constexpr std::string_view kOrdinal = "제";
  return number.size() > kOrdinal.size() && number.starts_with(kOrdinal) &&
         is_ascii_digit(number[kOrdinal.size()]) && number.find(' ') == std::string_view::npos;
}

// A section without a number is named by its title, in quotes.
std::string section_words(const CitedWork& work, const CitedPlace& place, const char* english) {
  const std::string& section = place.section;
  if (section.empty() || has_own_unit(section)) return section;
  const std::string named = is_ascii_digit(section.front()) ? section : "“" + section + "”";
  // "부칙" with "가" behind it needs no word for what it is.
  if (!place.label.empty() && !is_ascii_digit(section.front())) return named;
  return is_korean(work) ? named + "절" : std::string(english) + " " + named;
}

std::string page_words(const CitedWork& work, const CitedPages& pages) {
  if (is_korean(work)) return pages.printed() + "쪽";
  return (pages.several() ? "pp. " : "p. ") + pages.printed();
}

// Of a file with pages the printed page, else the section and what is printed before the passage.
std::string place_words(const CitedWork& work, const CitedPlace& place, const char* section) {
  std::string out;
  if (!place.pages.empty()) {
    out = page_words(work, place.pages);
  } else {
    out = section_words(work, place, section);
    std::string_view label = place.label;
    if (label.ends_with('.')) label.remove_suffix(1);
    if (!out.empty() && !label.empty()) out += ' ';
    out += label;
  }
  if (place.note.empty()) return out;
  if (!out.empty()) out += ", ";
  return out + (is_korean(work) ? "주 " : "note ") + place.note;
}

class Sentence {
 public:
  // `before` separates this from the text before it; adds nothing if `text` is empty. An initial
  // brings the full stop of `before`.
  void add(std::string_view before, std::string text, Look look = Look::kPlain) {
    if (text.empty()) return;
    const bool stopped = !spans_.empty() && spans_.back().text.ends_with('.');
    if (stopped && before.starts_with('.')) before.remove_prefix(1);
    if (!spans_.empty()) spans_.push_back({std::string(before), Look::kPlain});
    spans_.push_back({std::move(text), look});
  }
  StyledText end(std::string_view stop) {
    if (!spans_.empty() && spans_.back().look != Look::kAddress) {
      spans_.push_back({std::string(stop), Look::kPlain});
    }
    return std::move(spans_);
  }

 private:
  StyledText spans_;
};

StyledText note(const CitedWork& work, const CitedPlace& place) {
  Sentence out;
  out.add("", work.author);
  if (work.publisher != work.author) out.add(", ", work.publisher);
  out.add(", ", work.title, Look::kItalic);
  out.add(", ", date_of(work, CitationStyle::kNote));
  out.add(", ", place_words(work, place, "section"));
  out.add(", ", work.url, Look::kAddress);
  return out.end(".");
}

StyledText apa(const CitedWork& work, const CitedPlace& place) {
  const std::string date = date_of(work, CitationStyle::kApa);
  const std::string year = "(" + (date.empty() ? "n.d." : date) + ")";
  const std::string where = place_words(work, place, "section");
  Sentence out;
  out.add("", responsible(work));
  // Without an author, the title comes first.
  if (!responsible(work).empty()) out.add(". ", year);
  out.add(". ", work.title, Look::kItalic);
  if (!where.empty()) out.add(" ", "(" + where + ")");
  if (responsible(work).empty()) out.add(". ", year);
  if (work.publisher != responsible(work)) out.add(". ", work.publisher);
  out.add(". ", work.url, Look::kAddress);
  return out.end(".");
}

StyledText chicago(const CitedWork& work, const CitedPlace& place) {
  Sentence out;
  out.add("", responsible(work));
  // English puts the comma, or the full stop, inside the quotes.
  const std::string date = date_of(work, CitationStyle::kChicago);
  const std::string where = place_words(work, place, "sec.");
  const std::string publisher = work.publisher != responsible(work) ? work.publisher : "";
  const bool last = publisher.empty() && date.empty() && where.empty() && work.url.empty();
  const bool inside = !is_korean(work);
  const char* stop = last ? "." : ",";
  out.add(", ", "“" + work.title + (inside ? stop : "") + "”");
  const char* after = inside ? " " : ", ";
  for (const std::string& detail : {publisher, date, where}) {
    if (detail.empty()) continue;
    out.add(after, detail);
    after = ", ";
  }
  out.add(after, work.url, Look::kAddress);
  return out.end(last && inside ? "" : ".");
}

}  // namespace

StyledText styled_citation(const CitedWork& work, const CitedPlace& place, CitationStyle style) {
  switch (style) {
    case CitationStyle::kApa:
      return apa(work, place);
    case CitationStyle::kChicago:
      return chicago(work, place);
    case CitationStyle::kNote:
      break;
  }
  return note(work, place);
}

}  // namespace ibid
