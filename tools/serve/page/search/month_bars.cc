// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/month_bars.h"

#include <algorithm>
#include <map>

#include "tools/serve/page/search/search_words.h"

namespace ibid {
namespace {

// At most so many bars: each is then at least 24 pixels wide, as a target must be
// (WCAG 2.2, 2.5.8).
constexpr int kMostBars = 30;
constexpr int kWidth = 720, kHeight = 96, kFoot = 18;

struct Bar {
  std::string label;  // "2024-06", "2024-04–2024-06", "2024", "2020–2029"
  std::string value;  // of date: "2024-06", "2024-04..2024-06"
  std::uint64_t count = 0;
};
using Bars = std::vector<Bar>;

int month_number(const std::string& month) {
  return std::stoi(month.substr(0, 4)) * 12 + std::max(0, std::stoi(month.substr(5, 2)) - 1);
}

bool is_month(const std::string& text) {
  return text.size() == 7 && text[4] == '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

// Of `step` months, the first of which is number `step * index`.
Bar bar_at(int index, int step) {
  const int first = index * step, last = first + step - 1;
  const auto name = [&](int month) {
    return step % 12 == 0 ? fmt::format("{:04}", month / 12)
                          : fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
  };
  if (name(first) == name(last)) return {name(first), name(first)};
  return {name(first) + "–" + name(last), name(first) + ".." + name(last)};
}

// How many months a bar has: as few as leave kMostBars. Of years without a month, a year at least.
int step_of(int first, int last, bool years_alone) {
  for (const int step : {1, 3, 12, 60, 120, 600}) {
    if (years_alone && step < 12) continue;
    if (last / step - first / step < kMostBars) return step;
  }
  return 1200;
}

// Periods without a match are bars of no height, so that the distance of two bars is that of their
// dates. A report dated by its year alone has month 00.
Bars bars_of(const std::vector<FacetCount>& months) {
  std::map<int, std::uint64_t> counted;
  bool years_alone = false;
  for (const FacetCount& month : months) {
    if (!is_month(month.value)) continue;
    years_alone = years_alone || month.value.ends_with("-00");
    counted[month_number(month.value)] += month.count;
  }
  Bars bars;
  if (counted.empty()) return bars;
  const int first = counted.begin()->first, last = counted.rbegin()->first;
  const int step = step_of(first, last, years_alone);
  for (int index = first / step; index <= last / step; ++index) bars.push_back(bar_at(index, step));
  for (const auto& [month, count] : counted) {
    bars[static_cast<std::size_t>(month / step - first / step)].count += count;
  }
  return bars;
}

const Wording& title_words(const Bar& bar) {
  if (bar.label.size() == 4) return search_words::kYears;
  return bar.label.size() == 7 ? search_words::kMonths : search_words::kPeriods;
}

const Wording& unit_words(const Bar& bar) {
  if (bar.label.size() == 4) return search_words::kYear;
  return bar.label.size() == 7 ? search_words::kMonth : search_words::kPeriod;
}

std::string address_of(const PageVisit& visit, const HttpFields& kept, const std::string& value) {
  return visit.address("/", fields_with(kept, "date", value));
}

std::string label_of(const PageVisit& visit, const Bar& bar) {
  return bar.label + ": " + visit.count(bar.count, search_words::kMatch, search_words::kMatches);
}

void write_bar(HtmlWriter& html, const PageVisit& visit, const HttpFields& kept, const Bar& bar,
               double left, double width, double share) {
  const int room = kHeight - kFoot - 4;
  const double height = std::max(2.0, share * room);
  const std::string label = label_of(visit, bar);
  html.open("a", {{"href", address_of(visit, kept, bar.value)}, {"aria-label", label}});
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

std::string end_of(const Bar& bar) {
  constexpr std::string_view kDash = "–";
  const std::size_t dash = bar.label.find(kDash);
  return dash == std::string::npos ? bar.label : bar.label.substr(dash + kDash.size());
}

void write_plot(HtmlWriter& html, const PageVisit& visit, const HttpFields& kept, const Bars& bars,
                const std::string& title) {
  std::uint64_t most = 1;
  for (const Bar& bar : bars) most = std::max(most, bar.count);
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
  for (const Bar& bar : bars) {
    if (bar.count > 0) {
      const double share = static_cast<double>(bar.count) / static_cast<double>(most);
      write_bar(html, visit, kept, bar, left, step, share);
    }
    left += step;
  }
  const std::string foot = std::to_string(kHeight - kFoot), base = std::to_string(kHeight - 4);
  html.lone("line", {{"x1", "0"}, {"y1", foot}, {"x2", fmt::format("{:.1f}", left)}, {"y2", foot}});
  html.element("text", {{"x", "0"}, {"y", base}},
               bars.front().label.substr(0, bars.front().label.find("–")));
  if (left > 110) {
    html.element("text", {{"x", fmt::format("{:.1f}", left)}, {"y", base}, {"text-anchor", "end"}},
                 end_of(bars.back()));
  }
  html.close().close();
}

void write_table(HtmlWriter& html, const PageVisit& visit, const HttpFields& kept, const Bars& bars,
                 const Wording& unit) {
  html.open("table").open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, visit.say(unit));
  html.element("th", {{"scope", "col"}, {"class", "number"}}, visit.say(search_words::kCount));
  html.close().close().open("tbody");
  for (const Bar& bar : bars) {
    if (bar.count == 0) continue;
    html.open("tr").open("th", {{"scope", "row"}});
    html.link(address_of(visit, kept, bar.value), bar.label).close();
    html.element("td", {{"class", "number"}}, grouped(bar.count)).close();
  }
  html.close().close();
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
  const std::string title = visit.say(title_words(bars.front()));
  html.open("section", {{"class", "months"}, {"aria-label", title}});
  html.element("p", {{"class", "faint small"}}, title);
  write_plot(html, visit, kept, bars, title);
  const bool ranged = !visit.field("from").empty() || !visit.field("to").empty();
  html.open("details", {only_if(ranged, "open")});
  html.element("summary", visit.say(search_words::kTableAndRange));
  write_range(html, visit, kept);
  write_table(html, visit, kept, bars, unit_words(bars.front()));
  html.close().close();
  return html.take();
}

}  // namespace ibid
