// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>
#include <gmock/gmock.h>

#include "tests/support/sample_index.h"
#include "tests/tools/serve/pages/site_of_samples.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::PageElement;
using testing::ReadPage;
using testing::report_with;
using testing::Site;
using testing::TestIndex;

constexpr char kCited[] = "The ministers signed a gas treaty in May (source: Daily Ledger).";

class PassagePageTest : public ::testing::Test {
 protected:
  PassagePageTest() {
    index_.write("a.txt", report_with("Gas", {kCited, "Nothing else happened."}));
    index_.write("b.txt",
                 report_with("More gas", {"The treaty costs $3 billion (source: Daily Ledger)."}));
    index_.update_all();
    const SearchResult result = testing::search_in(index_.index(), "+ministers", {});
    permalink_ = result.hits.at(0).passage.permalink;
    id_ = result.hits.at(0).passage.id;
  }
  ReadPage page(const HttpFields& query = {}, int status = 200) {
    return Site(index_.index()).page("/passage/" + permalink_, query, status);
  }
  static std::string text_of(const ReadPage& page) { return page.one("main").text; }

  TestIndex index_;
  std::string permalink_, id_;
};

TEST_F(PassagePageTest, ShowsThePassageInItsContextWithWordsOfTheQueryMarked) {
  const ReadPage page = this->page({{"q", "treaties 조약"}});
  EXPECT_EQ(page.one("#passage").text, kCited);
  ASSERT_EQ(page.all("mark").size(), 1U);
  EXPECT_EQ(page.one("mark").text, "treaty");
  EXPECT_THAT(text_of(page), HasSubstr("Nothing else happened."));
  EXPECT_EQ(page.attribute("#passage", "data-permalink"), permalink_);
}

TEST_F(PassagePageTest, IsShownWithoutMarksForAQueryThatCannotBeRead) {
  EXPECT_THAT(page({{"q", "treaty date:never"}}).all("mark"), IsEmpty());
}

TEST_F(PassagePageTest, ShowsTheSourceAndTheOtherSentencesItIsCitedFor) {
  const ReadPage page = this->page();
  std::vector<std::string> quotes;
  for (const PageElement* quote : page.all("blockquote")) quotes.push_back(quote->text);
  EXPECT_THAT(quotes, Contains(kCited));
  EXPECT_THAT(text_of(page), HasSubstr("The treaty costs $3 billion"));
}

TEST_F(PassagePageTest, OffersCitationsAsText) {
  const ReadPage page = this->page();
  std::map<std::string, std::string> forms;
  for (const PageElement* pre : page.all("pre")) {
    forms[pre->attributes.at("data-copyable")] = pre->text;
  }
  EXPECT_EQ(forms["Permalink"], permalink_);
  EXPECT_THAT(forms["Quotation with its source"],
              ::testing::StartsWith(fmt::format("“{}” (", kCited)));
  EXPECT_THAT(forms["BibTeX"], ::testing::StartsWith("@"));
  EXPECT_THAT(forms["RIS"], ::testing::StartsWith("TY  - "));
  EXPECT_THAT(forms["APA"], HasSubstr("Gas"));
  EXPECT_THAT(forms["Chicago"], HasSubstr("Gas"));
}

TEST_F(PassagePageTest, SaysThatAPermalinkIsTheSame) {
  EXPECT_THAT(text_of(page()), HasSubstr("same The cited text is still there, to the byte."));
}

TEST_F(PassagePageTest, LeadsToTheNewPlaceOfAMovedText) {
  index_.change("a.txt", report_with("Gas", {"A new first section.", kCited}));
  index_.update_all();
  const ReadPage page = this->page();
  EXPECT_THAT(text_of(page), HasSubstr("moved The cited text is elsewhere now"));
  EXPECT_EQ(page.one("#passage").text, kCited);
  EXPECT_NE(page.attribute("#passage", "data-permalink"), permalink_);
}

TEST_F(PassagePageTest, ShowsWhatHasChangedInACitedText) {
  const std::string now = "The ministers signed an oil treaty in May (source: Daily Ledger).";
  index_.change("a.txt", report_with("Gas", {now, "Nothing else happened."}));
  index_.update_all();
  const ReadPage asked = page();
  EXPECT_THAT(text_of(asked), HasSubstr("changed The cited text is nowhere in the index."));
  EXPECT_THAT(asked.all("del"), IsEmpty());
  EXPECT_EQ(asked.all("textarea").size(), 1U);
  const ReadPage compared = page({{"cited", kCited}});
  EXPECT_EQ(compared.one("del").text, "a gas");
  EXPECT_EQ(compared.one("ins").text, "an oil");
  EXPECT_THAT(text_of(compared), HasSubstr("it is the cited text"));
  EXPECT_THAT(text_of(page({{"cited", "Something else."}})),
              HasSubstr("may not be what was cited"));
}

TEST_F(PassagePageTest, SaysThatAPermalinkIsGone) {
  index_.remove("a.txt");
  index_.update_all();
  const ReadPage page = this->page({}, 404);
  EXPECT_THAT(text_of(page), HasSubstr("gone Neither the cited text nor this id"));
  EXPECT_THAT(text_of(page), HasSubstr("does not hold the report, either"));
}

TEST_F(PassagePageTest, TakesAnIdWithoutHashAndAsAField) {
  Site site(index_.index());
  EXPECT_EQ(site.page("/passage/" + id_).one("#passage").text, kCited);
  EXPECT_EQ(site.page("/passage", {{"id", id_}}).one("#passage").text, kCited);
}

TEST_F(PassagePageTest, CarriesThePermalinkOnPrintedSheets) {
  EXPECT_THAT(page().one(".sheet").text, HasSubstr(permalink_ + " · generation 1"));
}

TEST_F(PassagePageTest, ComparesTwoPassages) {
  Site site(index_.index());
  const SearchResult other = testing::search_in(index_.index(), "+costs", {});
  const ReadPage page =
      site.page("/compare", {{"a", permalink_}, {"b", other.hits.at(0).passage.permalink}});
  std::vector<std::string> marked, cells;
  for (const PageElement* words : page.all("mark")) marked.push_back(words->text);
  for (const PageElement* cell : page.all("td")) cells.push_back(cell->text);
  EXPECT_THAT(marked, Contains("ministers signed a gas"));
  EXPECT_THAT(marked, Contains("costs $3 billion"));
  EXPECT_THAT(cells, Contains("$3 billion"));
  EXPECT_THAT(cells, Contains("Daily Ledger"));
}

TEST(ComparePage, MarksNoWordsOfTwoLanguages) {
  const ReadPage page = testing::site_of_samples().page(
      "/compare", {{"a", "indo-pacific-air-defence-2024-07-15#2-1.1"},
                   {"b", "indo-pacific-air-defence-ko-2024-07-16#2-1.1"}});
  EXPECT_TRUE(page.all("mark").empty());
  EXPECT_THAT(page.one("main").text, HasSubstr("in two languages"));
  EXPECT_THAT(page.one("main").text, HasSubstr("$5.43 billion"));
}

}  // namespace
}  // namespace ibid
