// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/report_pages/report_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/asked_pages.h"
#include "tests/support/extracted_index.h"
#include "tests/support/test_index.h"
#include "tools/serve/report_pages/page_of_report.h"

namespace ibid {
namespace {

using testing::AskedPages;
using ::testing::HasSubstr;
using testing::header_of;
using testing::kHostilePassage;
using ::testing::Not;
using testing::PageElement;
using testing::ReadPage;
using testing::report_with;
using ::testing::StartsWith;
using testing::TestIndex;

std::vector<std::string> texts(const ReadPage& page, std::string_view selector) {
  std::vector<std::string> out;
  for (const PageElement* element : page.all(selector)) out.push_back(element->text);
  return out;
}

std::vector<std::string> links(const ReadPage& page) {
  std::vector<std::string> out;
  for (const PageElement* link : page.all("a")) out.push_back(link->attributes.at("href"));
  return out;
}

class ReportPages : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("two.txt",
                report_with("Two Pacts", {"India paid $5.4 billion in 2018 (source: Reuters).",
                                          "The price was never published."}));
    test_.write("협정.txt", report_with("두 협정", {"인도는 54억 달러를 냈다 (출처: 연합뉴스)."}));
    test_.write("bad.txt", report_with(kHostilePassage, {kHostilePassage}));
    test_.update_all();
    pages_ = std::make_unique<AskedPages>(test_.index(), report_page_routes());
  }

  TestIndex test_;
  std::unique_ptr<AskedPages> pages_;
};

TEST_F(ReportPages, ListEveryReportWithALink) {
  const ReadPage page = pages_->page("/reports");
  EXPECT_EQ(texts(page, "tbody").size(), 1U);
  EXPECT_THAT(texts(page, "tbody")[0], HasSubstr("Two Pacts"));
  EXPECT_THAT(texts(page, "tbody")[0], HasSubstr("두 협정"));
  EXPECT_THAT(links(page), ::testing::Contains("/report/two"));
  EXPECT_EQ(page.all("tr").size(), 4U);
}

TEST_F(ReportPages, ListTheReportsThatMatchAQuery) {
  const ReadPage page = pages_->page("/reports", {{"q", "협정"}});
  EXPECT_EQ(page.all("tr").size(), 2U);
  EXPECT_THAT(pages_->body("/reports", {{"q", "nothing-has-this"}}),
              HasSubstr("There are no such reports"));
  EXPECT_EQ(pages_->get("/reports", {{"q", "date:never"}}).status, 400);
}

TEST_F(ReportPages, ShowTheTextWithAPlaceForEachPassage) {
  const ReadPage page = pages_->page("/report/two");
  EXPECT_EQ(page.one("h1").text, "Two Pacts");
  EXPECT_THAT(texts(page, "p.passage"),
              ::testing::ElementsAre("India paid $5.4 billion in 2018 (source: Reuters).",
                                     "The price was never published."));
  EXPECT_THAT(page.one("#2.1").text, HasSubstr("Reuters"));
  EXPECT_THAT(links(page), ::testing::Contains("/source?id=Reuters"));
  EXPECT_THAT(links(page), ::testing::Contains("#s-2"));
  EXPECT_THAT(links(page), ::testing::Contains("/report/two/original"));
}

TEST_F(ReportPages, PutFindingsIntoTheMarginOfTheirPassage) {
  const ReadPage page = pages_->page("/report/two");
  EXPECT_THAT(page.one("#3.1").text, HasSubstr("uncited"));
  EXPECT_THAT(page.one("#2.1").text, Not(HasSubstr("uncited")));
  const ReadPage without = pages_->page("/report/two", {{"findings", "none"}});
  EXPECT_THAT(without.one("#3.1").text, Not(HasSubstr("uncited")));
}

TEST_F(ReportPages, SayWhereTitleAndDateComeFrom) {
  EXPECT_THAT(texts(pages_->page("/report/two"), "details")[0], HasSubstr("2024-06-27"));
}

TEST_F(ReportPages, HoldNoWordOfAReportAsMarkup) {
  for (const char* path : {"/reports", "/report/bad"}) {
    const std::string body = pages_->body(path, {{"all", "1"}});
    EXPECT_THAT(body, Not(HasSubstr("<img")));
    EXPECT_THAT(body, Not(HasSubstr("<script>")));
    EXPECT_THAT(body, Not(HasSubstr("\xE2\x80\xAE")));
    EXPECT_THAT(body, HasSubstr("&lt;img src=x onerror=alert(1)&gt;"));
  }
}

TEST_F(ReportPages, SendTheFileThatWasIndexedToBeSaved) {
  const HttpResponse response = pages_->get("/report/협정/original");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "application/octet-stream");
  EXPECT_THAT(header_of(response, "Content-Disposition"), StartsWith("attachment; filename="));
  EXPECT_THAT(header_of(response, "Content-Disposition"),
              HasSubstr("filename*=UTF-8''%ED%98%91%EC%A0%95.txt"));
  EXPECT_EQ(response.body, report_with("두 협정", {"인도는 54억 달러를 냈다 (출처: 연합뉴스)."}));
}

TEST_F(ReportPages, SendNoFileThatHasChangedOrIsGone) {
  test_.change("two.txt", "secret");
  test_.remove("협정.txt");
  for (const char* path : {"/report/two/original", "/report/협정/original"}) {
    const HttpResponse response = pages_->get(path);
    EXPECT_EQ(response.status, 409);
    EXPECT_THAT(response.body, Not(HasSubstr("secret")));
  }
  EXPECT_THAT(pages_->body("/report/two"), HasSubstr("has changed since it was indexed"));
}

TEST_F(ReportPages, OpenNothingThatIsNoReport) {
  for (const char* path :
       {"/report/", "/report//etc/passwd", "/report//etc/passwd/original", "/report/two#2.1",
        "/report/original", "/report//original", "/report/<script>", "/report/none",
        "/report/two/original/original", "/report/two.txt/../two"}) {
    const HttpResponse response = pages_->get(path);
    EXPECT_TRUE(response.status == 404 || response.status == 303) << path << response.status;
    EXPECT_THAT(response.body, Not(HasSubstr("<script>")));
  }
  EXPECT_EQ(header_of(pages_->get("/report/tw"), "Location"), "/report/two");
}

TEST(LongReport, IsShownInPartsAndAtThePassageAskedFor) {
  std::vector<std::string> passages;
  for (int i = 0; i < 700; ++i) passages.push_back("Passage number " + std::to_string(i) + ".");
  TestIndex test;
  test.write("long.txt", report_with("Long", passages));
  test.update_all();
  AskedPages pages(test.index(), report_page_routes());
  // 700 headings and 700 passages, 600 lines a page.
  EXPECT_EQ(pages.page("/report/long").all("p.passage").size(), 300U);
  EXPECT_EQ(pages.page("/report/long", {{"from", "1201"}}).all("p.passage").size(), 100U);
  const ReadPage at = pages.page("/report/long", {{"at", "502.1"}});
  EXPECT_THAT(at.one("#502.1").text, HasSubstr("Passage number 500."));
  for (const char* from : {"0", "-1", "1401", "99999999999999999999", "x", "1x"}) {
    EXPECT_EQ(pages.page("/report/long", {{"from", from}}).all("p.passage").size(), 300U) << from;
  }
}

TEST(ReportRequests, TakeLongIfTheyCompareReports) {
  HttpRequest request;
  request.path = "/report/two";
  EXPECT_FALSE(is_long_report_page(request));
  request.query = {{"findings", "all"}};
  EXPECT_TRUE(is_long_report_page(request));
  request.path = "/reports";
  EXPECT_FALSE(is_long_report_page(request));
}

TEST(ReportRequests, NameAPageOrItsPicture) {
  const auto page = page_of_report("two/page/12");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->report, "two");
  EXPECT_EQ(page->page, 11U);
  EXPECT_FALSE(page->picture);
  EXPECT_TRUE(page_of_report("협정/page/1.png")->picture);
  EXPECT_EQ(page_of_report("a/page/1/page/2")->report, "a/page/1");
  for (const char* other :
       {"two/page/", "two/page/0", "two/page/01", "two/page/-1", "two/page/1.png.png",
        "two/page/1x", "two/page/4294967296", "two/page/99999999999999999999", "two/page/０"}) {
    const auto none = page_of_report(other);
    ASSERT_TRUE(none) << other;
    EXPECT_EQ(none->report, "two") << other;
    EXPECT_EQ(none->page, kNoPageNumber) << other;
  }
  for (const char* other : {"two", "/page/1", "two/page"}) {
    EXPECT_FALSE(page_of_report(other)) << other;
  }
}

TEST_F(ReportPages, HaveNoPicturesOfText) {
  const HttpResponse page = pages_->get("/report/two/page/1");
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, HasSubstr("is not a PDF"));
  const HttpResponse picture = pages_->get("/report/two/page/1.png");
  EXPECT_EQ(picture.status, 404);
  EXPECT_THAT(picture.content_type, StartsWith("text/plain"));
  EXPECT_THAT(picture.body, HasSubstr("is not a PDF"));
  EXPECT_EQ(pages_->get("/report/nobody/page/1.png").status, 404);
}

TEST(PagesOfReports, ShowTheirPassagesAndMarkOne) {
  testing::ExtractedIndex index;
  testing::DocumentOf document(AnchorGrade::kPage);
  document.paragraph("The harbour took 54 ships.").paragraph("항만은 곡물을 받았다.");
  document.page().paragraph("The strike ended.");
  index.add("harbour.pdf", document);
  index.update_all();
  AskedPages pages(index.index(), report_page_routes());
  const ReadPage report = pages.page("/report/harbour");
  EXPECT_THAT(links(report), ::testing::Contains("/report/harbour/page/1?at=0.1"));
  const ReadPage plain = pages.page("/report/harbour/page/1");
  EXPECT_EQ(texts(plain, "p.passage").size(), 2U);
  EXPECT_TRUE(plain.all("rect").empty());
  EXPECT_THAT(links(plain), ::testing::Contains("/report/harbour/page/2"));
  const ReadPage marked = pages.page("/report/harbour/page/1", {{"at", "0.2"}});
  EXPECT_THAT(texts(marked, "p.asked"), ::testing::ElementsAre("항만은 곡물을 받았다."));
  EXPECT_FALSE(marked.all("rect").empty());
  EXPECT_THAT(marked.attribute("img", "alt"), HasSubstr("with the passage marked"));
  EXPECT_THAT(marked.attribute("img", "src"), StartsWith("/report/harbour/page/1.png?v="));
  EXPECT_TRUE(pages.page("/report/harbour/page/2", {{"at", "0.2"}}).all("rect").empty());
  for (const char* number : {"3", "0", "-1", "4294967296", "x"}) {
    const HttpResponse none = pages.get(std::string("/report/harbour/page/") + number);
    EXPECT_EQ(none.status, 404) << number;
    EXPECT_THAT(none.body, HasSubstr("The report has no such page.")) << number;
  }
  index.change("harbour.pdf", "%PDF-1.4 other");
  const ReadPage changed = pages.page("/report/harbour/page/1", {{"at", "0.2"}});
  EXPECT_TRUE(changed.all("img").empty());
  EXPECT_THAT(changed.one("main").text, HasSubstr("has changed since it was indexed"));
}

}  // namespace
}  // namespace ibid
