// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/near_copies.h"

#include <gtest/gtest.h>

#include <vector>

namespace ibid {
namespace {

struct Pair {
  const char *a, *b;
};

void expect(const std::vector<Pair>& pairs, bool alike) {
  for (const Pair& pair : pairs) {
    const CopyWords a = copy_words(pair.a), b = copy_words(pair.b);
    EXPECT_EQ(nearly_alike(a, b), alike) << pair.a << "\n" << pair.b;
    EXPECT_EQ(nearly_alike(b, a), alike) << pair.b << "\n" << pair.a;
  }
}

TEST(NearCopies, HaveTheSameWordsInOtherDress) {
  expect(
      {
          {"The ferry line carried 4,200 riders in May.",
           "the ferry line carried 4,200 riders in May"},
          {"The port “Alba” reopened on Monday.", "The port \"Alba\" reopened on Monday."},
          {"The quay was rebuilt in two years (source: go-public-web-eng-12-0-0).",
           "The quay was rebuilt in two years (source: go-public-news-eng-77-0-0)."},
          {"부두는 두 해 만에 다시 지어졌다 (출처: go-public-web-kor-12-0-0).",
           "부두는 두 해 만에 다시 지어졌다."},
          {"시의회가 여객선 보조금을 승인했다.", "시의회는 여객선 보조금을 승인했다고."},
          {"The council approves the ferry subsidy for the islands.",
           "The council approved the ferry subsidy for the islands."},
          {"The A-20 bridge closes at night while crews replace the worn steel deck plates.",
           "The A-20 bridge closes at night while local crews replace the worn steel deck plates."},
          {"항만공사는 새 부두 A-20의 공사를 봄에 시작해 가을까지 마칠 예정이라고 밝혔다.",
           "항만공사는 새 부두 A-20의 공사를 봄에 시작해 늦은 가을까지 마칠 예정이라고 밝혔다."},
      },
      true);
}

TEST(NearCopies, AreNoPassagesThatDifferInWhatTheySay) {
  expect(
      {
          // a figure, its unit, its scale
          {"The ferry line carried 4,200 riders in May.",
           "The ferry line carried 4,300 riders in May."},
          {"The quay cost 5 million dollars and two years of work by many local crews.",
           "The quay cost 5 billion dollars and two years of work by many local crews."},
          {"보조금은 54억 원이며 시의회가 봄에 승인했다.",
           "보조금은 54만 원이며 시의회가 봄에 승인했다."},
          // a negation
          {"The council has approved the ferry subsidy for the islands this spring.",
           "The council has not approved the ferry subsidy for the islands this spring."},
          {"시의회가 섬을 오가는 여객선 보조금을 올해 봄에 승인했다.",
           "시의회가 섬을 오가는 여객선 보조금을 올해 봄에 승인하지 않았다."},
          // a name, an office
          {"Officials in Alba said that the harbour would open to small boats again soon.",
           "Officials in Orla said that the harbour would open to small boats again soon."},
          {"국방장관은 새 부두를 둘러보고 돌아갔다.", "국방차관은 새 부두를 둘러보고 돌아갔다."},
          {"The harbour will open to small boats again before the end of the week.",
           "The harbour at Orla will open to small boats again before the end of the week."},
          // what was done
          {"Fares on the island route rose in May and June.",
           "Fares on the island route fell in May and June."},
          {"섬 노선의 요금은 5월에 인상됐다.", "섬 노선의 요금은 5월에 인하됐다."},
          // who did it to whom
          {"Alba sued Orla over the harbour dues of the past two years.",
           "Orla sued Alba over the harbour dues of the past two years."},
          // much more
          {"The council met.", "The council met and talked about the ferry for hours."},
          {"", ""},
          {"(source: go-public-web-eng-12-0-0)", "(source: go-public-web-eng-13-0-0)"},
      },
      false);
}

}  // namespace
}  // namespace ibid
