// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of claims against a few passages: what they hold, lack or say differently.
#include "search/claims/claim_checker.h"

#include <gmock/gmock.h>

#include "corpus/error.h"
#include "search/claims/parts/claim_units.h"
#include "search/claims/render_claim.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid::testing {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Texts = std::vector<std::string>;

class Claims : public ::testing::Test {
 protected:
  Claims() {
    test_.write(
        "a.txt",
        report_with("Port", {
                                "Minister Ada Okoye visited Oslo on Monday. Norway ordered the "
                                "S-400 for $5.43 billion (source: "
                                "go-public-web-eng-2877220144866105163-0-0). The harbour stays "
                                "closed.",
                                "A ferry of the Blue Line carries 11,000 people; 26.3 percent of "
                                "them did not pay (source: go-public-web-eng-1-0-0).",
                            }));
    test_.write("b.txt",
                report_with("항구", {
                                        "노르웨이 장관은 국방협정을 체결했다. 가격은 54억 3천만 "
                                        "달러로 추정된다.",
                                    }));
    test_.update_all();
  }

  ClaimAnswer check(std::string_view claim, ClaimOptions options = {}) {
    OpenIndex index(test_.index());
    return ClaimChecker(index, std::move(options)).check(claim);
  }

  // What the first passage of report `report` holds of the claim.
  const ClaimEvidence& evidence(const ClaimAnswer& answer, std::string_view report) {
    for (const ClaimEvidence& each : answer.passages) {
      if (each.passage.report.id == report) return each;
    }
    ADD_FAILURE() << answer.claim << ": nothing of " << report;
    static const ClaimEvidence kNone;
    return kNone;
  }

  TestIndex test_;
};

TEST_F(Claims, AreHeldByTheFormsOfTheirWords) {
  struct Case {
    std::string claim, report;
    Texts holds, in_part, elsewhere, lacks, other_quantities;
  };
  const std::vector<Case> cases = {
      // English
      {"Ada Okoye visits Bergen", "a", {"Ada Okoye", "visits (visited)"}, {}, {}, {"Bergen"}, {}},
      {"Norway orders the S400 for $5.4 billion",
       "a",
       {"Norway", "orders (ordered)", "S400 (S-400)", "$5.4 billion ($5.43 billion rounds to it)"},
       {},
       {},
       {},
       {}},
      {"Norway ordered it for 5,430 million dollars",
       "a",
       {"Norway", "ordered", "5,430 million dollars ($5.43 billion)"},
       {},
       {},
       {},
       {}},
      {"Okoye, Ada Maria, visited the harbour",
       "a",
       {"Okoye", "visited"},
       {"Ada Maria (only Ada)"},
       {"harbour"},
       {},
       {}},
      {"the ferry carries 12,000 people, of whom 26.3% pay",
       "a",
       {"ferry", "carries", "people", "26.3% (26.3 percent)", "pay"},
       {},
       {},
       {"12,000"},
       {"12,000: here 11,000"}},
      // Korean
      {"노르웨이가 협정을 체결하였다",
       "b",
       {"노르웨이가 (노르웨이)", "체결하였다 (체결했다)"},
       {"협정을 (in 국방협정을)"},
       {},
       {},
       {}},
      {"노르웨이 장관의 협정 체결, 가격은 60억 달러",
       "b",
       {"노르웨이", "장관의 (장관은)", "체결 (체결했다)"},
       {"협정 (in 국방협정을)"},
       {"가격은"},
       {"60억 달러"},
       {"60억 달러: here 54억 3천만 달러"}},
      {"가격은 $5.43bn로 추정, 60억 달러는 아니다",
       "b",
       {"가격은", "$5.43bn (54억 3천만 달러)", "추정 (추정된다)"},
       {},
       {},
       {"60억 달러", "아니다"},
       {}},
      // mixed
      {"Norway signed at 5.43bn dollars",
       "b",
       {"Norway (노르웨이, alias)"},
       {},
       {"5.43bn dollars (54억 3천만 달러)"},
       {"signed"},
       {}},
      {"노르웨이의 S-400 주문", "a", {"노르웨이의 (Norway, alias)", "S-400"}, {}, {}, {"주문"}, {}},
  };
  for (const Case& c : cases) {
    const ClaimAnswer answer = check(c.claim);
    const ClaimLists lists = claim_lists(answer, evidence(answer, c.report));
    EXPECT_EQ(lists.holds, c.holds) << c.claim;
    EXPECT_EQ(lists.in_part, c.in_part) << c.claim;
    EXPECT_EQ(lists.elsewhere, c.elsewhere) << c.claim;
    EXPECT_EQ(lists.lacks, c.lacks) << c.claim;
    EXPECT_EQ(lists.figures, c.other_quantities) << c.claim;
  }
}

TEST_F(Claims, FallIntoWordsNamesAndFigures) {
  struct Case {
    std::string claim;
    Texts words, names, figures;
  };
  const std::vector<Case> cases = {
      {"Deliveries of the Blue Line stopped in 2023 at $240 billion.",
       {"Deliveries", "stopped"},
       {"Blue Line"},
       {"2023", "$240 billion"}},
      {"The minister did not go. Never!", {"minister", "not", "go", "Never"}, {}, {}},
      {"Ships Carry Eleven Thousand People", {"Ships", "Carry", "People"}, {}, {"Eleven Thousand"}},
      {"the S-400 and the F-16V", {}, {"S-400", "F-16V"}, {}},
      {"the the of", {}, {}, {}},
      {"ferry, ferry and ferries", {"ferry"}, {}, {}},
      {"KTX 노선을 3.5% 늘렸다", {"노선을", "늘렸다"}, {"KTX"}, {"3.5%"}},
  };
  Analyzer analyzer;
  for (const Case& c : cases) {
    Texts words, names, figures;
    for (const ClaimUnit& unit : read_claim(c.claim, {}, analyzer).units) {
      (unit.kind == ClaimUnitKind::kWord   ? words
       : unit.kind == ClaimUnitKind::kName ? names
                                           : figures)
          .push_back(unit.text);
      EXPECT_EQ(c.claim.substr(unit.range.begin, unit.range.size()), unit.text);
    }
    EXPECT_EQ(words, c.words) << c.claim;
    EXPECT_EQ(names, c.names) << c.claim;
    EXPECT_EQ(figures, c.figures) << c.claim;
  }
}

TEST_F(Claims, NamesAreThoseOfTheOtherLanguageUnlessTakenAsTyped) {
  const std::string claim = "노르웨이 harbour ferry";
  ClaimOptions literal;
  literal.names.aliases = Aliases::kNo;
  const ClaimAnswer with = check(claim);
  ASSERT_THAT(with.units, SizeIs(3));
  EXPECT_EQ(with.units[0].kind, ClaimUnitKind::kName);
  EXPECT_THAT(claim_lists(with, evidence(with, "a")).lacks, ElementsAre("ferry"));
  const ClaimAnswer without = check("노르웨이 S-400 harbour", literal);
  EXPECT_EQ(without.units[0].kind, ClaimUnitKind::kWord);
  EXPECT_THAT(claim_lists(without, evidence(without, "a")).lacks, ElementsAre("노르웨이"));
}

TEST_F(Claims, ReportTheNearestSentenceItsBytesAndItsSources) {
  const ClaimAnswer cited = check("Norway ordered the S-400");
  const ClaimEvidence& first = evidence(cited, "a");
  EXPECT_EQ(first.sentence, 2U);
  EXPECT_EQ(sources_text(first), "the sentence cites go-public-web-eng-2877220144866105163-0-0");
  const std::string file = read_bytes(first.passage.report.path);
  EXPECT_EQ(file.substr(first.sentence_bytes.begin, first.sentence_bytes.size()),
            first.passage.text.substr(first.sentence_text.begin, first.sentence_text.size()));
  EXPECT_DOUBLE_EQ(first.share, 1.0);
  const ClaimAnswer beside = check("the harbour stays closed");
  EXPECT_EQ(sources_text(evidence(beside, "a")),
            "the sentence cites no source; the passage cites "
            "go-public-web-eng-2877220144866105163-0-0");
  const ClaimAnswer none = check("노르웨이 장관은 국방협정을 체결했다");
  EXPECT_EQ(sources_text(evidence(none, "b")), "cites no source");
}

TEST_F(Claims, ReportNegationsOfOneSideOnly) {
  const ClaimAnswer denied = check("Okoye did not visit Oslo");
  EXPECT_THAT(claim_lists(denied, evidence(denied, "a")).negations,
              ElementsAre("not visit: here visited"));
  const ClaimAnswer said = check("26.3 percent of the people pay");
  EXPECT_THAT(claim_lists(said, evidence(said, "a")).negations, ElementsAre("pay: here not pay"));
  EXPECT_THAT(claim_lists(said, evidence(said, "a")).lacks, IsEmpty());
  const ClaimAnswer both = check("26.3 percent of the people did not pay");
  EXPECT_THAT(evidence(both, "a").differences, IsEmpty());
}

TEST_F(Claims, WithoutAPassageHaveACertificate) {
  const ClaimAnswer answer = check("Submarines of Norway guard a purple lighthouse near Atlantis");
  EXPECT_THAT(answer.passages, IsEmpty());
  ASSERT_TRUE(answer.certificate.has_value());
  EXPECT_EQ(answer.certificate->reports, 2U);
  EXPECT_EQ(answer.certificate->passages, 3U);
  EXPECT_EQ(answer.certificate->index.generation, answer.index.generation);
  EXPECT_GT(answer.certificate->nearest, 0);
  EXPECT_LT(answer.certificate->nearest, kClaimFloor);
  EXPECT_THAT(answer.certificate->forms.back(), HasSubstr("Norway as 노르웨이"));
}

TEST_F(Claims, ThatAreLongNeedASmallerShareAndMoreParts) {
  const std::string others =
      " lanterns marble violins copper orchards thunder saddles pepper mirrors canvas gravel";
  EXPECT_THAT(check("harbour closed" + others).passages, IsEmpty());         // 2 of 13
  EXPECT_THAT(check("harbour stays closed" + others).passages, SizeIs(1));   // 3 of 14
  EXPECT_THAT(check("harbour closed lanterns marble").passages, SizeIs(1));  // 2 of 4
  EXPECT_THAT(check("harbour lanterns marble").passages, IsEmpty());         // 1 of 3
  EXPECT_THAT(check("harbour").passages, SizeIs(1));                         // 1 of 1
}

TEST_F(Claims, AreShownUpToTheLimit) {
  ClaimOptions one;
  one.limit = 1;
  EXPECT_THAT(check("Norway", one).passages, SizeIs(1));
  EXPECT_THAT(check("Norway").passages, SizeIs(2));
}

TEST_F(Claims, DoNotTakeSignsForOperators) {
  const ClaimAnswer answer = check("Norway -ordered \"S-400 NEAR title:x (harbour*");
  EXPECT_THAT(claim_lists(answer, evidence(answer, "a")).lacks,
              ::testing::Not(::testing::Contains("ordered")));
}

TEST_F(Claims, ThatAreNotClaimsAreRefusedInASentence) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "the claim is empty"},
      {" \xE3\x80\x80", "the claim is empty"},
      {"\xFF\xFE", "the claim is not UTF-8; convert it first"},
      {"…!?", "the claim holds no word, name or figure to look for"},
      {std::string(kMostClaimBytes + 1, 'a'),
       "the claim has 65537 bytes; at most 65536 can be checked, split it"},
  };
  for (const auto& [claim, message] : cases) {
    try {
      check(claim);
      ADD_FAILURE() << message;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput);
      EXPECT_EQ(error.what(), message);
    }
  }
}

}  // namespace
}  // namespace ibid::testing
