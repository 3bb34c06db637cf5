// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/tools/serve/plots/svg_elements.h"
#include "tools/serve/plots/month_bars.h"
#include "tools/serve/plots/share_rows.h"
#include "tools/serve/plots/source_graph.h"
#include "tools/serve/plots/time_spans.h"

namespace ibid {
namespace {

using testing::HasSubstr;

const PlotFrame kFrame = {"p", "Passages by month", "Most in 2024-06"};
constexpr char kHostile[] =
    "<img src=x onerror=alert(1)>\"' onload='x' &lt; ]]> </svg></title>\x1B[31m\xE2\x80\xAE\xFF\n"
    "<script>alert(1)</script>";

std::vector<MonthCount> months(std::size_t count, const std::string& words) {
  std::vector<MonthCount> out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t month = i % 12 + 1;
    out.push_back(
        {std::to_string(1900 + i / 12) + (month < 10 ? "-0" : "-") + std::to_string(month), i + 1,
         i / 2, words, "/?q=" + words});
  }
  return out;
}

std::vector<ShareRow> rows(std::size_t count, const std::string& words) {
  std::vector<ShareRow> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back({words, "/source/" + words, {{i % 2 == 0 ? "" : words, i, count, words}}});
  }
  return out;
}

std::vector<TimeSpan> spans(std::size_t count, const std::string& words) {
  std::vector<TimeSpan> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back({words, "/" + words, std::to_string(1000 + i), "2024-06-27", words});
  }
  return out;
}

SourceGraph graph(std::size_t count, const std::string& words) {
  SourceGraph out;
  for (std::size_t i = 0; i < count; ++i) {
    out.nodes.push_back({words, words, "/" + words, i, i + 1});
    if (i > 0) out.edges.push_back({i / 2, i, i, words, "/" + words});
  }
  return out;
}

struct Plot {
  const char* name;
  std::function<std::string(const PlotFrame&, std::size_t, const std::string&)> draw;
};

const std::vector<Plot>& plots() {
  static const std::vector<Plot> kPlots = {
      {"months", [](auto& f, auto n, auto& w) { return month_bars_svg(f, months(n, w)).text(); }},
      {"shares", [](auto& f, auto n, auto& w) { return share_rows_svg(f, rows(n, w)).text(); }},
      {"spans", [](auto& f, auto n, auto& w) { return time_spans_svg(f, spans(n, w)).text(); }},
      {"graph", [](auto& f, auto n, auto& w) { return source_graph_svg(f, graph(n, w)).text(); }},
      {"matrix", [](auto& f, auto n, auto& w) { return source_matrix_svg(f, graph(n, w)).text(); }},
  };
  return kPlots;
}

TEST(Plots, AreWellFormedAndTheSameEachTimeWhateverTheyAreOf) {
  for (const Plot& plot : plots()) {
    for (const std::size_t count : {0, 1, 2, 30, 1000}) {
      for (const std::string words : {"SNE Research", "국제에너지기구 전망", kHostile, ""}) {
        SCOPED_TRACE(std::string(plot.name) + " of " + std::to_string(count) + " " + words);
        const std::string svg = plot.draw(kFrame, count, words);
        const auto elements = svg_elements(svg);
        ASSERT_FALSE(elements.empty());
        EXPECT_EQ(elements[0].attributes.at("aria-labelledby"), "p-title");
        EXPECT_EQ(elements[0].attributes.at("aria-describedby"), "p-desc");
        EXPECT_EQ(elements[1].text, "Passages by month");
        EXPECT_EQ(elements[2].text, "Most in 2024-06");
        EXPECT_EQ(svg, plot.draw(kFrame, count, words));
        EXPECT_LT(svg.size(), 400'000U);
      }
    }
  }
}

TEST(Plots, HoldNoWordOfAReportAsMarkupAndShowWhatWouldHideText) {
  for (const Plot& plot : plots()) {
    SCOPED_TRACE(plot.name);
    const std::string svg = plot.draw({"p", kHostile, kHostile}, 3, kHostile);
    EXPECT_EQ(svg.find("<img"), std::string::npos);
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_EQ(svg.find("\xE2\x80\xAE"), std::string::npos);
    for (const SvgElement& element : svg_elements(svg)) {
      EXPECT_FALSE(element.attributes.contains("onerror") || element.attributes.contains("onload"));
    }
  }
}

TEST(Plots, KeepAVeryLongLabelShort) {
  const std::string huge(10'000'000, 'x');
  std::string korean;
  for (int i = 0; i < 100'000; ++i) korean += "가";
  for (const Plot& plot : plots()) {
    for (const std::string* label : std::initializer_list<const std::string*>{&huge, &korean}) {
      // Links are whole.
      EXPECT_LT(plot.draw(kFrame, 1, *label).size(), 2 * label->size() + 10'000) << plot.name;
    }
  }
  EXPECT_EQ(plot_label("국제에너지기구", 9), "국제에너…");
  EXPECT_EQ(plot_label("a\nb\tc", 9), "a b c");
  EXPECT_EQ(plot_label(korean, 5), "가가…");
}

TEST(Plots, HaveLinksThatAreNoStopsOfTheTabKey) {
  for (const Plot& plot : plots()) {
    const auto links = named(svg_elements(plot.draw(kFrame, 3, "a b")), "a");
    EXPECT_GE(links.size(), 3U) << plot.name;
    for (const SvgElement& link : links) {
      EXPECT_THAT(link.attributes.at("href"), HasSubstr("a b"));
      EXPECT_EQ(link.attributes.at("tabindex"), "-1");
      EXPECT_THAT(link.attributes.at("aria-label"), HasSubstr("a b"));
    }
  }
}

TEST(MonthBars, LeaveAGapAndAreAsHighAsTheCount) {
  const auto elements = svg_elements(month_bars_svg(
      kFrame, {{"2024-03", 10, 5, "March", "/?m=3"}, {"2023-12", 40, 0, "December", ""}}));
  const auto bars = with_class(elements, "chart-bar");
  ASSERT_EQ(bars.size(), 2U);
  // Four months: each a quarter of the width, nine tenths of it filled.
  EXPECT_EQ(bars[0].attributes.at("x"), "1.25%");
  EXPECT_EQ(bars[1].attributes.at("x"), "76.25%");
  EXPECT_EQ(bars[0].attributes.at("height"), "96");
  EXPECT_EQ(bars[1].attributes.at("height"), "24");
  const auto parts = with_class(elements, "chart-part");
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].attributes.at("height"), "12");
  const auto words = with_class(elements, "chart-faint");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].text, "40");
  EXPECT_EQ(words[1].text, "2023-12");
  EXPECT_EQ(words[2].text, "2024-03");
}

TEST(MonthBars, AreYearsOrMoreWhereMonthsWouldBeTooNarrow) {
  struct Case {
    const char *first, *last;
    std::size_t bars;
    const char* words;
  };
  for (const Case& c :
       {Case{"2020-01", "2039-12", 2, "first"}, Case{"2020-01", "2040-01", 2, "2020: 7"},
        Case{"1500-01", "2024-01", 2, "1500–1509: 7"},
        Case{"0001-01", "9999-12", 2, "0000–0099: 7"}}) {
    const auto elements = svg_elements(
        month_bars_svg(kFrame, {{c.first, 7, 0, "first", ""}, {c.last, 9, 0, "last", ""}}));
    EXPECT_EQ(with_class(elements, "chart-bar").size(), c.bars);
    EXPECT_EQ(named(elements, "title").at(1).text, c.words);
  }
}

TEST(MonthBars, DrawNoBarForWhatIsNoMonth) {
  for (const char* month :
       {"", "2024", "2024-", "2024-00", "2024-13", "2024-6", "0000-01", "20240-1", "2024-06-27",
        "abcd-01", "-024-01", "2024-0x", "이천이십사년"}) {
    const auto elements = svg_elements(
        month_bars_svg(kFrame, {{month, 7, 0, "x", ""}, {"2024-05", 1, 0, "May", ""}}));
    EXPECT_EQ(with_class(elements, "chart-bar").size(), 1U) << month;
  }
}

TEST(ShareRows, FillTheShareOfTheWidth) {
  const auto elements = svg_elements(
      share_rows_svg(kFrame, {{"A", "", {{"", 1, 4, "1 of 4"}}},
                              {"B", "", {{"figures", 9, 3, "9 of 3"}, {"sentences", 0, 0, "–"}}}}));
  const auto bars = with_class(elements, "chart-bar");
  ASSERT_EQ(bars.size(), 2U);
  EXPECT_EQ(bars[0].attributes.at("width"), "25%");
  EXPECT_EQ(bars[1].attributes.at("width"), "100%");  // never wider than its place
  EXPECT_EQ(with_class(elements, "chart-track").size(), 3U);
  EXPECT_EQ(named(elements, "title").at(2).text, "B: figures 9 of 3; sentences –");
}

TEST(ShareRows, HaveALabelForNarrowPlacesAndALongerOneForWideOnes) {
  const std::string title = "Geopolitical Shifts: Russia, China, and North Korea's Alliances";
  const auto elements = svg_elements(share_rows_svg(kFrame, {{title, "", {{"", 1, 4, "1 of 4"}}}}));
  EXPECT_EQ(with_class(elements, "chart-wide").at(0).text, title);
  EXPECT_EQ(with_class(elements, "chart-narrow").at(0).text, "Geopolitical Shifts: Ru…");
  EXPECT_TRUE(with_class(svg_elements(share_rows_svg(kFrame, {{"A", "", {{"", 1, 4, ""}}}})),
                         "chart-narrow")
                  .empty());
}

TEST(TimeSpans, BeginAndEndWhereTheirDaysAre) {
  const auto elements =
      svg_elements(time_spans_svg(kFrame, {{"A", "", "2024-01-01", "2024-12-31", "3 passages"},
                                           {"B", "", "2024-07-01", "", ""},
                                           {"C", "", "", "", "no date"},
                                           {"D", "", "2024-02-31", "2024-13", "no day"}}));
  const auto lines = with_class(elements, "chart-span");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].attributes.at("x1"), "2%");
  EXPECT_EQ(lines[0].attributes.at("x2"), "98%");
  EXPECT_EQ(lines[1].attributes.at("x1"), "49.87%");  // day 182 of 365
  EXPECT_EQ(lines[1].attributes.at("x2"), "49.87%");
  EXPECT_EQ(named(elements, "title").at(1).text, "A: 2024-01-01 – 2024-12-31, 3 passages");
}

TEST(SourceGraphs, AreDrawnAsAMatrixAboveThirtyNodes) {
  EXPECT_EQ(with_class(svg_elements(source_graph_svg(kFrame, graph(30, "a"))), "chart-node").size(),
            30U);
  const auto matrix = svg_elements(source_graph_svg(kFrame, graph(31, "a")));
  EXPECT_TRUE(with_class(matrix, "chart-node").empty());
  EXPECT_EQ(with_class(matrix, "chart-bar").size(), 2 * 30U);  // 30 edges
}

TEST(SourceGraphs, DrawHeavyEdgesBroadAndNoEdgeOfANodeThatIsNotThere) {
  SourceGraph three = graph(3, "a");
  three.edges = {{0, 1, 8, "", ""}, {1, 2, 2, "", ""}, {0, 3, 5, "", ""}, {1, 1, 5, "", ""}};
  const auto edges = with_class(svg_elements(source_graph_svg(kFrame, three)), "chart-edge");
  ASSERT_EQ(edges.size(), 2U);
  EXPECT_EQ(edges[0].attributes.at("stroke-width"), "8");
  EXPECT_EQ(edges[1].attributes.at("stroke-width"), "2.75");
}

TEST(SourceMatrix, HasEachPairTwiceAndAnAreaThatShowsTheCount) {
  SourceGraph two = graph(2, "a");
  two.edges = {{0, 1, 8, "", ""}};
  const auto cells = with_class(svg_elements(source_matrix_svg(kFrame, two)), "chart-bar");
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].attributes.at("width"), "18");
  EXPECT_EQ(cells[0].attributes.at("x"), "241");
  EXPECT_EQ(cells[0].attributes.at("y"), "25");
  EXPECT_EQ(cells[1].attributes.at("x"), "221");
  EXPECT_EQ(cells[1].attributes.at("y"), "45");
}

}  // namespace
}  // namespace ibid
