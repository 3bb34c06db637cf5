// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/drafts/draft_quotations.h"

#include <gmock/gmock.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts_of(std::string_view draft, DraftForm form = DraftForm::kPlain) {
  std::vector<std::string> texts;
  for (const DraftQuotation& one : find_draft_quotations(draft, form)) texts.push_back(one.text);
  return texts;
}

TEST(DraftQuotations, StandBetweenMarksOfBothLanguages) {
  EXPECT_THAT(
      texts_of("He said “the quay is shut” and \"the crane is old\"; 'we know it well'.\n"
               "그는 “부두를 닫는다”고 했고 「항만 운영 규정」과 『바다로 가는 길』을 들었다.\n"),
      ElementsAre("the quay is shut", "the crane is old", "we know it well", "부두를 닫는다",
                  "항만 운영 규정", "바다로 가는 길"));
  EXPECT_THAT(texts_of("A “quay” of Samsung's. '부두'라는 말."), IsEmpty());
}

TEST(DraftQuotations, StandInBlockQuotesOfAnyLines) {
  const auto found = find_draft_quotations(
      "The mayor wrote:\n\n> The quay is shut\n> until **May**.\n> — Ada Okoye, *mayor*\n\n"
      "> 부두는 5월까지 닫는다 (출처: go-public-web-kor-2877220144866105163-0-0)\n",
      DraftForm::kMarkdown);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "The quay is shut until May.");
  EXPECT_EQ(found[0].attribution, "— Ada Okoye, mayor");
  EXPECT_TRUE(found[0].is_block);
  EXPECT_EQ(found[1].text, "부두는 5월까지 닫는다");
  EXPECT_THAT(found[1].sources, ElementsAre("go-public-web-kor-2877220144866105163-0-0"));
  EXPECT_EQ(found[1].attribution, "The mayor wrote:");
}

TEST(DraftQuotations, AreAttributedToTheRestOfTheirSentence) {
  const auto found = find_draft_quotations(
      "It rained. Okoye said “the quay is shut” on Monday. 시장은 “부두를 닫는다”고 말했다"
      "(출처: go-public-web-kor-2877220144866105163-0-0). “The crane is old,” said the clerk.",
      DraftForm::kPlain);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].attribution, "Okoye said … on Monday.");
  EXPECT_THAT(found[0].sources, IsEmpty());
  EXPECT_EQ(found[1].attribution, "시장은 …고 말했다");
  EXPECT_THAT(found[1].sources, ElementsAre("go-public-web-kor-2877220144866105163-0-0"));
  EXPECT_EQ(found[2].attribution, "… said the clerk.");
}

TEST(DraftQuotations, HaveLineAndColumnInTheDraft) {
  const auto found = find_draft_quotations(
      "제목\r\n\r\n- 시장은 “부두를\r\n  닫는다”고 했다.\r\n\r\n  > The quay is shut.\r\n",
      DraftForm::kMarkdown);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "부두를 닫는다");
  EXPECT_EQ(found[0].line, 3U);
  EXPECT_EQ(found[0].column, 8U);
  EXPECT_EQ(found[1].line, 6U);
  EXPECT_EQ(found[1].column, 5U);
}

TEST(DraftQuotations, AreNotThoseOfCode) {
  EXPECT_THAT(texts_of("```\nprint(\"not a quotation\")\n```\n\nHe said \"the quay is shut\".\n",
                       DraftForm::kMarkdown),
              ElementsAre("the quay is shut"));
  EXPECT_THAT(texts_of(""), IsEmpty());
  EXPECT_THAT(texts_of("An “unclosed quotation\n\nof two paragraphs”."), IsEmpty());
}

}  // namespace
}  // namespace ibid
