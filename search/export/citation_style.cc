// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/citation_style.h"

#include <fmt/core.h>

#include <utility>

#include "corpus/layout/month_names.h"
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

// Empty where the work has no date.
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

// A section without number is named by its title, in quotes.
std::string section_words(const CitedWork& work, const std::string& section, const char* english) {
  if (section.empty()) return {};
  const std::string named = is_ascii_digit(section.front()) ? section : "“" + section + "”";
  return is_korean(work) ? named + "절" : std::string(english) + " " + named;
}

class Sentence {
 public:
  // `before` stands between this and what came earlier; left out with an empty text.
  void add(std::string_view before, std::string text, Look look = Look::kPlain) {
    if (text.empty()) return;
    if (!parts_.empty()) parts_.push_back({std::string(before), Look::kPlain});
    parts_.push_back({std::move(text), look});
  }
  StyledText end(std::string_view stop) {
    if (!parts_.empty() && parts_.back().look != Look::kAddress) {
      parts_.push_back({std::string(stop), Look::kPlain});
    }
    return std::move(parts_);
  }

 private:
  StyledText parts_;
};

StyledText note(const CitedWork& work, const std::string& section) {
  Sentence out;
  out.add("", work.publisher);
  out.add(", ", work.title, Look::kItalic);
  out.add(", ", date_of(work, CitationStyle::kNote));
  out.add(", ", section_words(work, section, "section"));
  out.add(", ", work.url, Look::kAddress);
  return out.end(".");
}

StyledText apa(const CitedWork& work, const std::string& section) {
  const std::string date = date_of(work, CitationStyle::kApa);
  const std::string year = "(" + (date.empty() ? "n.d." : date) + ")";
  const std::string place = section_words(work, section, "section");
  Sentence out;
  out.add("", work.publisher);
  // Without an author, the title comes first.
  if (!work.publisher.empty()) out.add(". ", year);
  out.add(". ", work.title, Look::kItalic);
  if (!place.empty()) out.add(" ", "(" + place + ")");
  if (work.publisher.empty()) out.add(". ", year);
  out.add(". ", work.url, Look::kAddress);
  return out.end(".");
}

StyledText chicago(const CitedWork& work, const std::string& section) {
  Sentence out;
  out.add("", work.publisher);
  // English puts the comma, or the full stop, inside the quotes.
  const std::string date = date_of(work, CitationStyle::kChicago);
  const std::string place = section_words(work, section, "sec.");
  const bool last = date.empty() && place.empty() && work.url.empty();
  const bool inside = !is_korean(work);
  const char* stop = last ? "." : ",";
  out.add(", ", "“" + work.title + (inside ? stop : "") + "”");
  const char* after = inside ? " " : ", ";
  for (const std::string& part : {date, place}) {
    if (part.empty()) continue;
    out.add(after, part);
    after = ", ";
  }
  out.add(after, work.url, Look::kAddress);
  return out.end(last && inside ? "" : ".");
}

}  // namespace

StyledText styled_citation(const CitedWork& work, const std::string& section, CitationStyle style) {
  switch (style) {
    case CitationStyle::kApa:
      return apa(work, section);
    case CitationStyle::kChicago:
      return chicago(work, section);
    case CitationStyle::kNote:
      break;
  }
  return note(work, section);
}

}  // namespace ibid
