// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/compare/shared_parts.h"

#include <gmock/gmock.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

StoredPassage passage(const std::string& text, const std::vector<std::string>& sources = {}) {
  StoredPassage out;
  out.text = text;
  for (const std::string& source : sources) {
    Citation citation;
    citation.source = source;
    citation.form = Citation::Form::kOther;
    out.citations.push_back(citation);
  }
  return out;
}

TEST(SharedParts, FindsFiguresHoweverWritten) {
  const SharedParts parts =
      shared_figures(passage("Trade rose 26.3% to $240.1 billion, 11,000 items."),
                     passage("교역액은 2,401억 달러로 27% 늘었고 1만 1천 품목이었다."));
  EXPECT_THAT(parts.only_a, ElementsAre("26.3%"));
  EXPECT_THAT(parts.only_b, ElementsAre("27%"));
  EXPECT_THAT(parts.both, ElementsAre("$240.1 billion", "11,000"));
}

TEST(SharedParts, FindsDatesInBothLanguages) {
  const SharedParts parts =
      shared_days(passage("They signed on June 19, 2024 and met again on 5 July 2024."),
                  passage("2024년 6월 19일 서명했고 2024년 8월 5일 다시 만났다."));
  EXPECT_THAT(parts.only_a, ElementsAre("5 July 2024"));
  EXPECT_THAT(parts.only_b, ElementsAre("2024년 8월 5일"));
  EXPECT_THAT(parts.both, ElementsAre("June 19, 2024"));
}

TEST(SharedParts, NamesEachSourceOnce) {
  const SharedParts parts = shared_sources(passage("a", {"Reuters", "연합뉴스", "Reuters"}),
                                           passage("b", {"연합뉴스", "AP"}));
  EXPECT_THAT(parts.only_a, ElementsAre("Reuters"));
  EXPECT_THAT(parts.only_b, ElementsAre("AP"));
  EXPECT_THAT(parts.both, ElementsAre("연합뉴스"));
}

TEST(SharedParts, AreNoneOfTextsWithoutAny) {
  const SharedParts parts = shared_figures(passage(""), passage("조약"));
  EXPECT_THAT(parts.only_a, IsEmpty());
  EXPECT_THAT(parts.only_b, IsEmpty());
  EXPECT_THAT(parts.both, IsEmpty());
}

}  // namespace
}  // namespace ibid
