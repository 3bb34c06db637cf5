// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/line_title.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/report_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

struct SignedLine {
  std::string line;
  TitleSign sign;
  std::string title;
};

TEST(SignedTitle, HasASignAndATitle) {
  using enum TitleSign;
  const std::vector<SignedLine> table = {
      {"제1장 항구", kChapter, "항구"},
      {"제 12 장  항구", kChapter, "항구"},
      {"제2절 배", kPart, "배"},
      {"Chapter 3. Ports", kChapter, "Ports"},
      {"Ⅲ. 전망", kRoman, "전망"},
      {"Ⅰ 전망", kRoman, "전망"},
      {"IV. OUTLOOK", kRoman, "OUTLOOK"},
      {"1) 배", kParenthesis, "배"},
      {"(2) Ships", kBracket, "Ships"},
      {"③ 배", kCircled, "배"},
      {"나. 배", kHangul, "배"},
      {"B. Ships", kLetter, "Ships"},
      {"<배의 역사>", kAngle, "배의 역사"},
      {"【배】", kAngle, "배"},
      {"Ships[edit]", kEdit, "Ships"},
  };
  for (const SignedLine& row : table) {
    const SignedTitle title = parse_signed_title(row.line);
    EXPECT_EQ(title.sign, row.sign) << row.line;
    EXPECT_EQ(title.title, row.title) << row.line;
  }
  for (const std::string line :
       {"", "제1장", "제1장에서", "Part of it", "IV", "1)", "(2023년 대비)", "가", "그. 배",
        "A. B. Smith", "<br>", "<출처=한결신문>", "<a@b.org>", "[1] Ships", "Ships"}) {
    EXPECT_EQ(parse_signed_title(line).sign, TitleSign::kNone) << line;
  }
}

struct Sections {
  std::string text;
  std::vector<std::string> sections;  // "title parent"
};

void check(const std::vector<Sections>& table) {
  for (const Sections& row : table) {
    const Report report = testing::parse(row.text);
    testing::check_invariants(report, row.text);
    std::vector<std::string> shown;
    for (const Section& section : report.sections) {
      shown.push_back((section.number.empty() ? "" : section.number + " ") + section.title + " " +
                      std::to_string(section.parent));
    }
    EXPECT_THAT(shown, ElementsAreArray(row.sections)) << row.text;
  }
}

TEST(LineTitles, WithSignsNest) {
  check({
      {"제목\n\n제1장 항구\n\n제1절 역사\n\n항구는 오래되었다.\n\n제2절 현재\n\n항구가 바쁘다.\n\n"
       "제2장 배\n\n배가 많다.\n",
       {"항구 -1", "역사 0", "현재 0", "배 -1"}},
      {"T\n\nⅠ. 현황\n\n1. 국내\n\n가. 항구\n\n늘었다.\n\n나. 배\n\n줄었다.\n\nⅡ. 전망\n\n1. "
       "국내\n\n"
       "밝다.\n",
       {"현황 -1", "1 국내 0", "항구 1", "배 1", "전망 -1", "1 국내 4"}},
      {"Memo\n\nI. FACTS\n\nA. The storm\n\nIt came.\n\nB. The port\n\nIt shut.\n\nII. "
       "LAW\n\nSo.\n",
       {"FACTS -1", "The storm 0", "The port 0", "LAW -1"}},
      {"T\n\nⅠ. 현황\n\n1. 항구\n\n글이다.\n\n2. 참고문헌\n\nPort Yearbook - Ledger\n",
       {"현황 -1", "1 항구 0", "2 참고문헌 -1"}},
      {"1. A\n\n1) 부두\n\n부두가 찼다.\n\n2) Cranes\n\nThey stopped.\n",
       {"1 A -1", "부두 0", "Cranes 0"}},
  });
  EXPECT_THAT(testing::parse("T\n\nⅠ. 가\n\n1. 나\n\n글.\n\nⅡ. 다\n\n1. 라\n\n글.\n").notes,
              ::testing::IsEmpty());
}

TEST(LineTitles, AreNoListItems) {
  check({
      {"T\n\nText.\n\n1) 부두를 넓힌다\n2) 배를 늘린다\n3) 길을 낸다\n\nMore text.\n", {}},
      {"T\n\nText.\n\n① 부두\n\n② 배\n\n③ 길\n\n글이 이어진다.\n", {}},
      {"T\n\nText.\n\n가. 부두를 넓혔다.\n\n글.\n", {}},
      {"T\n\n글이\n가. 나누어진 줄이다\n이어진다.\n", {}},
      {"T\n\nText.\n\n(1) Ships\n", {}},
      {"T\n\n<그림 1>\n\n글이다.\n\n<표 2> 배\n\n글이다.\n", {}},
  });
}

TEST(LineTitles, InCapitalsStandAlone) {
  check({
      {"Title\n\nTHE PORT\n\nIt is open.\n\nWhat it ships\n\nIt ships grain.\n",
       {"THE PORT -1", "What it ships -1"}},
      {"Title\n\nTHE PORT\nIt is open, and it has been open ever since 1987.\n", {"THE PORT -1"}},
      {"Title\n\nUSA\n\nText.\n", {}},
      {"Title\n\nIt said:\nTHE PORT\nis open.\n", {}},
      {"Title\n\nTHE PORT\n", {}},
      {"THE PORT\n\nIt is open.\n", {}},
  });
}

TEST(LineTitles, ThatAreShortNeedOthers) {
  check({
      {"Title\n\nOne paragraph.\n\nA short line\n\nAnother paragraph.\n", {}},
      {"Title\n\nOne.\n\nA short line\n\nTwo.\n\n짧은 줄\n\n셋이다.\n",
       {"A short line -1", "짧은 줄 -1"}},
      {"제목\n\n서론\n\n글이다.\n\n배와 항구\n\n글이다.\n", {"서론 -1", "배와 항구 -1"}},
      {"Title\n\nSummary\n\nText.\n\nThe port\n\nText.\n\n- a point\n\nNo stop here\n\nNor here\n",
       {"Summary -1", "The port -1"}},
      {"Title\n\nSummary\n\nText.\n\n(in tons)\n\nText.\n\nSource: customs\n\nText.\n\nTable 2. "
       "Ships\n\n"
       "Text.\n\n7 January 2025\n\nText.\n\nShe said:\n\nText.\n\n끝났습니다\n\n글이다.\n",
       {"Summary -1"}},
      {"제목\n\n■ 부두 이야기\n\n부두가 바쁘다.\n\n■ Cranes at work\n\nThey lift.\n",
       {"부두 이야기 -1", "Cranes at work -1"}},
      {"제목\n\n□ 부두가 바쁘다.\n\n □ 배\n\n  ㅇ 배가 많다.\n", {}},
      {"# Title\n\n## Ports\n\nText.\n\nA short line\n\nText.\n\nANOTHER LINE\n\nText.\n",
       {"Ports -1"}},
      {"Title\n\nSummary\n\nText.\n\nReferences\n\nHarbour Yearbook\n\nPort Register, Oslo.\n",
       {"Summary -1", "References -1"}},
  });
}

}  // namespace
}  // namespace ibid
