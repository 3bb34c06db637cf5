// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rules on the positions of citations, case by case.
#include <gtest/gtest.h>

#include "tests/support/audit_cases.h"

namespace ibid {
namespace {

using testing::AuditCase;
using testing::report_of;

const std::string kMark = "(source: go-public-web-eng-11-0-0)";
const std::string kKoreanMark = "(출처: go-public-news-kor-22-0-0)";

std::string body(const std::string& passage) { return report_of({"1. Harbour", "  • " + passage}); }

class CitationRule : public ::testing::TestWithParam<AuditCase> {};

TEST_P(CitationRule, FindsWhatIsThereAndNoMore) { expect_findings(GetParam()); }

const AuditCase kUncitedPassage[] = {
    {"UncitedPassage",
     rule::kUncitedPassage,
     {{"a.txt",
       report_of({"1. Summary", "  • The port grew.", "2. Harbour",
                  "  • Cranes were added at the north quay.", "  • Ships wait less " + kMark + ".",
                  "  • 부두에 크레인이 늘었다.", "  • 대기 시간이 줄었다" + kKoreanMark + ".",
                  "  • The 북항 terminal is open.",
                  "  • Others say so, too (source: Harbour Gazette).", "3. Conclusion",
                  "  • It will grow on.", "4. Glossary", "  • 4-1. Quay [place]",
                  "  • Where ships lie.", "5. Source Documents",
                  "  • On cranes (go-public-web-eng-11-0-0)"})}},
     {{"a.txt", "Cranes were added at the north quay."},
      {"a.txt", "부두에 크레인이 늘었다."},
      {"a.txt", "The 북항 terminal is open."}}},
};

const AuditCase kUncitedFigure[] = {
    {"FigureInEnglish",
     rule::kUncitedFigure,
     {{"a.txt", body("Freight rose 26.3 percent. It will last " + kMark + ".")}},
     {{"a.txt", "Freight rose 26.3 percent.", "26.3 percent"}}},
    {"FigureInKorean",
     rule::kUncitedFigure,
     {{"a.txt", body("물동량은 2,401만 톤이었다. 당분간 이어진다" + kKoreanMark + ".")}},
     {{"a.txt", "물동량은 2,401만 톤이었다.", "2,401만"}}},
    {"FigureInMixedText",
     rule::kUncitedFigure,
     {{"a.txt", body("Busan 신항은 $3 billion을 썼다. The rest is known " + kMark + ".")}},
     {{"a.txt", "Busan 신항은 $3 billion을 썼다.", "$3 billion"}}},
    {"FigureOverWrappedLines",
     rule::kUncitedFigure,
     {{"a.txt",
       report_of({"1. Harbour",
                  "- The quay cost\n  $3 billion in all. It is paid\n  for " + kMark + "."})}},
     {{"a.txt", "The quay cost\n  $3 billion in all."}}},
    {"FigureThatIsCited",
     rule::kUncitedFigure,
     {{"a.txt", body("Freight rose 26.3 percent " + kMark + ". It will last.")}},
     {}},
    {"FigureOfAPassageWithoutAnySource",
     rule::kUncitedFigure,
     {{"a.txt", body("Freight rose 26.3 percent. It will last.")}},
     {}},
    {"FigureOfASummary",
     rule::kUncitedFigure,
     {{"a.txt",
       report_of({"1. Summary", "  • Freight rose 26.3 percent. So it is " + kMark + "."})}},
     {}},
    {"NumberThatIsAName",
     rule::kUncitedFigure,
     {{"a.txt",
       body("Resolution 2397 forbids it. So does Executive Order 14114. 결의 1874호도 같다. "
            "The S-400 is another thing " +
            kMark + ".")}},
     {}},
};

const AuditCase kUncitedDate[] = {
    {"DateInEnglish",
     rule::kUncitedDate,
     {{"a.txt", body("They met on May 16. Then, on 3 June, they parted. It opened in 2019. "
                     "Both were content " +
                     kMark + ".")}},
     {{"a.txt", "They met on May 16."},
      {"a.txt", "Then, on 3 June, they parted."},
      {"a.txt", "It opened in 2019."}}},
    {"DateInKorean",
     rule::kUncitedDate,
     {{"a.txt",
       body("두 사람은 5월 16일에 만났다. 회담은 17일 끝났다. 2019년에 문을 열었다. 모두 만족했다" +
            kKoreanMark + ".")}},
     {{"a.txt", "두 사람은 5월 16일에 만났다."},
      {"a.txt", "회담은 17일 끝났다."},
      {"a.txt", "2019년에 문을 열었다."}}},
    {"DateInMixedText",
     rule::kUncitedDate,
     {{"a.txt", body("Terminal 2는 June 3에 열렸다. The rest is known " + kMark + ".")}},
     {{"a.txt", "Terminal 2는 June 3에 열렸다."}}},
    {"NoDate",
     rule::kUncitedDate,
     {{"a.txt", body("It may be 20 at most. It may 3 times fail. 공사는 16일 만에 끝났다. 시험은 "
                     "20일간 이어졌다. "
                     "여섯 달이 걸렸다. Both were content " +
                     kMark + ".")}},
     {}},
    {"DateBesideAFigureIsToldAsAFigure",
     rule::kUncitedDate,
     {{"a.txt", body("In 2019 it cost $3 billion. Both were content " + kMark + ".")}},
     {}},
};

const AuditCase kUncitedQuotation[] = {
    {"QuotationInEnglish",
     rule::kUncitedQuotation,
     {{"a.txt", body("He spoke of \"no limits\" at sea. ‘We shall wait,’ she said. Others agreed " +
                     kMark + ".")}},
     {{"a.txt", "He spoke of \"no limits\" at sea.", "no limits"},
      {"a.txt", "‘We shall wait,’ she said.", "We shall wait,"}}},
    {"QuotationInKorean",
     rule::kUncitedQuotation,
     {{"a.txt", body("그는 \"바다에는 한계가 없다\"고 말했다. 그녀는 '더는 기다리지 않겠다'라고 "
                     "답했다. 모두 동의했다" +
                     kKoreanMark + ".")}},
     {{"a.txt", "그는 \"바다에는 한계가 없다\"고 말했다.", "바다에는 한계가 없다"},
      {"a.txt", "그녀는 '더는 기다리지 않겠다'라고 답했다.", "더는 기다리지 않겠다"}}},
    {"QuotationInMixedText",
     rule::kUncitedQuotation,
     {{"a.txt", body("그는 “sell the ships” 라고 적었다. The rest is known " + kMark + ".")}},
     {{"a.txt", "그는 “sell the ships” 라고 적었다."}}},
    {"NoQuotation",
     rule::kUncitedQuotation,
     {{"a.txt",
       body("The harbour's crews' union met. It was an \"event\". 훈련 '자유의 방패'는 끝났다. "
            "'검증된 최종 사용자(VEU)'로 지정됐다. Others agreed " +
            kMark + ".")}},
     {}},
    {"QuotationThatIsCited",
     rule::kUncitedQuotation,
     {{"a.txt", body("He spoke of \"no limits\" " + kMark + ". Others agreed.")}},
     {}},
};

const AuditCase kMisplaced[] = {
    {"BeforeItsSentence",
     rule::kCitationBeforeSentence,
     {{"a.txt", body(kMark + " Seoul has not commented.")},
      {"b.txt", body(kKoreanMark + " 서울은 말이 없다.")},
      {"c.txt", body("[source: go-public-web-eng-11-0-0] Seoul은 말이 없다.")}},
     {{"a.txt", kMark}, {"b.txt", kKoreanMark}, {"c.txt", "[source: go-public-web-eng-11-0-0]"}}},
    {"NotBeforeItsSentence",
     rule::kCitationBeforeSentence,
     {{"a.txt", body("Seoul has not commented " + kMark + ". Nor has Busan " + kMark + ".")},
      {"b.txt", body("Seoul has not commented. " + kMark + " Nor has Busan.")},
      {"c.txt", body("서울은 말이 없다. " + kKoreanMark)},
      {"d.txt", body(kMark)}},
     {}},
    {"AfterTheEnd",
     rule::kCitationAfterEnd,
     {{"a.txt", body("Seoul has not commented. " + kMark)},
      {"b.txt", body("서울은 말이 없다. " + kKoreanMark)},
      {"c.txt", body("Seoul은 \"No.\" " + kMark)},
      {"d.txt", body("Is it so? " + kMark + " " + kKoreanMark)},
      {"e.txt", body(kMark)}},
     {{"a.txt", kMark},
      {"b.txt", kKoreanMark},
      {"c.txt", kMark},
      {"d.txt", kMark},
      {"d.txt", kKoreanMark},
      {"e.txt", kMark, "without words"}}},
    {"NotAfterTheEnd",
     rule::kCitationAfterEnd,
     {{"a.txt", body("Seoul has not commented " + kMark + ".")},
      {"b.txt", body("서울은 말이 없다" + kKoreanMark + ".")},
      {"c.txt", body("It was built by Hull Inc. " + kMark + ".")},
      {"d.txt", body("Seoul has not commented. " + kMark + " Nor has Busan.")},
      {"e.txt", body("No stop here " + kMark)}},
     {}},
};

const auto kName = [](const auto& info) { return std::string(info.param.name); };
INSTANTIATE_TEST_SUITE_P(Passages, CitationRule, ::testing::ValuesIn(kUncitedPassage), kName);
INSTANTIATE_TEST_SUITE_P(Figures, CitationRule, ::testing::ValuesIn(kUncitedFigure), kName);
INSTANTIATE_TEST_SUITE_P(Dates, CitationRule, ::testing::ValuesIn(kUncitedDate), kName);
INSTANTIATE_TEST_SUITE_P(Quotations, CitationRule, ::testing::ValuesIn(kUncitedQuotation), kName);
INSTANTIATE_TEST_SUITE_P(Marks, CitationRule, ::testing::ValuesIn(kMisplaced), kName);

}  // namespace
}  // namespace ibid
