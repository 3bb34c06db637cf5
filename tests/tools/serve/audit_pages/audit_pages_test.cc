// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/audit_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/support/asked_pages.h"
#include "tests/support/sample_index.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using testing::AskedPages;
using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using testing::header_of;
using testing::kHostilePassage;
using ::testing::Not;
using testing::PageElement;
using testing::ReadPage;
using testing::report_with;
using ::testing::StartsWith;
using testing::TestIndex;

std::vector<std::string> ids(const ReadPage& page, std::string_view selector) {
  std::vector<std::string> out;
  for (const PageElement* element : page.all(selector)) {
    if (element->attributes.contains("id")) out.push_back(element->attributes.at("id"));
  }
  return out;
}

// Rows of findings; rows of other tables have other ids or none.
std::vector<const PageElement*> findings(const ReadPage& page) {
  std::vector<const PageElement*> out;
  for (const PageElement* row : page.all("tr")) {
    const auto id = row->attributes.find("id");
    if (id != row->attributes.end() && id->second.size() == 16) out.push_back(row);
  }
  return out;
}

class AuditPages : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("pacts.txt",
                report_with("Two Pacts",
                            {"India ordered five S-400 systems for $5.43 billion in 2018 (source: "
                             "Reuters; Yonhap).",
                             "The deal was signed in 2018 (source: Reuters).",
                             "The alliance grew (source: Reuters).",
                             "Nobody has said who paid $77 million for it."}));
    test_.write("협정.txt",
                report_with("두 협정", {"인도는 2018년에 54억 달러를 지불했다 (출처: 연합뉴스).",
                                        "그 값은 100억 원이었다."}));
    test_.write("bad.txt", report_with(kHostilePassage, {kHostilePassage, "A (source: Reuters)"}));
    test_.update_all();
    pages_ = std::make_unique<AskedPages>(test_.index(), audit_page_routes(boards_));
  }

  TestIndex test_;
  std::shared_ptr<AuditBoards> boards_ = std::make_shared<AuditBoards>();
  std::unique_ptr<AskedPages> pages_;
};

TEST_F(AuditPages, ShowPlotsWithATableBehindEach) {
  const ReadPage page = pages_->page("/audit");
  const std::size_t plots = page.all("svg").size();
  EXPECT_GE(plots, 7U);
  EXPECT_EQ(page.all("figure").size(), plots);
  std::size_t tables = 0;
  for (const PageElement* details : page.all("details")) {
    if (details->text.find("The same as a table") != std::string::npos) ++tables;
  }
  EXPECT_EQ(tables, plots - 1);  // graph and matrix are of one table
  EXPECT_EQ(pages_->body("/audit"), pages_->body("/audit"));
}

TEST_F(AuditPages, CountWhatTheReportsHold) {
  const std::string body = pages_->body("/audit", {{"expected", "1"}});
  EXPECT_THAT(body, HasSubstr("3 reports, 8 passages"));
  EXPECT_THAT(body, HasSubstr("5 of 8, 63 %"));  // passages with a source, counted by hand
  EXPECT_THAT(body, HasSubstr("Reuters + Yonhap: cited together by 1 passage"));
  EXPECT_THAT(body, HasSubstr("2024-06: 8 passages, 5 with a source"));
}

TEST_F(AuditPages, NameReportsThatRestOnOneSource) {
  const std::string body = pages_->body("/audit");
  EXPECT_THAT(body, HasSubstr("3 of 3, 100 %"));  // Reuters in pacts
}

TEST_F(AuditPages, ShowOnlyTheFindingsAskedFor) {
  const std::size_t all = findings(pages_->page("/audit")).size();
  EXPECT_GT(all, 0U);
  const ReadPage figures = pages_->page("/audit", {{"rule", "uncited-passage"}});
  EXPECT_LT(findings(figures).size(), all);
  EXPECT_GT(findings(figures).size(), 0U);
  for (const PageElement* row : findings(figures))
    EXPECT_THAT(row->text, HasSubstr("uncited-passage"));
  const ReadPage of_report = pages_->page("/audit", {{"report", "협정"}});
  for (const PageElement* row : findings(of_report)) EXPECT_THAT(row->text, HasSubstr("협정"));
  EXPECT_LT(findings(pages_->page("/audit", {{"level", "error"}})).size(), all);
  EXPECT_EQ(pages_->get("/audit", {{"rule", "no-such-rule"}}).status, 400);
  EXPECT_EQ(pages_->get("/audit", {{"q", "report:none"}}).status, 400);
}

TEST_F(AuditPages, AcceptAFindingByALinkAndTakeItBack) {
  const ReadPage before = pages_->page("/audit");
  const std::string fingerprint = findings(before).front()->attributes.at("id");
  const ReadPage after = pages_->page("/audit", {{"accept", fingerprint}});
  EXPECT_EQ(findings(after).size() + 1, findings(before).size());
  EXPECT_THAT(ids(after, "tr"), Not(Contains(fingerprint)));
  const ReadPage shown = pages_->page("/audit", {{"accept", fingerprint}, {"accepted", "1"}});
  EXPECT_EQ(findings(shown).size(), findings(before).size());
  EXPECT_THAT(shown.one("#" + fingerprint).text, HasSubstr("Take back"));
}

TEST_F(AuditPages, TakeABaselineIntoTheAddress) {
  const HttpResponse baseline = pages_->get("/audit", {{"format", "baseline"}});
  EXPECT_EQ(baseline.content_type, "text/plain; charset=utf-8");
  const HttpResponse sent = pages_->post("/audit", {{"baseline", baseline.body}});
  EXPECT_EQ(sent.status, 303);
  EXPECT_THAT(header_of(sent, "Location"), StartsWith("/audit?accept="));
  std::string many = baseline.body;
  for (int i = 0; i < 200; ++i) many += std::to_string(1'000'000'000'000'000 + i) + "\n";
  const HttpResponse answered = pages_->post("/audit", {{"baseline", many}});
  EXPECT_EQ(answered.status, 200);
  EXPECT_THAT(answered.body, HasSubstr("not part of this link"));
  EXPECT_THAT(answered.body, HasSubstr("There are no findings that were asked for"));
  EXPECT_EQ(pages_->post("/audit", {{"baseline", "no fingerprint"}}).status, 400);
}

TEST_F(AuditPages, WriteFindingsForASpreadsheet) {
  const HttpResponse csv = pages_->get("/audit", {{"format", "csv"}, {"rule", "uncited-passage"}});
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(header_of(csv, "Content-Disposition"), HasSubstr("audit.csv"));
  EXPECT_THAT(csv.body, HasSubstr("uncited-passage"));
  EXPECT_THAT(csv.body, Not(HasSubstr("unlisted-source")));
}

TEST_F(AuditPages, ShowOneReportBySection) {
  const std::string body = pages_->body("/audit/report/pacts");
  EXPECT_THAT(body, HasSubstr("By section"));
  EXPECT_THAT(body, HasSubstr("/report/pacts"));
  EXPECT_THAT(body, Not(HasSubstr("협정")));
  for (const char* path :
       {"/audit/report/", "/audit/report/none", "/audit/report/a b",
        "/audit/report/pacts OR date:2024", "/audit/report/pa*", "/audit/report/pacts#2.1"}) {
    const int status = pages_->get(path).status;
    EXPECT_TRUE(status == 404 || status == 400) << path << " " << status;
  }
}

TEST_F(AuditPages, HoldNoWordOfAReportAsMarkup) {
  for (const char* path : {"/audit", "/audit/report/bad"}) {
    const std::string body = pages_->body(path, {{"expected", "1"}, {"q", ""}});
    EXPECT_THAT(body, Not(HasSubstr("<img")));
    EXPECT_THAT(body, Not(HasSubstr("<script>")));
    EXPECT_THAT(body, Not(HasSubstr("\xE2\x80\xAE")));
    EXPECT_THAT(body, HasSubstr("&lt;img src=x"));
  }
}

TEST_F(AuditPages, AskTheIndexOnceUntilSomethingChanges) {
  // An answer is kept once the files are old enough to show by their times that they are the same.
  std::size_t audits = 0;
  do {
    audits = boards_->audits();
    pages_->get("/audit");
  } while (boards_->audits() != audits);
  ASSERT_GT(audits, 0U);
  pages_->body("/audit");
  pages_->body("/audit", {{"level", "error"}});
  EXPECT_EQ(boards_->audits(), audits);
  test_.write("new.txt", report_with("New", {"A figure of 12 percent."}));
  test_.update_all();
  EXPECT_THAT(pages_->body("/audit"), HasSubstr("4 reports"));
}

TEST_F(AuditPages, DoNotCompareReportsIfAskedNotTo) {
  EXPECT_THAT(pages_->body("/audit", {{"compare", "0"}}), HasSubstr("Reports were not compared"));
  EXPECT_THAT(pages_->body("/audit"), Not(HasSubstr("Reports were not compared")));
}

TEST(AuditOfNothing, IsAPage) {
  TestIndex test;
  test.update();
  AskedPages pages(test.index(), audit_page_routes(std::make_shared<AuditBoards>()));
  EXPECT_THAT(pages.body("/audit"), HasSubstr("There is no report to audit"));
}

TEST_F(AuditPages, LeadFromRowsToWhatTheyCount) {
  for (const auto& [path, cited] :
       {std::pair("/audit", 5U), std::pair("/audit/report/pacts", 3U)}) {
    std::map<std::string, std::uint64_t> found;  // query -> matches
    const ReadPage page = pages_->page(path);
    for (const PageElement* link : page.all("a")) {
      const std::string& href = link->attributes.at("href");
      if (!href.starts_with("/?q=")) continue;
      std::string query;
      for (std::size_t i = std::string("/?q=").size(); i < href.size(); ++i) {
        if (href[i] != '%') {
          query += href[i];
          continue;
        }
        query += static_cast<char>(std::stoi(href.substr(i + 1, 2), nullptr, 16));
        i += 2;
      }
      if (!query.starts_with("kind:body ")) continue;
      found[query] = testing::search_in(test_.index(), query).matches;
    }
    const std::string all = std::string(path) == "/audit" ? "kind:body cites:any"
                                                          : "kind:body cites:any (report:pacts)";
    ASSERT_TRUE(found.contains(all)) << path << ": " << ::testing::PrintToString(found);
    EXPECT_EQ(found.at(all), cited) << path;
    EXPECT_GE(found.size(), 2U) << "also the largest source";
    for (const auto& [query, matches] : found) EXPECT_GT(matches, 0U) << query;
  }
}

}  // namespace
}  // namespace ibid
