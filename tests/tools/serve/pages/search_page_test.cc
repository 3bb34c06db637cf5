// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>
#include <gmock/gmock.h>

#include "tests/support/sample_index.h"
#include "tests/tools/serve/pages/site_of_samples.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::page_faults;
using testing::PageElement;
using testing::read_page;
using testing::ReadPage;
using testing::report_with;
using testing::request_of;
using testing::Site;
using testing::site_of_samples;
using testing::TestIndex;

std::vector<std::string> texts_of(const ReadPage& page, std::string_view selector) {
  std::vector<std::string> out;
  for (const PageElement* element : page.all(selector)) out.push_back(element->text);
  return out;
}

const PageElement* link_of(const ReadPage& page, std::string_view text) {
  for (const PageElement* link : page.all("a")) {
    if (link->text == text) return link;
  }
  return nullptr;
}

std::vector<std::string> permalinks_of(const ReadPage& page) {
  std::vector<std::string> out;
  for (const PageElement* item : page.all("li")) {
    if (item->attributes.contains("data-permalink")) {
      out.push_back(item->attributes.at("data-permalink"));
    }
  }
  return out;
}

TEST(SearchPage, ShowsTheHitsOfTheSearchInItsOrder) {
  testing::SampleIndex index;
  for (const std::string query : {"russia treaty", "러시아 조약", "S-400 인도 india"}) {
    const ReadPage page = site_of_samples().page("/", {{"q", query}, {"fold", "no"}});
    const SearchResult result = index.searcher().search(query, {});
    std::vector<std::string> permalinks;
    for (const Hit& hit : result.hits) permalinks.push_back(hit.passage.permalink);
    EXPECT_EQ(permalinks_of(page), permalinks) << query;
    EXPECT_THAT(page.one("main").text, HasSubstr(fmt::format("{} passages match", result.matches)));
    EXPECT_EQ(page.attribute("#q", "value"), query);
  }
}

TEST(SearchPage, MarksTheWordsOfTheQuery) {
  const ReadPage page = site_of_samples().page("/", {{"q", "+조약"}});
  for (const std::string& mark : texts_of(page, "mark")) EXPECT_THAT(mark, HasSubstr("조약"));
  EXPECT_THAT(page.all("mark"), Not(IsEmpty()));
}

TEST(SearchPage, ChoosesAndRemovesTwoValuesOfOneFacet) {
  Site& site = site_of_samples();
  ReadPage page = site.page("/", {{"q", "trade 교역"}, {"sort", "date"}});
  std::vector<std::string> chosen;
  for (int i = 0; i < 2; ++i) {
    bool in_reports = false;
    std::string address;
    for (const PageElement& element : page.elements) {
      if (element.name == "h3") in_reports = element.text == "Report";
      if (in_reports && element.name == "a" && address.empty())
        address = element.attributes.at("href");
    }
    ASSERT_FALSE(address.empty());
    const HttpRequest next = request_of(address);
    EXPECT_THAT(next.query, Contains(std::pair<std::string, std::string>("sort", "date")));
    chosen.push_back(next.query.back().second);
    page = site.page(next.path, next.query);
  }
  ASSERT_EQ(page.all("ul.chosen").size(), 1U);
  for (const std::string& permalink : permalinks_of(page)) {
    const std::string report = permalink.substr(0, permalink.find('#'));
    EXPECT_THAT(chosen, Contains(report));
  }
  const PageElement* remove = link_of(page, "Report: " + chosen[0] + " ×");
  ASSERT_NE(remove, nullptr);
  const HttpRequest without = request_of(remove->attributes.at("href"));
  EXPECT_EQ(without.query,
            (HttpFields{{"q", "trade 교역"}, {"sort", "date"}, {"report", chosen[1]}}));
}

TEST(SearchPage, PagesThroughAllHitsOnce) {
  Site& site = site_of_samples();
  std::vector<std::string> seen;
  HttpRequest next = request_of("/?q=russia%20%EB%9F%AC%EC%8B%9C%EC%95%84&fold=no");
  for (int pages = 0; pages < 20; ++pages) {
    const ReadPage page = site.page(next.path, next.query);
    for (std::string& permalink : permalinks_of(page)) seen.push_back(std::move(permalink));
    const PageElement* link = link_of(page, "Next →");
    if (link == nullptr) break;
    next = request_of(link->attributes.at("href"));
  }
  const SearchResult all = testing::search_in(testing::sample_index().index(), "russia 러시아",
                                              testing::SampleIndex::everything());
  std::vector<std::string> permalinks;
  for (const Hit& hit : all.hits) permalinks.push_back(hit.passage.permalink);
  EXPECT_GT(permalinks.size(), 20U);
  EXPECT_EQ(seen, permalinks);
}

TEST(SearchPage, FoldsNearCopiesAndNamesThem) {
  TestIndex index;
  const std::string text =
      "The three ministers agreed to build a common gas pipeline across the bay.";
  index.write("a.txt", report_with("A", {text}));
  index.write("b.txt", report_with("B", {text}));
  index.update_all();
  Site site(index.index());
  const ReadPage folded = site.page("/", {{"q", "pipeline"}});
  EXPECT_EQ(permalinks_of(folded).size(), 1U);
  EXPECT_THAT(texts_of(folded, "summary"), Contains("1 more nearly alike"));
  EXPECT_EQ(permalinks_of(site.page("/", {{"q", "pipeline"}, {"fold", "no"}})).size(), 2U);
}

TEST(SearchPage, ExplainsHitsWhenAsked) {
  const ReadPage page = site_of_samples().page("/", {{"q", "treaty"}, {"explain", "1"}});
  EXPECT_THAT(texts_of(page, "th"), Contains("Found as"));
  EXPECT_THAT(texts_of(page, "td.form"), Contains("exact"));
}

TEST(SearchPage, NamesFormsInTheLanguageOfThePage) {
  for (const std::string query :
       {"S-400 India", "러시아의 조약을", "\"no limits\"", "treaty NEAR/8 russia", "weapon*",
        "$5.4 billion", "title:air", "section:price", "entity:THAAD", "missles",
        "밝혔다 defense 북러"}) {
    const ReadPage page = site_of_samples().page(
        "/", {{"q", query}, {"explain", "1"}, {"lang", "ko"}, {"limit", "20"}});
    std::size_t forms = 0;
    for (const std::string& form : texts_of(page, "td.form")) {
      const bool korean = std::ranges::any_of(form, [](char c) {
        return static_cast<unsigned char>(c) >= 0xEA && static_cast<unsigned char>(c) <= 0xED;
      });
      EXPECT_TRUE(korean) << query << ": " << form;
      ++forms;
    }
    EXPECT_GT(forms, 0U) << query;
  }
}

TEST(SearchPage, CertifiesThatNothingWasFound) {
  for (const char* language : {"en", "ko"}) {
    const ReadPage page =
        site_of_samples().page("/", {{"q", "+zeppelins +비행선은"}, {"lang", language}});
    const std::string text = page.one(".certificate").text;
    for (const char* told : {"+zeppelins +비행선은", "zeppelins, zeppelin", "비행선은, 비행선"}) {
      EXPECT_THAT(text, HasSubstr(told)) << language;
    }
    const SearchResult result =
        testing::search_in(testing::sample_index().index(), "+zeppelins +비행선은", {});
    ASSERT_EQ(result.matches, 0U);
    EXPECT_THAT(text, HasSubstr(std::to_string(result.index.passages))) << language;
    EXPECT_THAT(page.one(".sheet").text, HasSubstr("zeppelins")) << language;
  }
}

TEST(SearchPage, MarksStaleFiles) {
  TestIndex index;
  index.write("a.txt", report_with("A", {"A gas pipeline."}));
  index.update_all();
  index.change("a.txt", report_with("A", {"A gas pipeline across the bay."}));
  Site site(index.index());
  EXPECT_THAT(site.page("/", {{"q", "pipeline"}}).one("main").text,
              HasSubstr("The file has changed since it was indexed"));
}

TEST(SearchPage, StaysSmall) {
  const HttpResponse response = site_of_samples().get("/", {{"q", "russia 러시아 trade 교역"}});
  EXPECT_LE(response.body.size(), 60'000U);
  const ReadPage page = read_page(response.body);
  EXPECT_EQ(permalinks_of(page).size(), 10U);
}

TEST(SearchPage, KeepsChoicesForAnotherQueryFromTheBox) {
  const HttpResponse response = site_of_samples().get(
      "/", {{"q", "x"}, {"language", "ko"}, {"offset", "10"}, {"lang", "ko"}});
  const std::string form = response.body.substr(response.body.find("<form"));
  const std::string box = form.substr(0, form.find("</form>"));
  EXPECT_THAT(box, HasSubstr("name=\"language\" value=\"ko\""));
  EXPECT_THAT(box, HasSubstr("name=\"lang\" value=\"ko\""));
  EXPECT_THAT(box, Not(HasSubstr("offset")));
}

TEST(SearchPage, SeesAnUpdateAtOnce) {
  TestIndex index;
  index.write("a.txt", report_with("A", {"A gas pipeline."}));
  index.update_all();
  Site site(index.index());
  EXPECT_EQ(permalinks_of(site.page("/", {{"q", "pipeline"}})).size(), 1U);
  index.write("b.txt", report_with("B", {"Another pipeline, of oil."}));
  index.update_all();
  EXPECT_EQ(permalinks_of(site.page("/", {{"q", "pipeline"}})).size(), 2U);
}

}  // namespace
}  // namespace ibid
