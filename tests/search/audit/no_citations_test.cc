// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports of which no citation was recognised, and texts that are never called uncited.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "search/audit/auditor.h"
#include "search/audit/sentences/sourceless_texts.h"
#include "search/open/open_index.h"
#include "tests/support/audit_cases.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::report_of;
using testing::TestIndex;
using ::testing::UnorderedElementsAre;

const std::string kMark = "(source: go-public-web-eng-11-0-0)";

struct Outcome {
  std::map<std::string, int> by_rule;
  std::map<std::string, bool> recognised;  // by report
  AuditTotals totals;
};

Outcome audited(const std::vector<std::pair<std::string, std::string>>& files,
                AuditOptions options = {}) {
  TestIndex index;
  for (const auto& [name, text] : files) index.write(name, text);
  index.update_all();
  OpenIndex opened(index.index());
  Outcome out;
  out.totals = Auditor(opened).run(options, [&](const ReportAudit& audit) {
    out.recognised[audit.report.id] = audit.citations_recognised;
    for (const Finding& finding : audit.findings) ++out.by_rule[finding.rule->id];
    return Next::kGoOn;
  });
  return out;
}

AuditOptions only(std::vector<std::string> rules) {
  AuditOptions options;
  options.rules = std::move(rules);
  return options;
}

// Two body passages each, and no mark of any form.
const std::string kEnglish =
    report_of({"1. Harbour", "  • Cranes came in 2019.", "  • Freight rose 26.3 percent."});
const std::string kKorean =
    report_of({"1. 항구", "  • 부두에 크레인이 늘었다.", "  • 물동량은 2,401만 톤이었다."});
const std::string kMixed =
    report_of({"1. 항구", "  • Busan 신항은 $3 billion을 썼다.", "  • It paid at once."});
const std::string kCited =
    report_of({"1. Harbour", "  • The port grew " + kMark + ".", "  • 항구가 커졌다.",
               "2. Source Documents", "  • On cranes (go-public-web-eng-11-0-0)"});

TEST(NoCitations, GiveANoteForEachReportAndAccuseNoPassage) {
  const Outcome found =
      audited({{"a.txt", kEnglish}, {"b.txt", kKorean}, {"c.txt", kMixed}, {"d.txt", kCited}},
              only({rule::kNoCitations, rule::kUncitedPassage, rule::kNeverCitedSource}));
  EXPECT_THAT(found.by_rule,
              ElementsAre(Pair("no-citations-recognised", 3), Pair("uncited-passage", 1)));
  EXPECT_EQ(found.totals.without_citations, 3U);
  EXPECT_EQ(found.totals.notes, 3U);
  EXPECT_THAT(found.recognised, UnorderedElementsAre(Pair("a", false), Pair("b", false),
                                                     Pair("c", false), Pair("d", true)));
}

TEST(NoCitations, AreAccusedWhereCitationsAreExpected) {
  AuditOptions options = only({rule::kNoCitations, rule::kUncitedPassage});
  options.uncited = AuditOptions::Uncited::kAccused;
  const Outcome found =
      audited({{"a.txt", kEnglish}, {"b.txt", kKorean}, {"c.txt", kMixed}}, options);
  EXPECT_THAT(found.by_rule,
              ElementsAre(Pair("no-citations-recognised", 3), Pair("uncited-passage", 6)));
  EXPECT_EQ(found.totals.without_citations, 3U);
}

// That a list is not cited can only be said if the citations are understood.
TEST(NoCitations, CallNoListedSourceUncited) {
  const std::string listed = report_of({"1. Harbour", "  • The port grew.", "2. Source Documents",
                                        "  • On cranes (go-public-web-eng-11-0-0)"});
  EXPECT_THAT(audited({{"a.txt", listed}}, only({rule::kNeverCitedSource})).by_rule, IsEmpty());
  AuditOptions expected = only({rule::kNeverCitedSource});
  expected.uncited = AuditOptions::Uncited::kAccused;
  EXPECT_THAT(audited({{"a.txt", listed}}, expected).by_rule,
              ElementsAre(Pair("never-cited-source", 1)));
}

// A report that states nothing has nothing to cite.
TEST(NoCitations, AreNoFindingWithoutBodyPassages) {
  const std::string summary = report_of({"1. Summary", "  • The port grew."});
  EXPECT_THAT(audited({{"a.txt", summary}}, only({rule::kNoCitations})).by_rule, IsEmpty());
}

TEST(NoCitations, OfAQueryAreCountedInItsReports) {
  AuditOptions options = only({rule::kUncitedPassage});
  options.query = "cranes";
  const Outcome found = audited({{"a.txt", kEnglish}, {"d.txt", kCited}}, options);
  EXPECT_THAT(found.by_rule, IsEmpty());
  EXPECT_EQ(found.totals.without_citations, 1U);
}

std::string with_citing(int passages, int citing) {
  std::vector<std::string> lines = {"1. 항구"};
  for (int i = 0; i < passages; ++i) {
    lines.push_back("  • 부두 " + std::to_string(i) + "호가 열렸다" +
                    (i < citing ? " (출처: 연합뉴스)" : "") + ".");
  }
  return report_of(lines);
}

TEST(FewCitations, GiveANoteAndAccuseNoPassage) {
  const std::vector<std::string> rules = {rule::kFewCitations, rule::kUncitedPassage};
  EXPECT_THAT(audited({{"a.txt", with_citing(10, 2)}}, only(rules)).by_rule,
              ElementsAre(Pair("uncited-passage", 8)));
  EXPECT_THAT(audited({{"a.txt", with_citing(4, 1)}}, only(rules)).by_rule,
              ElementsAre(Pair("uncited-passage", 3)));
  const Outcome few = audited({{"a.txt", with_citing(11, 2)}}, only(rules));
  EXPECT_THAT(few.by_rule, ElementsAre(Pair("few-citations", 1)));
  EXPECT_EQ(few.totals.few_citations, 1U);
  EXPECT_EQ(few.totals.without_citations, 0U);
  AuditOptions expected = only(rules);
  expected.uncited = AuditOptions::Uncited::kAccused;
  EXPECT_THAT(audited({{"a.txt", with_citing(11, 2)}}, expected).by_rule,
              ElementsAre(Pair("uncited-passage", 9)));
}

TEST(FewCitations, AreNotMeantWhereTheyAreIds) {
  std::vector<std::string> lines = {"1. Harbour", "  • The port grew " + kMark + "."};
  for (int i = 0; i < 9; ++i) lines.push_back("  • 부두 " + std::to_string(i) + "호가 열렸다.");
  EXPECT_THAT(
      audited({{"a.txt", report_of(lines)}}, only({rule::kFewCitations, rule::kUncitedPassage}))
          .by_rule,
      ElementsAre(Pair("uncited-passage", 9)));
}

TEST(OwnWords, NeedNoSource) {
  for (const char* own :
       {"We did not adjust for seasons.", "- We took the latest year [not the month].",
        "1. I found no count.", "**Volume:** I found none yet.", "Our figures are rounded.",
        "Let me know if more is wanted.", "This report looks at 2010 to 2020.",
        "Is a carrier liable?", "**항로는 열렸는가?**", "Share of day labour | 3.5% | own estimate",
        "이 보고서는 2010년 이후를 다룬다.", "안녕하세요, 구독자님.",
        "질문이 더 있으면 말씀해 주세요.", "자료를 한곳에 모아야 한다.",
        "다음 글에서는 [1] 트럭을 다룬다."}) {
    EXPECT_TRUE(speaks_for_itself(own)) << own;
  }
  for (const char* other :
       {"Wealth rose by 3 percent.", "In 2019 imports fell.", "Ours fell.", "The report says so.",
        "The ministry let us know.", "수출이 늘었다.", "장관은 이 보고서를 읽었다.",
        "정부는 늘려야 한다고 밝혔다.", "He asked: why?  Nobody answered."}) {
    EXPECT_FALSE(speaks_for_itself(other)) << other;
  }
  EXPECT_TRUE(is_own_section("Recommendations"));
  EXPECT_TRUE(is_own_section("정책 제언"));
  EXPECT_FALSE(is_own_section("Recommendations of the ministry"));
  const std::string text =
      report_of({"1. Harbour", "  • The port grew " + kMark + ".", "2. 제언", "  • 부두를 넓힌다.",
                 "3. Harbour again", "  • It grew again " + kMark + ".",
                 "  • We did not count ferries. 이 보고서는 항만만 본다.",
                 "  • We counted ships. They were 12.",
                 "  • It fell in 2020 " + kMark + ". This note ends in 2021."});
  EXPECT_THAT(audited({{"a.txt", text}}, only({rule::kUncitedPassage, rule::kUncitedDate})).by_rule,
              ElementsAre(Pair("uncited-passage", 1)));
}

TEST(Tables, NeedASourceInTheirRowsUnlessOneStandsBelow) {
  const std::string text = "# 항만\n\n물동량이 늘었다 " + kMark + ".\n\n";
  const std::string table = "| 연도 | 물동량 |\n|---|---|\n| 2022 | 10 |\n| 2023 | 12 |\n\n";
  EXPECT_THAT(audited({{"a.md", text + table}}, only({rule::kUncitedPassage})).by_rule,
              ElementsAre(Pair("uncited-passage", 2)));
  EXPECT_THAT(
      audited({{"a.md", text + table + "자료: 통계청\n"}}, only({rule::kUncitedPassage})).by_rule,
      IsEmpty());
  EXPECT_THAT(
      audited({{"a.md", text + table + "Freight rose.\n"}}, only({rule::kUncitedPassage})).by_rule,
      ElementsAre(Pair("uncited-passage", 3)));
}

TEST(Notes, AreNeverCalledUncited) {
  const std::string text =
      report_of({"1. Harbour", "  • The port grew " + kMark + ".",
                 "  • [^1]: Harbour board, 2019 report.", "  • 주 1) 2019년 기준이다.",
                 "  • 자료: 항만공사", "  • 1) https://example.org/cranes", "  • 또 커졌다."});
  EXPECT_THAT(audited({{"a.txt", text}}, only({rule::kUncitedPassage})).by_rule,
              ElementsAre(Pair("uncited-passage", 1)));
}

// A citation in a note does not show that those of the text are understood.
TEST(Notes, HoldNoCitationOfTheText) {
  const std::string text = report_of({"1. Harbour", "  • The port grew.", "  • 항구가 커졌다.",
                                      "  • [^1]: go-public-web-eng-11-0-0"});
  EXPECT_THAT(audited({{"a.txt", text}}, only({rule::kUncitedPassage})).by_rule, IsEmpty());
}

TEST(Notes, BeginAsNotesDo) {
  for (const char* text : {"[^1]: Harbour board.",
                           "[^kea]: https://example.org",
                           "[1] Kim, On cranes.",
                           "[12]: https://example.org",
                           "¹ Harbour board.",
                           "³ 항만공사 집계.",
                           "1) https://example.org",
                           "12. <https://example.org/a>",
                           "https://example.org",
                           "주 1) 2019년 기준",
                           "주: 잠정치",
                           "주) 잠정치",
                           "자료: 항만공사",
                           "※ 출처: 항만공사",
                           "* 자료: 항만공사, Busan Port",
                           "Note: preliminary.",
                           "NOTES: in tonnes",
                           "Source: Harbour board",
                           "Note 2. In tonnes",
                           "출처：항만공사",
                           "자료 출처 : 항만공사"}) {
    EXPECT_TRUE(begins_as_note(text)) << text;
  }
  for (const char* text :
       {"", "[", "[]", "[sic] he said", "[Editor's words] in brackets", "1) The port grew.",
        "2019. It opened.", "Notes of the meeting were kept.", "Sources say it grew.",
        "주요 항구가 커졌다.", "(주)항만은 커졌다.", "자료에 따르면 커졌다.", "출처가 없다.",
        "※ 항구가 커졌다.", "주가는 1) 올랐다.", "The port [1] grew."}) {
    EXPECT_FALSE(begins_as_note(text)) << text;
  }
}

}  // namespace
}  // namespace ibid
