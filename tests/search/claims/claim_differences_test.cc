// SPDX-License-Identifier: GPL-2.0-or-later
//
// What passages say differently of what a claim is about, and what is not a difference.
#include <gmock/gmock.h>

#include "search/claims/claim_checker.h"
#include "search/claims/parts/claim_units.h"
#include "search/claims/render_claim.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

using Texts = std::vector<std::string>;

class ClaimDifferences : public ::testing::Test {
 protected:
  ClaimDifferences() {
    test_.write(
        "en.txt",
        report_with(
            "Lenders",
            {
                "Halden Bank reported a net profit of $4.5 billion for 2023, a rise of 12% on "
                "the year. Orrin Bank earned $3.1 billion.",
                "Orrin Bank bought two frigates from Peru on March 4, 2023. The price was not "
                "published.",
                "Trade of Chile fell from $27.3 billion in 2021 to $15.2 billion in 2023. Exports "
                "to Peru grew by 8%.",
                "Norland took its S-400s in July 2019 and never paid for them.",
            }));
    test_.write(
        "ko.txt",
        report_with(
            "은행",
            {
                "가람은행은 2023년 순이익이 4조 5천억 원으로 1년 전보다 12% 늘었다고 밝혔다. "
                "나루은행의 순이익은 3조 1천억 원이다.",
                "바다조선은 9월 17일 오슬로에서 계약을 맺었다. 계약 금액은 54억 3천만 "
                "달러로 알려졌다.",
                "한빛이 두레에 컨테이너 4천 개를 보냈다. 수출은 7% 줄었다.",
                "대왕포대는 발사대 6기와 요격탄 48발로 이루어졌다.",
                "새봄은행은 금리를 올리지 않았다. 정부는 대출을 늘리고 있다.",
            }));
    test_.update_all();
  }

  ClaimAnswer check(std::string_view claim, ClaimOptions options = {}) {
    OpenIndex index(test_.index());
    return ClaimChecker(index, std::move(options)).check(claim);
  }

  static Texts told(const ClaimEvidence& evidence) {
    Texts out;
    for (const ClaimDifference& each : evidence.differences) {
      out.push_back(std::string(to_string(each.kind)) + " " + difference_text(each));
    }
    return out;
  }

  // Of the first passage; none of a lesser one.
  Texts told(std::string_view claim) {
    const ClaimAnswer answer = check(claim);
    if (answer.passages.empty()) return {"nothing found"};
    for (const ClaimEvidence& evidence : answer.passages) {
      if (evidence.rank > 1) {
        EXPECT_THAT(told(evidence), IsEmpty()) << claim;
      }
    }
    return told(answer.passages[0]);
  }

  TestIndex test_;
};

TEST_F(ClaimDifferences, AreFiguresAndDaysOfTheSameThing) {
  const std::vector<std::pair<std::string, Texts>> cases = {
      {"Halden Bank reported a net profit of $5.4 billion for 2023.",
       {"figure $5.4 billion: here $4.5 billion"}},
      {"Halden Bank's net profit rose 21% in 2023.", {"figure 21%: here 12%"}},
      {"Orrin Bank bought two frigates from Peru on March 14, 2023.",
       {"date March 14, 2023: here March 4, 2023"}},
      {"Orrin Bank bought three frigates from Peru on March 4, 2023.", {"figure three: here two"}},
      {"대왕포대는 발사대 8기와 요격탄 48발로 이루어졌다.", {"figure 8: here 6"}},
      {"가람은행은 2023년 순이익이 4조 2천억 원이라고 밝혔다.",
       {"figure 4조 2천억 원: here 4조 5천억 원"}},
      {"바다조선은 9월 27일 오슬로에서 계약을 맺었다.", {"date 9월 27일: here 9월 17일"}},
      {"바다조선의 계약 금액은 61억 달러로 알려졌다.", {"figure 61억 달러: here 54억 3천만 달러"}},
      {"Orrin Bank는 2023년 3월 14일 two frigates를 bought from Peru",
       {"date 2023년 3월 14일: here March 4, 2023"}},
  };
  for (const auto& [claim, differences] : cases) EXPECT_EQ(told(claim), differences) << claim;
}

TEST_F(ClaimDifferences, AreNotThoseOfAnotherThing) {
  for (const char* claim : {
           "Tallis Bank reported a net profit of $5.4 billion for 2023.",  // another bank
           "Orrin Bank bought three tugs from Peru on March 4, 2023.",     // not frigates
           "소왕포대는 발사대 8기와 요격탄 36발로 이루어졌다.",
           "Intel reported a net profit of $5.4 billion for 2023.",
           "Halden Bank reported a net profit of $4.5 billion for 2023.",         // as it is
           "Halden Bank reported a net profit of about $4.48 billion for 2023.",  // rounded
           "Halden Bank reported a dividend of 5.4 billion pounds for 2023.",     // another unit
           "Halden Bank reported a net profit of $4.1 billion for 2021.",         // another year
           "사랑은행은 2023년 순이익이 4조 2천억 원으로 1년 전보다 9% 늘었다고 밝혔다.",
           "가람은행은 2023년 순이익이 4조 5천억 원이라고 밝혔다.",
           "바다조선의 계약 금액은 54억 달러로 알려졌다.",
           "새벽조선은 9월 27일 오슬로에서 계약을 맺었다.",
       }) {
    EXPECT_THAT(told(claim), IsEmpty()) << claim;
  }
}

TEST_F(ClaimDifferences, AreDenialsAndReversals) {
  const std::vector<std::pair<std::string, Texts>> cases = {
      {"Orrin Bank never bought the frigates from Peru.", {"negation never bought: here bought"}},
      {"The price of the frigates that Orrin Bank bought was published.",
       {"negation published: here not published"}},
      {"Norland took its S-400 in 2019 and paid for them.", {"negation paid: here never paid"}},
      {"Exports of Chile to Peru fell by 8%.", {"reversal fell: here grew"}},
      {"Trade of Chile fell from $15.2 billion to $27.3 billion.",
       {"reversal $15.2 billion to $27.3 billion: here $27.3 billion in 2021 to $15.2 billion"}},
      {"새봄은행은 금리를 올렸다.", {"negation 올렸다: here 올리지 않았다"}},
      {"한빛이 두레에 컨테이너 4천 개를 보내지 않았다.", {"negation 보내지 않았다: here 보냈다"}},
      {"두레가 한빛에 컨테이너 4천 개를 보냈다.", {"reversal 두레가 한빛에: here 한빛이"}},
      {"한빛의 수출은 7% 늘었다.", {"reversal 늘었다: here 줄었다"}},
      {"한빛은 수출을 7% 늘릴 것이다.", {"reversal 늘릴: here 줄었다"}},
      {"Chile의 exports to Peru는 8% 줄었다.", {"reversal 줄었다: here grew"}},
      // and not
      {"Orrin Bank bought frigates, which Peru sold.", {}},
      {"The price of the frigates that Orrin Bank bought was not published.", {}},
      {"새봄은행은 금리를 올리지 않았다.", {}},
      {"정부는 대출을 늘리고 있다.", {}},
      {"한빛이 두레에 컨테이너 4천 개를 보냈다.", {}},
  };
  for (const auto& [claim, differences] : cases) EXPECT_EQ(told(claim), differences) << claim;
}

TEST_F(ClaimDifferences, OfTheClaimsOwnNameComeFirst) {
  // Most of its words are of the other bank.
  const ClaimAnswer answer =
      check("나루은행은 2023년 순이익이 4조 5천억 원으로 12% 늘었다고 밝혔다.");
  ASSERT_FALSE(answer.passages.empty());
  // 4조 5천억 원 is of 가람은행, so the passage is not said to hold it.
  const ClaimLists lists = claim_lists(answer, answer.passages[0]);
  EXPECT_THAT(lists.lacks, ::testing::Contains("4조 5천억 원"));
}

TEST_F(ClaimDifferences, PartsOfAClaimAreWhole) {
  Analyzer analyzer;
  const auto parts = [&](std::string_view claim) {
    Texts out;
    for (const ClaimUnit& unit : read_claim(claim, {}, analyzer).units) {
      if (unit.counts) out.push_back(unit.text + (unit.denied ? " (denied)" : ""));
    }
    return out;
  };
  EXPECT_THAT(parts("6월 18일에 조약을 체결하지 않았다"),
              ElementsAre("6월 18일", "조약을", "체결하지 않았다 (denied)"));
  EXPECT_THAT(parts("대출을 늘리고 있다"), ElementsAre("대출을", "늘리고 있다"));
  EXPECT_THAT(parts("무기를 보낼 수 있다고 말했다"),
              ElementsAre("무기를", "보낼 수 있다고", "말했다"));
  EXPECT_THAT(parts("법이 적용된 적이 없다"), ElementsAre("법이", "적용된 적이 없다 (denied)"));
  EXPECT_THAT(parts("On June 18, 2024 ships did not sail"),
              ElementsAre("June 18, 2024", "ships", "sail (denied)"));
  EXPECT_THAT(parts("not only ships sail"), ElementsAre("ships", "sail"));
}

TEST_F(ClaimDifferences, APluralDesignatorIsTheSame) {
  const ClaimAnswer answer = check("Norland took its S-400 in July 2019");
  const ClaimLists lists = claim_lists(answer, answer.passages.at(0));
  EXPECT_THAT(lists.holds, ::testing::Contains(::testing::StartsWith("S-400")));
  EXPECT_THAT(lists.lacks, IsEmpty());
}

TEST_F(ClaimDifferences, NearCopiesAreOneRow) {
  const std::string text =
      "The quiet harbour of Sund was dredged for 40 million crowns in the spring of 2022";
  test_.write("copy1.txt", report_with("Harbour", {text + ".", text + " by a Dutch firm."}));
  test_.write("copy2.txt", report_with("Harbour again", {text + " (source: A)."}));
  test_.write(
      "other.txt",
      report_with(
          "Harbour dearer",
          {"The quiet harbour of Sund was dredged for 70 million crowns in the spring of 2022."}));
  test_.update_all();
  const std::string claim = "the harbour of Sund was dredged for 40 million crowns";
  const ClaimAnswer folded = check(claim);
  ASSERT_THAT(folded.passages, SizeIs(2));
  EXPECT_THAT(folded.passages[0].alike, SizeIs(2));
  EXPECT_EQ(alike_text(folded.passages[0]), "in 2 more, nearly alike");
  EXPECT_EQ(folded.passages[1].passage.report.id, "other");  // it has another figure
  ClaimOptions all;
  all.alike = Alike::kList;
  all.limit = 4;
  EXPECT_THAT(check(claim, all).passages, SizeIs(4));
}

TEST_F(ClaimDifferences, EntriesOfSourceListsComeLast) {
  test_.write("list.txt",
              "Ferries\n\nGOOVER DAILY REPORT June 1, 2024\ngoover\n\n1. Fares\n\n  • The fares "
              "of the Skerry ferry were doubled (source: go-public-web-eng-12-0-0).\n\n2. Source "
              "Documents\n\n  • Skerry ferry fares doubled at once, islanders say "
              "(go-public-web-eng-12-0-0)\n");
  test_.update_all();
  const ClaimAnswer answer = check("Skerry ferry fares doubled at once, islanders say");
  ASSERT_THAT(answer.passages, SizeIs(2));
  EXPECT_EQ(answer.passages[0].passage.kind, PassageKind::kBody);
  EXPECT_EQ(answer.passages[1].passage.kind, PassageKind::kSource);
}

}  // namespace
}  // namespace ibid::testing
