// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/known_titles.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ibid {
namespace {

struct Kind {
  std::string title;
  PassageKind kind;
};

TEST(KnownTitles, SayTheKindInBothLanguages) {
  const std::vector<Kind> table = {
      {"Summary", PassageKind::kSummary},
      {"EXECUTIVE  SUMMARY", PassageKind::kSummary},
      {"요약", PassageKind::kSummary},
      {"요약 (Summary)", PassageKind::kSummary},
      {"개요:", PassageKind::kSummary},
      {"Conclusion", PassageKind::kConclusion},
      {"Conclusion: A New Order", PassageKind::kConclusion},
      {"결론", PassageKind::kConclusion},
      {"맺음말", PassageKind::kConclusion},
      {"결론 / Conclusion", PassageKind::kConclusion},
      {"Glossary", PassageKind::kGlossary},
      {"용어집", PassageKind::kGlossary},
      {"용어 설명", PassageKind::kGlossary},
      {"Source Documents", PassageKind::kSource},
      {"References:", PassageKind::kSource},
      {"Bibliography", PassageKind::kSource},
      {"출처 문서", PassageKind::kSource},
      {"출처", PassageKind::kSource},
      {"참고 문헌", PassageKind::kSource},
      {"참고 자료", PassageKind::kSource},
  };
  for (const Kind& row : table) {
    const auto kind = kind_of_title(row.title);
    ASSERT_TRUE(kind) << row.title;
    EXPECT_EQ(*kind, row.kind) << row.title;
  }
  for (const std::string title : {"", "Summary Judgements in Court", "Wires", "요약하는 법", ":"}) {
    EXPECT_FALSE(kind_of_title(title)) << title;
  }
}

TEST(KnownTitles, AreHeadingsOnlyAlone) {
  EXPECT_TRUE(is_known_heading("Glossary:"));
  EXPECT_TRUE(is_known_heading("용어집"));
  EXPECT_FALSE(is_known_heading("Conclusion: the talks failed"));
  EXPECT_FALSE(is_known_heading("Sources say so"));
}

TEST(KnownTitles, KnowContentsAndFurniture) {
  for (const std::string line : {"TABLE OF CONTENTS", "Contents", "목차", "차례", "Contents:"}) {
    EXPECT_TRUE(is_contents_title(line)) << line;
  }
  EXPECT_FALSE(is_contents_title("Contents of the treaty"));
  for (const std::string line :
       {"Your browser does not support JavaScript!", "Skip to main content", "본문 바로가기",
        "이 브라우저는 자바스크립트를 지원하지 않습니다.", "We use cookies to improve this site.",
        "쿠키를 사용합니다", "공유하기", "Share"}) {
    EXPECT_TRUE(is_furniture(line)) << line;
  }
  for (const std::string line : {"", "Share of trade", "Geopolitical Shifts", "검색 시장의 변화"}) {
    EXPECT_FALSE(is_furniture(line)) << line;
  }
}

}  // namespace
}  // namespace ibid
