// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/month_bars.h"

#include <algorithm>
#include <map>

#include "tools/serve/page/search/search_words.h"

namespace ibid {
namespace {

constexpr std::size_t kMostMonths = 120;  // of more, bars are years
constexpr int kWidth = 720, kHeight = 96, kFoot = 18;

using Bars = std::map<std::string, std::uint64_t>;  // "2024-06" or "2024" -> passages

int month_number(const std::string& month) {
  return std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5, 2)) - 1;
}

bool is_month(const std::string& text) {
  return text.size() == 7 && text[4] == '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

// Months without a match are bars of no height, so that the distance of two bars is that of their
// months. A report dated by its year alone has month 00.
Bars bars_of(const std::vector<FacetCount>& months) {
  Bars by_month, by_year;
  for (const FacetCount& month : months) {
    if (!is_month(month.value)) continue;
    by_year[month.value.substr(0, 4)] += month.count;
    by_month[month.value] += month.count;
  }
  if (by_month.size() < 2) return by_month;
  const int first = month_number(by_month.begin()->first);
  const int last = month_number(by_month.rbegin()->first);
  const bool whole_years =
      std::ranges::any_of(by_month, [](const auto& bar) { return bar.first.ends_with("-00"); });
  if (whole_years || last - first >= static_cast<int>(kMostMonths)) {
    if (by_year.size() < 2) return by_year;
    for (int year = std::stoi(by_year.begin()->first); year < std::stoi(by_year.rbegin()->first);
         ++year) {
      if (by_year.size() < kMostMonths) by_year[fmt::format("{:04}", year)];
    }
    return by_year;
  }
  for (int at = first; at < last; ++at) by_month[fmt::format("{:04}-{:02}", at / 12, at % 12 + 1)];
  return by_month;
}

std::string address_of(const PageVisit& visit, const HttpFields& kept, const std::string& value) {
  return visit.address("/", fields_with(kept, "date", value));
}

std::string label_of(const PageVisit& visit, const std::string& value, std::uint64_t count) {
  return value + ": " + visit.count(count, search_words::kMatch, search_words::kMatches);
}

void write_bar(HtmlWriter& html, const PageVisit& visit, const HttpFields& kept,
               const Bars::value_type& bar, double left, double width, double share) {
  const int room = kHeight - kFoot - 4;
  const double height = std::max(2.0, share * room);
  const std::string label = label_of(visit, bar.first, bar.second);
  html.open("a", {{"href", address_of(visit, kept, bar.first)}, {"aria-label", label}});
  html.element("title", label);
  // The whole column is the target, not only a low bar.
  html.lone("rect", {{"class", "hit"},
                     {"x", fmt::format("{:.1f}", left)},
                     {"y", "0"},
                     {"width", fmt::format("{:.1f}", width)},
                     {"height", std::to_string(kHeight - kFoot)}});
  html.lone("rect", {{"x", fmt::format("{:.1f}", left + width * 0.1)},
                     {"y", fmt::format("{:.1f}", kHeight - kFoot - height)},
                     {"width", fmt::format("{:.1f}", width * 0.8)},
                     {"height", fmt::format("{:.1f}", height)}});
  html.close();
}

void write_plot(HtmlWriter& html, const PageVisit& visit, const HttpFields& kept, const Bars& bars,
                const std::string& title) {
  std::uint64_t most = 1;
  for (const auto& [value, count] : bars) most = std::max(most, count);
  const double step = std::min(40.0, kWidth / static_cast<double>(bars.size()));
  // Its own size: made as narrow as a phone, nobody could read the months or meet a bar.
  const std::string width = fmt::format("{:.0f}", step * static_cast<double>(bars.size()) + 1);
  const std::string height = std::to_string(kHeight);
  html.open("div", {{"class", "chart-place"}});
  html.open("svg", {{"class", "plot"},
                    {"width", width},
                    {"height", height},
                    {"viewBox", "0 0 " + width + " " + height},
                    {"role", "group"},
                    {"aria-label", title}});
  double left = 0;
  for (const auto& bar : bars) {
    if (bar.second > 0) {
      const double share = static_cast<double>(bar.second) / static_cast<double>(most);
      write_bar(html, visit, kept, bar, left, step, share);
    }
    left += step;
  }
  const std::string foot = std::to_string(kHeight - kFoot), base = std::to_string(kHeight - 4);
  html.lone("line", {{"x1", "0"}, {"y1", foot}, {"x2", fmt::format("{:.1f}", left)}, {"y2", foot}});
  html.element("text", {{"x", "0"}, {"y", base}}, bars.begin()->first);
  if (left > 110) {
    html.element("text", {{"x", fmt::format("{:.1f}", left)}, {"y", base}, {"text-anchor", "end"}},
                 bars.rbegin()->first);
  }
  html.close().close();
}

void write_table(HtmlWriter& html, const PageVisit& visit, const HttpFields& kept, const Bars& bars,
                 const Wording& unit) {
  html.open("details").element("summary", visit.say(search_words::kAsTable));
  html.open("table").open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, visit.say(unit));
  html.element("th", {{"scope", "col"}, {"class", "number"}}, visit.say(search_words::kCount));
  html.close().close().open("tbody");
  for (const auto& [value, count] : bars) {
    if (count == 0) continue;
    html.open("tr").open("th", {{"scope", "row"}});
    html.link(address_of(visit, kept, value), value).close();
    html.element("td", {{"class", "number"}}, grouped(count)).close();
  }
  html.close().close().close();
}

// A range of months, for which bars are no use with one pointer or none.
void write_range(HtmlWriter& html, const PageVisit& visit, const HttpFields& kept) {
  html.open("form", {{"action", "/"}, {"method", "get"}, {"class", "fields small no-print"}});
  for (const auto& [name, value] : fields_without(kept, {"from", "to", "lang"})) {
    html.lone("input", {{"type", "hidden"}, exact("name", name), exact("value", value)});
  }
  if (visit.chose_language()) {
    html.lone("input",
              {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
  }
  const std::pair<const char*, const Wording&> ends[] = {{"from", search_words::kFrom},
                                                         {"to", search_words::kTo}};
  for (const auto& [name, words] : ends) {
    html.open("span").element("label", {{"for", name}}, visit.say(words)).text(" ");
    html.lone("input", {{"id", name},
                        {"name", name},
                        {"size", "10"},
                        {"placeholder", "2024-06"},
                        {"pattern", "[0-9]{4}(-[0-9]{2}){0,2}"},
                        exact("value", visit.field(name))});
    html.close();
  }
  html.element("button", {{"type", "submit"}, {"class", "quiet"}}, visit.say(search_words::kApply));
  html.close();
}

}  // namespace

Html month_bars(const PageVisit& visit, const std::vector<FacetCount>& months,
                const HttpFields& kept) {
  const Bars bars = bars_of(months);
  HtmlWriter html;
  if (bars.size() < 2) return html.take();
  const bool years = bars.begin()->first.size() == 4;
  const std::string title = visit.say(years ? search_words::kYears : search_words::kMonths);
  html.open("section", {{"class", "months"}, {"aria-label", title}});
  html.element("p", {{"class", "faint small"}}, title);
  write_plot(html, visit, kept, bars, title);
  write_table(html, visit, kept, bars, years ? search_words::kYear : search_words::kMonth);
  write_range(html, visit, kept);
  html.close();
  return html.take();
}

}  // namespace ibid
