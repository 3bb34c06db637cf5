// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/month_bars.h"

#include <gmock/gmock.h>

#include "tests/support/page_checks.h"

namespace ibid {
namespace {

using testing::PageElement;
using testing::read_page;
using testing::ReadPage;

ReadPage bars_of(const std::vector<FacetCount>& months, const HttpFields& kept) {
  ServedIndex index("/nowhere");
  const PageOptions options{&index};
  const HttpRequest request{HttpMethod::kGet, "/", kept, {}, ""};
  const PageVisit visit(request, options);
  const std::string html = month_bars(visit, months, kept).text();
  return read_page("<!doctype html><html lang=en><head><title>x</title></head><body>" + html);
}

std::vector<std::string> labels_of(const ReadPage& page) {
  std::vector<std::string> labels;
  for (const PageElement* link : page.all("a")) {
    if (link->attributes.contains("aria-label"))
      labels.push_back(link->attributes.at("aria-label"));
  }
  return labels;
}

TEST(MonthBars, AreLinksThatChooseTheirMonth) {
  const ReadPage page = bars_of({{"2024-03", 1}, {"2023-12", 20}}, {{"q", "x y"}});
  EXPECT_EQ(page.parse_errors, 0U);
  EXPECT_THAT(labels_of(page),
              ::testing::ElementsAre("2023-12: 20 passages match", "2024-03: 1 passage matches"));
  EXPECT_EQ(page.all("a").front()->attributes.at("href"), "/?q=x%20y&date=2023-12");
  EXPECT_THAT(page.one("tbody").text, "2023-1220\n2024-031\n");
}

TEST(MonthBars, StandAsFarApartAsTheirMonths) {
  const ReadPage page = bars_of({{"2023-11", 1}, {"2023-12", 1}, {"2024-03", 1}}, {});
  std::vector<double> left;
  for (const PageElement* bar : page.all("rect.hit"))
    left.push_back(std::stod(bar->attributes.at("x")));
  ASSERT_EQ(left.size(), 3U);
  EXPECT_NEAR(left[2] - left[1], 3 * (left[1] - left[0]), 0.2);
}

TEST(MonthBars, AreOfLongerPeriodsIfTheyWouldBeTooNarrow) {
  const struct {
    const char *first, *last;
    std::vector<std::string> labels;
    const char* address;  // of the second
  } cases[] = {
      {"2022-01",
       "2024-06",
       {"2022-01: 2 passages match", "2024-06: 3 passages match"},
       "/?date=2024-06"},
      {"2021-12",
       "2024-06",
       {"2021-10–2021-12: 2 passages match", "2024-04–2024-06: 3 passages match"},
       "/?date=2024-04..2024-06"},
      {"2016-12", "2024-06", {"2016: 2 passages match", "2024: 3 passages match"}, "/?date=2024"},
      {"1990-01",
       "2024-06",
       {"1990–1994: 2 passages match", "2020–2024: 3 passages match"},
       "/?date=2020..2024"},
      {"0001-01",
       "2024-06",
       {"0000–0099: 2 passages match", "2000–2099: 3 passages match"},
       "/?date=2000..2099"}};
  for (const auto& one : cases) {
    const ReadPage page = bars_of({{one.first, 2}, {one.last, 3}}, {});
    EXPECT_EQ(labels_of(page), one.labels) << one.first;
    EXPECT_EQ(page.all("a")[1]->attributes.at("href"), one.address);
    for (const PageElement* bar : page.all("rect.hit")) {
      EXPECT_GE(std::stod(bar->attributes.at("width")), 24) << one.first;
    }
  }
}

TEST(MonthBars, AreYearsIfMonthsAreNotKnown) {
  EXPECT_THAT(labels_of(bars_of({{"2023-00", 2}, {"2024-06", 3}}, {})),
              ::testing::ElementsAre("2023: 2 passages match", "2024: 3 passages match"));
}

TEST(MonthBars, AreLeftOutForFewerThanTwoAndForWhatIsNoMonth) {
  for (const std::vector<FacetCount>& months : {std::vector<FacetCount>{},
                                                {{"2024-06", 3}},
                                                {{"2024-06", 3}, {"", 1}, {"none", 2}},
                                                {{"2024-06-01", 3}, {"xxxx-yy", 3}},
                                                {{"2023-00", 2}}}) {
    EXPECT_TRUE(bars_of(months, {}).all("svg").empty());
  }
}

}  // namespace
}  // namespace ibid
