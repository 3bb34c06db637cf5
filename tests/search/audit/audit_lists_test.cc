// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rules on source lists, structure, repeats, figures and summaries, case by case.
#include <gtest/gtest.h>

#include "tests/support/audit_cases.h"

namespace ibid {
namespace {

using testing::AuditCase;
using testing::report_of;

const std::string kEnglishId = "go-public-web-eng-11-0-0";
const std::string kKoreanId = "go-public-news-kor-22-0-0";
const std::string kMark = "(source: " + kEnglishId + ")";
const std::string kKoreanMark = "(출처: " + kKoreanId + ")";

class ReportRule : public ::testing::TestWithParam<AuditCase> {};

TEST_P(ReportRule, FindsWhatIsThereAndNoMore) { expect_findings(GetParam()); }

const std::string kListed = report_of(
    {"1. Harbour", "  • The port grew " + kMark + ".", "  • 항구가 커졌다" + kKoreanMark + ".",
     "2. Source Documents", "  • On cranes - Quay Weekly (" + kEnglishId + ")",
     "  • 부두의 크레인 - 항만일보 (" + kKoreanId + ")"});

const AuditCase kSources[] = {
    {"AllListed", rule::kUnlistedSource, {{"a.txt", kListed}}, {}},
    {"Unlisted",
     rule::kUnlistedSource,
     {{"a.txt",
       report_of({"1. Harbour", "  • The port grew " + kMark + ".",
                  "  • 항구가 커졌다" + kKoreanMark + ".", "  • 또 커졌다" + kKoreanMark + ".",
                  "2. Source Documents", "  • On cranes (" + kEnglishId + ")"})}},
     {{"a.txt", kKoreanId}}},
    {"Malformed",
     rule::kMalformedSourceId,
     {{"a.txt", report_of({"1. Harbour", "  • The port grew (source: go-public-web-eng-77).",
                           "  • 항구가 커졌다(출처: go-public-web-kor-x-0-0)."})}},
     {{"a.txt", "go-public-web-eng-77"}, {"a.txt", "go-public-web-kor-x-0-0"}}},
    {"NeverCited",
     rule::kNeverCitedSource,
     {{"a.txt",
       report_of({"1. Harbour", "  • The port grew " + kMark + ".", "2. Source Documents",
                  "  • On cranes (" + kEnglishId + ")", "  • 부두의 크레인 (" + kKoreanId + ")"})}},
     {{"a.txt", kKoreanId}}},
    {"AllCited", rule::kNeverCitedSource, {{"a.txt", kListed}}, {}},
    {"ListedTwice",
     rule::kDuplicateListing,
     {{"a.txt",
       report_of({"1. Harbour", "  • The port grew " + kMark + ".", "2. Source Documents",
                  "  • On cranes (" + kEnglishId + ")", "  • On cranes (" + kEnglishId + ")"})}},
     {{"a.txt", kEnglishId, "", 2}}},
    {"IdOfAnotherLanguage",
     rule::kIdContradictsListing,
     {{"a.txt", report_of({"1. Harbour", "  • The port grew " + kMark + ".", "2. Source Documents",
                           "  • 부두의 크레인 (" + kEnglishId + ")"})}},
     {{"a.txt", kEnglishId, "", 1}}},
    {"IdOfItsLanguage", rule::kIdContradictsListing, {{"a.txt", kListed}}, {}},
};

const AuditCase kStructure[] = {
    {"ContentsThatDisagree",
     rule::kContentsMismatch,
     {{"a.txt", report_of({"TABLE OF CONTENTS", "  1. Harbour\n  2. Trade\n  3. Fish", "1. Harbour",
                           "  • The port grew.", "2. Trade and tolls", "  • It paid."})}},
     {{"a.txt", "2. Trade", "2. Trade and tolls"},
      {"a.txt", "3. Fish", "no heading has that number"}}},
    {"ContentsThatAgree",
     rule::kContentsMismatch,
     {{"a.txt", report_of({"목차", "  1. 항구\n  2. 무역", "1. 항구", "  • 항구가 커졌다.",
                           "2. 무역", "  • 무역이 늘었다."})}},
     {}},
    {"NumberLeftOut",
     rule::kNumberingGap,
     {{"a.txt", report_of({"1. Harbour", "  • 1-1. Cranes", "  • Cranes came.", "  • 1-3. 부두",
                           "  • 부두가 커졌다.", "2. Trade", "  • It paid."})}},
     {{"a.txt", "1-3. 부두"}}},
    {"NumberTwice",
     rule::kNumberingRepeat,
     {{"a.txt", report_of({"1. Harbour", "  • 1-1. Cranes", "  • Cranes came.", "  • 1-1. 부두",
                           "  • 부두가 커졌다."})}},
     {{"a.txt", "1-1. 부두"}}},
    {"EmptySection",
     rule::kEmptySection,
     {{"a.txt", report_of({"1. Harbour", "  • The port grew.", "2. 출처 문서"})}},
     {{"a.txt", "2. 출처 문서"}}},
    {"HeadingWithoutPassage",
     rule::kHeadingWithoutPassage,
     {{"a.txt",
       report_of({"1. Harbour", "  • 1-1. Cranes", "  • 1-2. 부두", "  • 부두가 커졌다."})}},
     {{"a.txt", "1-1. Cranes"}}},
};

const std::string kLong =
    "The harbour board voted in March to buy four gantry cranes from the yard at Mokpo and to pay "
    "for them out of the tolls of the next nine years";
const std::string kLongKorean =
    "항만 이사회는 3월에 목포 조선소에서 갠트리 크레인 네 대를 사고 그 값을 앞으로 아홉 해 동안의 "
    "통행료로 "
    "치르기로 뜻을 모았다";

const AuditCase kRepeats[] = {
    {"PassageInTwoReports",
     rule::kRepeatedPassage,
     {{"a.txt", report_of({"1. Harbour", "  • " + kLong + "."})},
      {"b.txt", report_of({"1. Quay", "  • " + kLong + " " + kMark + "."})}},
     {{"b.txt", kLong + " " + kMark + ".", "word for word"}}},
    {"KoreanPassageInOneReport",
     rule::kRepeatedPassage,
     {{"a.txt",
       report_of({"1. 항구", "  • " + kLongKorean + ".", "2. 부두", "  • " + kLongKorean + "."})}},
     {{"a.txt", kLongKorean + ".", "", 1}}},
    {"PassagesThatOnlyBeginAlike",
     rule::kRepeatedPassage,
     {{"a.txt",
       report_of({"1. Harbour", "  • The harbour board voted in March to buy four cranes.",
                  "  • The harbour board voted in March to sell the old ferry at last."})}},
     {}},
    {"SentenceUnderAnotherSource",
     rule::kSourceDrift,
     {{"a.txt", report_of({"1. Harbour", "  • " + kLong + " " + kMark + ". It was late."})},
      {"b.txt",
       report_of({"1. Quay", "  • Rain fell all day. " + kLong + " " + kKoreanMark + "."})},
      {"c.txt", report_of({"1. Port", "  • " + kLong + " " + kMark + ". 비가 왔다."})}},
     {{"b.txt", kLong + " " + kKoreanMark + ".", kEnglishId},
      {"c.txt", kLong + " " + kMark + ".", kKoreanId}}},
    {"SentenceUnderOneSource",
     rule::kSourceDrift,
     {{"a.txt", report_of({"1. 항구", "  • " + kLongKorean + kKoreanMark + ". 비가 왔다."})},
      {"b.txt", report_of({"1. 부두", "  • 날이 갰다. " + kLongKorean + kKoreanMark + "."})}},
     {}},
    {"OneSourceForASection",
     rule::kOneSourceSection,
     {{"a.txt",
       report_of({"1. Harbour", "  • The port grew " + kMark + ".", "  • It paid " + kMark + ".",
                  "2. 부두", "  • 부두가 커졌다" + kKoreanMark + ".", "  • It paid " + kMark + ".",
                  "3. Fish", "  • Fish came " + kMark + "."})}},
     {{"a.txt", "1. Harbour", kEnglishId}}},
};

const AuditCase kFigures[] = {
    {"FiguresOfOneThing",
     rule::kDisagreeingFigures,
     {{"a.txt",
       report_of({"1. Trade",
                  "  • Ferry trade between Busan and Shimonoseki reached a record $240.1 million "
                  "in 2023.",
                  "2. Tolls",
                  "  • In 2023 the ferry trade between Busan and Shimonoseki totaled $241 million.",
                  "3. Fish",
                  "  • Ferry trade between Busan and Shimonoseki reached $190 million in 2022."})}},
     {{"a.txt", "In 2023 the ferry trade between Busan and Shimonoseki totaled $241 million.",
       "$240.1 million"}}},
    {"KoreanFiguresOfOneThingInTwoReports",
     rule::kDisagreeingFigures,
     {{"a.txt",
       report_of(
           {"1. 무역", "  • 부산과 시모노세키의 여객선 교역은 2023년에 2,401억 달러로 집계됐다."})},
      {"b.txt",
       report_of({"1. 통행료",
                  "  • 부산과 시모노세키의 여객선 교역은 2023년에 2,410억 달러로 집계됐다."})}},
     {{"b.txt", "부산과 시모노세키의 여객선 교역은 2023년에 2,410억 달러로 집계됐다.",
       "2,401억 달러"}}},
    {"TheSameFigureHoweverWritten",
     rule::kDisagreeingFigures,
     {{"a.txt",
       report_of(
           {"1. Trade",
            "  • Ferry trade between Busan and Shimonoseki reached a record $240.1 million in "
            "2023.",
            "2. Tolls",
            "  • In 2023 the ferry trade between Busan and Shimonoseki totaled 240.1m dollars."})}},
     {}},
    {"FiguresOfOtherThings",
     rule::kDisagreeingFigures,
     {{"a.txt",
       report_of({"1. Trade",
                  "  • Ferry trade between Busan and Shimonoseki reached $240 million in 2023.",
                  "2. Cranes", "  • Four gantry cranes cost the board $230 million in 2023.",
                  "3. Fish", "  • 2023년 고등어 위판액은 2억 3천만 달러였다."})}},
     {}},
};

// Each pair speaks of one thing in two periods, scopes or bounds; the last of one.
const AuditCase kScopes[] = {
    {"FiguresOfOtherScopes",
     rule::kDisagreeingFigures,
     {{"quarters.txt",
       report_of({"1. 항만", "  • 2분기에 여수 유람선을 탄 승객은 61만 명으로 집계됐다.",
                  "  • 3분기에 여수 유람선을 탄 승객은 74만 명으로 집계됐다."})},
      {"tax.txt",
       report_of({"1. Ferries", "  • Before tax, the Jindo ferry line earned $6.4 million.",
                  "  • After tax, the Jindo ferry line earned $5.1 million."})},
      {"months.txt",
       report_of({"1. Kelp", "  • Wando kelp growers landed 31,000 tonnes in February-April.",
                  "  • Wando kelp growers landed 38,500 tonnes in February-May."})},
      {"places.txt", report_of({"1. 수출", "  • 보성 녹차 판매량은 독일 310톤이었다.",
                                "  • 보성 녹차 판매량은 캐나다 270톤이었다."})},
      {"bounds.txt", report_of({"1. 등대", "  • 가덕도 등대 보수비는 18억 원을 웃돌았다.",
                                "  • 가덕도 등대 보수비는 21억 원이었다."})},
      {"range.txt",
       report_of({"1. Dredging",
                  "  • Dredging the Ulsan basin raised between 310 and 420 bargeloads of silt.",
                  "  • Dredging the Ulsan basin raised 380 bargeloads of silt."})},
      {"openings.txt", report_of({"1. Berths", "  • Harbourline rents a berth for $310 a night.",
                                  "  • Saltgate rents a berth for $290 a night."})},
      {"one.txt", report_of({"1. Yard", "  • The Namhae boatyard keeps 640 divers on its roll.",
                             "  • The Namhae boatyard keeps about 700 divers on its roll."})}},
     {{"one.txt", "The Namhae boatyard keeps about 700 divers on its roll.", "640"}}},
};

const AuditCase kSummaries[] = {
    {"SummaryThatAddsSomething",
     rule::kUnsupportedSummary,
     {{"a.txt",
       report_of(
           {"1. Summary",
            "  • The harbour board bought four gantry cranes. A gas pipeline beneath the strait "
            "will open next winter.",
            "2. Harbour", "  • The harbour board voted to buy four gantry cranes from Mokpo.",
            "3. 결론",
            "  • 이사회는 갠트리 크레인 네 대를 샀다. 해저 가스관이 내년 겨울 문을 열 예정이라는 "
            "소식도 있다.",
            "4. 항구", "  • 항만 이사회는 갠트리 크레인 네 대를 사기로 했다."})}},
     {{"a.txt", "A gas pipeline beneath the strait will open next winter."},
      {"a.txt", "해저 가스관이 내년 겨울 문을 열 예정이라는 소식도 있다."}}},
    // In another unit, rounded, in the other language, in another spelling; or of the report.
    {"SummaryInAnotherForm",
     rule::kUnsupportedSummary,
     {{"a.txt",
       report_of({"1. Summary", "  • Outlays on defense colors reached nearly $5.4bn.",
                  "  • 러시아와 중국의 교역은 54억 달러.",
                  "  • The sections below describe other odd and curious matters entirely.",
                  "2. Money",
                  "  • Outlay for defence and colours was 5.43 billion dollars at the end.",
                  "  • Trade of Russia and China grew."})}},
     {}},
    {"SummaryWithANameThatIsNowhere",
     rule::kUnsupportedSummary,
     {{"a.txt", report_of({"1. Summary", "  • Later the ferry to Tsushima stopped for winter.",
                           "2. Harbour", "  • The board bought four gantry cranes."})}},
     {{"a.txt", "Later the ferry to Tsushima stopped for winter.", "\"Tsushima\" is nowhere"}}},
};

const auto kName = [](const auto& info) { return std::string(info.param.name); };
INSTANTIATE_TEST_SUITE_P(Sources, ReportRule, ::testing::ValuesIn(kSources), kName);
INSTANTIATE_TEST_SUITE_P(Structure, ReportRule, ::testing::ValuesIn(kStructure), kName);
INSTANTIATE_TEST_SUITE_P(Repeats, ReportRule, ::testing::ValuesIn(kRepeats), kName);
INSTANTIATE_TEST_SUITE_P(Figures, ReportRule, ::testing::ValuesIn(kFigures), kName);
INSTANTIATE_TEST_SUITE_P(Scopes, ReportRule, ::testing::ValuesIn(kScopes), kName);
INSTANTIATE_TEST_SUITE_P(Summaries, ReportRule, ::testing::ValuesIn(kSummaries), kName);

}  // namespace
}  // namespace ibid
