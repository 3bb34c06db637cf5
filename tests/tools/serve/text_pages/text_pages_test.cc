// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/text_pages/text_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/asked_pages.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using testing::AskedPages;
using ::testing::Contains;
using ::testing::ElementsAre;
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

class TextPages : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("pacts.txt",
                report_with("Two Pacts",
                            {"India did not pay $5.43 billion for the S-400 (source: Reuters).",
                             "The alliance has “no limits”, the two leaders said in Beijing."}));
    test_.write(
        "협정.txt",
        report_with("두 협정", {"인도는 S-400에 54억 달러를 지불했다고 밝혔다 (출처: 연합뉴스)."}));
    test_.write("bad.txt", report_with(kHostilePassage, {kHostilePassage}));
    test_.update_all();
    pages_ = std::make_unique<AskedPages>(test_.index(), text_page_routes());
  }

  std::string quote(const std::string& text) { return pages_->body("/quote", {{"q", text}}); }

  TestIndex test_;
  std::unique_ptr<AskedPages> pages_;
};

TEST_F(TextPages, AreFormsWithoutAText) {
  for (const char* path : {"/quote", "/check"}) {
    const ReadPage page = pages_->page(path);
    EXPECT_EQ(page.attribute("textarea", "name"), "q");
    EXPECT_TRUE(page.all("table").empty());
  }
}

TEST_F(TextPages, SayThatAQuotationIsExactAndWhere) {
  const std::string body = quote("the two leaders said in Beijing");
  EXPECT_THAT(body, HasSubstr("exactly so"));
  EXPECT_THAT(body, HasSubstr("<mark>the two leaders said in Beijing</mark>"));
  EXPECT_THAT(body, HasSubstr("/report/pacts?at=3.1#3.1"));
  EXPECT_THAT(quote("54억 달러를 지불했다고"), HasSubstr("<mark>54억 달러를 지불했다고</mark>"));
}

TEST_F(TextPages, SayHowANormalisedQuotationDiffers) {
  const std::string body = quote("the  alliance has \"NO limits\"");
  EXPECT_THAT(body, HasSubstr("except for:"));
  EXPECT_THAT(body, HasSubstr("quotation marks"));
  EXPECT_THAT(body, HasSubstr("capital letters"));
}

TEST_F(TextPages, ShowWhatAnAlteredQuotationChanged) {
  const ReadPage page =
      pages_->page("/quote", {{"q", "India did pay $5.43 billion for the S-400"}});
  EXPECT_THAT(texts(page, "del"), ElementsAre("not"));
  EXPECT_TRUE(page.all("ins").empty());
  EXPECT_THAT(texts(page, "tbody"), Contains(HasSubstr("negation")));
}

TEST_F(TextPages, CertifyWhatIsNotThere) {
  const std::string body = quote("Martian colonies exported helium yesterday");
  EXPECT_THAT(body, HasSubstr("No report says this"));
  EXPECT_THAT(body, HasSubstr("of 3 reports"));
  EXPECT_THAT(body, HasSubstr("class=\"certificate\""));
}

TEST_F(TextPages, LookIntoOneReportOnly) {
  EXPECT_THAT(pages_->body("/quote", {{"q", "in Beijing"}, {"report", "협정"}}),
              HasSubstr("No report says this"));
  const HttpResponse none = pages_->get("/quote", {{"q", "in Beijing"}, {"report", "none"}});
  EXPECT_EQ(none.status, 400);
  EXPECT_THAT(none.body, HasSubstr(">in Beijing</textarea>"));  // the text is kept
}

TEST_F(TextPages, RefuseWhatIsNoQuotationInASentence) {
  const HttpResponse response = pages_->post("/quote", {{"q", std::string(70'000, 'x')}});
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("role=\"alert\""));
}

TEST_F(TextPages, PutAShortTextOfAFormIntoTheAddress) {
  const HttpResponse response =
      pages_->post("/quote", {{"q", "no\r\nlimits"}, {"as", "draft"}, {"report", ""}});
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(header_of(response, "Location"), "/quote?q=no%0Alimits&as=draft");
  EXPECT_EQ(pages_->post("/quote", {{"q", std::string(2001, 'x') + " y"}}).status, 200);
}

TEST_F(TextPages, VerifyEveryQuotationOfADraft) {
  const char draft[] =
      "The leaders called it “no limits” (source: TASS).\n\nSeoul wrote: “Martian colonies "
      "exported helium.”\n";
  const ReadPage page = pages_->page("/quote", {{"q", draft}, {"as", "draft"}});
  const auto rows = texts(page, "tr");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(rows[1], HasSubstr("exact"));
  EXPECT_THAT(rows[1], HasSubstr("does not cite the source"));
  EXPECT_THAT(rows[2], HasSubstr("not found"));
  const HttpResponse csv =
      pages_->get("/quote", {{"q", draft}, {"as", "draft"}, {"format", "csv"}});
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(csv.body, HasSubstr("no limits"));
  EXPECT_THAT(pages_->body("/quote", {{"q", "Nothing is quoted here."}, {"as", "draft"}}),
              HasSubstr("There is no quotation"));
}

TEST_F(TextPages, CompareEachLineOfClaims) {
  const char claims[] =
      "India paid $5.4 billion for the S-400\r\n\r\n인도는 S-400에 60억 달러를 지불했다\nMartians "
      "exported helium";
  const ReadPage page = pages_->page("/check", {{"q", claims}});
  const auto rows = texts(page, "tr");
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_THAT(rows[1], HasSubstr("India"));
  EXPECT_THAT(rows[1], HasSubstr("Two Pacts"));
  EXPECT_THAT(rows[2], HasSubstr("60억 달러: here 54억 달러"));
  EXPECT_THAT(rows[3], HasSubstr("No passage holds enough of it"));
  EXPECT_THAT(page.one("#c3").text, HasSubstr("60억"));  // numbered by line
}

TEST_F(TextPages, CompareEachSentenceOfAText) {
  const ReadPage page = pages_->page(
      "/check", {{"q", "India bought the S-400. Martians exported helium."}, {"as", "text"}});
  EXPECT_EQ(page.all("tr").size(), 3U);
}

TEST_F(TextPages, WriteClaimsForASpreadsheet) {
  const HttpResponse csv =
      pages_->get("/check", {{"q", "India paid $5.4 billion for the S-400"}, {"format", "csv"}});
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(header_of(csv, "Content-Disposition"), HasSubstr("claims.csv"));
  EXPECT_THAT(csv.body, StartsWith("\xEF\xBB\xBF"));
  EXPECT_THAT(csv.body, HasSubstr("pacts"));
}

TEST_F(TextPages, CompareABoundedNumberOfClaims) {
  std::string claims;
  for (int i = 0; i < 400; ++i) claims += "claim " + std::to_string(i) + "\n";
  const HttpResponse response = pages_->post("/check", {{"q", claims}});
  EXPECT_THAT(response.body, HasSubstr("Only the first 300 claims"));
}

TEST_F(TextPages, HoldNoWordOfATextOrReportAsMarkup) {
  for (const char* path : {"/quote", "/check"}) {
    for (const char* as : {"", "draft", "text"}) {
      for (const std::string& text : {std::string(kHostilePassage), std::string("onerror=alert(1)"),
                                      "“" + std::string(kHostilePassage) + "”"}) {
        HttpFields fields = {{"q", text}, {"as", as}, {"report", ""}};
        const std::string body = pages_->body(path, fields);
        EXPECT_THAT(body, Not(HasSubstr("<img")));
        EXPECT_THAT(body, Not(HasSubstr("<script>")));
      }
    }
  }
}

TEST(TextRequests, TakeLongIfTheyHoldManyTexts) {
  HttpRequest request;
  request.path = "/check";
  request.query = {{"q", "one claim"}};
  EXPECT_FALSE(is_long_text_page(request));
  request.query = {{"q", std::string(5000, 'x')}};
  EXPECT_TRUE(is_long_text_page(request));
  request.path = "/quote";
  EXPECT_FALSE(is_long_text_page(request));
  request.query.emplace_back("as", "draft");
  EXPECT_TRUE(is_long_text_page(request));
}

TEST_F(TextPages, CertifyInTheLanguageOfThePage) {
  for (const char* path : {"/quote", "/check"}) {
    const ReadPage page = pages_->page(path, {{"q", "Zeppelins crossed nothing."}, {"lang", "ko"}});
    const std::string text = page.one("main").text;
    EXPECT_THAT(text, HasSubstr("찾아본 형태")) << path;
    for (const char* english : {"to the byte", "citation marks", "stems", "as typed", "however"}) {
      EXPECT_THAT(text, Not(HasSubstr(english))) << path;
    }
  }
}

}  // namespace
}  // namespace ibid
