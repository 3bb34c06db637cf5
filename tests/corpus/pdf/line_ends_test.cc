// SPDX-License-Identifier: GPL-2.0-or-later
//
// What comes between the lines of a paragraph.
#include "corpus/pdf/line_ends.h"

#include <gmock/gmock.h>

#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using testing::PdfPageContent;
using testing::read_page;
using testing::texts_of;

// Two lines that fill their column as far as Helvetica of 10 points does, and words elsewhere.
std::string joined(const std::string& first, const std::string& second,
                   const std::string& elsewhere = "Other words.") {
  PdfPageContent page;
  page.text(72, 100, 10, "F", first).text(72, 112, 10, "F", second);
  page.text(72, 300, 10, "F", elsewhere);
  return texts_of(read_page(page)).at(0);
}

TEST(LineEnds, KeepAMinusAndARange) {
  struct Case {
    const char *first, *second, *expected;
  };
  const Case cases[] = {
      {"Revenue in the quarter changed by: -", "23% against last year", "changed by: -23% against"},
      {"The plan is for the two years 2026-", "2027 and no longer.", "2026-2027 and"},
      {"It is valued at a multiple of 10-", "12x of what it earns.", "10-12x of"},
      {"A derivative of the well known N-", "methyl compound.", "N-methyl compound"},
      {"The rest is made of pure 4-", "piperidyl and water.", "4-piperidyl and"},
      {"They called it Sino-", "Russian trade and left.", "Sino-Russian"},
      {"It says that of them were lost 5 -", "10 as far as we know it.", "5 - 10 as"},
      {"An aside that is long enough -", "or so they say here.", "enough - or so"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(joined(c.first, c.second), ::testing::HasSubstr(c.expected));
  }
}

TEST(LineEnds, MakeNoSignOfAHyphenThatEndsALine) {
  EXPECT_THAT(joined("The address of the network is set with netmask -", "255.255.255.0 at last."),
              ::testing::HasSubstr("netmask - 255.255.255.0"));
  EXPECT_THAT(joined("The revenue of the firm rose in that year by (-", "23% at most) again."),
              ::testing::HasSubstr("by (- 23% at"));
  EXPECT_THAT(joined("The revenue of the firm rose in the year by", "-23% at most again."),
              ::testing::HasSubstr("by -23% at"));
  PdfPageContent page;  // an arrow before it, as in listings that are broken
  page.lines(72, 100, 10, 12, "K",
             {"이 그물의 주소를 정하는 낱말은 다음과 같다 ←-",
              "255.255.255.0 이라고 쓰고 다음 줄로 넘어간다"});
  EXPECT_THAT(read_page(page).text, ::testing::HasSubstr("←- 255.255.255.0"));
}

TEST(LineEnds, KeepTheSignOfAFigureAtIt) {
  struct Case {
    const char *first, *second, *elsewhere, *expected;
  };
  const Case cases[] = {
      {"The change of the fourth quarter, Q4 revenue: -", "23% y/y", "A word.",
       "revenue: -23% y/y"},
      {"The revenue of the quarter has changed by -", "23% y/y", "A word.", "changed by -23% y/y"},
      {"The revenue of the quarter has changed by -", "1,204.5 in all", "It was -3% before.",
       "by -1,204.5 in"},
      // A document with dashes: after a word nobody can tell, after a label it is no dash.
      {"The fleet has all that it was said to need -", "23 aircraft", "Ships - as said - are old.",
       "to need - 23 aircraft"},
      {"The change of the fourth quarter, Q4 revenue: -", "23% y/y", "Ships - as said - are old.",
       "revenue: -23% y/y"},
      {"Of the ships that were in the yard it repaired 5 -", "10 in all", "A word.", "5 - 10 in"},
      {"The years that the plan is about are to begin -", "2026-2030", "A word.",
       "begin - 2026-2030"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(joined(c.first, c.second, c.elsewhere), ::testing::HasSubstr(c.expected));
  }
  PdfPageContent page;
  page.lines(72, 100, 10, 16, "K",
             {"올해 넷째 분기에 이 회사가 번 돈은 지난해보다 -", "23%로 줄어들었다고 한다"});
  EXPECT_THAT(read_page(page).text, ::testing::HasSubstr("지난해보다 -23%로"));
  const LineEnds ends({}, {}, {});  // U+2212; an en dash is a dash
  EXPECT_EQ(ends.between({"by", "\u2212", "23%", 0}).join, LineEnd::Join::kNone);
  EXPECT_EQ(ends.between({"by", "\u2013", "23%", 0}).join, LineEnd::Join::kSpace);
}

TEST(LineEnds, DropAHyphenOnlyForAWord) {
  struct Case {
    const char *first, *second, *elsewhere, *expected;
  };
  const Case cases[] = {
      {"The use of controlled sub-", "stances is limited here.", "A word.",
       "controlled substances is"},
      {"The use of controlled sub-", "stances is limited here.", "Sub-stances are meant.",
       "controlled sub-stances is"},
      {"It is a matter of non-", "proliferation as before.", "The non-proliferation treaty.",
       "of non-proliferation as"},
      {"It is a matter of non-", "proliferation as before.", "Nonproliferation is all.",
       "of nonproliferation as"},
      {"SCHEDULES OF CONTROLLED REGU-", "LATION OF THE STATES", "A word.",
       "CONTROLLED REGULATION OF"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(joined(c.first, c.second, c.elsewhere), ::testing::HasSubstr(c.expected));
  }
}

TEST(LineEnds, KeepBoxesOfBothHalvesOfAWord) {
  const ExtractedFile file = read_page(PdfPageContent()
                                           .text(72, 100, 10, "F", "The use of controlled sub-")
                                           .text(72, 112, 10, "F", "stances is limited here."));
  const std::size_t at = file.text.find("substances");
  ASSERT_NE(at, std::string::npos);
  std::vector<float> tops;
  for (const SourceAnchor& anchor : file.anchors) {
    if (anchor.span.text_begin >= at && anchor.span.text_begin < at + 10) {
      tops.push_back(anchor.box.top);
    }
  }
  ASSERT_EQ(tops.size(), 2u);
  EXPECT_NEAR(tops[1] - tops[0], 12, 0.1);
}

TEST(LineEnds, JoinAnAddressThatIsBroken) {
  EXPECT_THAT(joined("See https://www.example.org/reports/", "2024/defence.html for all."),
              ::testing::HasSubstr("https://www.example.org/reports/2024/defence.html for all."));
  EXPECT_THAT(joined("See the site https://www.example.org", "and the other sites there."),
              ::testing::HasSubstr("https://www.example.org and the"));
}

// Lines of Korean, 10 points a syllable, from 72 on.
ExtractedFile korean(const std::vector<std::string>& lines) {
  PdfPageContent page;
  page.lines(72, 100, 10, 16, "K", lines);
  return read_page(page);
}

TEST(LineEnds, JoinAKoreanWordThatIsFoundElsewhere) {
  // 종으로 is there in one piece, below.
  const ExtractedFile file =
      korean({"이 글꼴은 굵은 모양까지 모두 두 종", "으로 되어 있고 모두 함께 나누어 쓴다",
              "다른 글꼴도 같은 종으로 되어 있었다"});
  EXPECT_THAT(file.text, ::testing::HasSubstr("두 종으로 되어"));
}

TEST(LineEnds, BreakAKoreanLineAtAWordWhereItHasRoom) {
  const ExtractedFile file = korean({"정부는 국방에 쓰이는 내년 예산을 올해보다",
                                     "대폭적으로 늘리기로 하였고 국회도 받아들였다",
                                     "이 결정은 모든 부처에 함께 전달될 것이다."});
  EXPECT_THAT(file.text, ::testing::HasSubstr("올해보다 대폭적으로 늘리기로"));
}

TEST(LineEnds, SayWhereNobodyCanTell) {
  const ExtractedFile file =
      korean({"서해 갯벌에서 잡은 고기 가운데에서 민", "꽃게 한 마리가 시장에 나왔다고 합니다"});
  ASSERT_EQ(file.joints.size(), 1u);
  const std::size_t at = file.text.find("민");
  EXPECT_EQ(file.joints[0], at + std::string("민").size());
}

TEST(LineEnds, PutNoSpaceIntoChinese) {
  const ExtractedFile file = korean({"國家安全保障會議事務處長官", "室長會議"});
  EXPECT_EQ(file.text, "國家安全保障會議事務處長官室長會議");
}

TEST(LineEnds, JoinAMixedLineWithASpace) {
  const ExtractedFile file =
      korean({"우리 정부는 이번에 새로 만든 KF-21", "전투기를 공개하고 시험 비행을 마쳤다"});
  EXPECT_THAT(file.text, ::testing::HasSubstr("KF-21 전투기를"));
}

}  // namespace
}  // namespace ibid
