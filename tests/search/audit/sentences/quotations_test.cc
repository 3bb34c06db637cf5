// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/quotations.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

std::string first_of(const std::string& text) {
  const auto found = find_quotations(text);
  return found.empty() ? "" : std::string(slice(text, found.front()));
}

TEST(Quotations, AreWhatSomeoneSaid) {
  const std::pair<const char*, const char*> cases[] = {
      {"He called it \"a grave mistake\".", "a grave mistake"},
      {"\"No more delays,\" the minister said.", "No more delays,"},
      {"The board warned of \"a long winter ahead\".", "a long winter ahead"},
      {"\"We will not sell the ships.\"", "We will not sell the ships."},
      {"The plan, \"which nobody can pay for\", fell.", "which nobody can pay for"},
      {"그는 \"더 기다릴 수 없다\"고 했다.", "더 기다릴 수 없다"},
      {"정부는 \"강력한 대응\"을 강조했다.", "강력한 대응"},
      {"“배를 팔지 않겠다”는 말이 나왔다.", "배를 팔지 않겠다"},
      {"장관은 “sell the ships”라고 적었다.", "sell the ships"},
  };
  for (const auto& [text, said] : cases) EXPECT_EQ(first_of(text), said) << text;
}

TEST(Quotations, AreNoTitlesAndTerms) {
  for (const char* text :
       {"The report \"Winds of Change\" is out.", "The so-called \"shadow fleet\" grew.",
        "They work by \"last in, first out\" there.", "It was a “shared top concern” of both.",
        "The film “Nobody Is Home” won. He said nothing.", "A plan called \"Blue Sea Forever\".",
        "이른바 “그림자 선단”이 늘었다.", "보고서 “바다의 미래”가 나왔다.",
        "“푸른 바다 만들기”라는 사업을 시작했다.", "“공동 최우선 과제” 가운데 하나다."}) {
    EXPECT_EQ(first_of(text), "") << text;
  }
}

}  // namespace
}  // namespace ibid
