// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid similar: groups, flags, formats and exit codes.
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

constexpr char kPassage[] = "harbour-pact-2024-06-27#2-1.1";

// The fixtures, and two reports about the same thing: one nearly word for word, one in Korean.
class SimilarCommand : public CommandTest {
 protected:
  void SetUp() override {
    write("reports/ferry-2024-07-01.txt",
          "Ferry\n\nGOOVER DAILY REPORT July 1, 2024\ngoover\n\n1. Pact\n\n  • The pact names four "
          "ports and a term of ten years. Refuelling is free up to 5,000 tonnes a year. Neither "
          "side may base troops ashore.\n\n  • Troops of neither side go ashore.\n");
    write("reports/hangu-2024-07-02.txt",
          "항구\n\nGOOVER DAILY REPORT 2024년 7월 2일\ngoover\n\n1. 급유\n\n  • 네 항구에서 급유는 "
          "연간 5,000톤까지 무료다.\n");
    index_fixtures();
  }

  std::vector<Json> similar(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "similar");
    return jsonl(arguments);
  }
};

TEST_F(SimilarCommand, ListsOtherReportsFirstAndMarksTheSameText) {
  const auto lines = similar({kPassage});
  ASSERT_GE(lines.size(), 3U);
  EXPECT_EQ(lines[0]["type"], "similar-to");
  EXPECT_EQ(lines[0]["passage"]["id"], kPassage);
  EXPECT_EQ(lines[0]["returned"], lines.size() - 1);
  EXPECT_EQ(lines[1]["type"], "similar");
  EXPECT_EQ(lines[1]["passage"]["id"], "ferry-2024-07-01#1.1");
  EXPECT_EQ(lines[1]["same_report"], false);
  EXPECT_EQ(lines[1]["near_duplicate"], true);
  EXPECT_GE(lines[1]["shared_triples"], 0.8);
  EXPECT_EQ(lines[2]["near_duplicate"], false);
  EXPECT_FALSE(lines[1].contains("explain"));
  EXPECT_EQ(similar({"--limit", "1", kPassage}).size(), 2U);
}

TEST_F(SimilarCommand, ExplainsByTheWordsInCommon) {
  const auto lines = similar({"--explain", "hangu-2024-07-02#1.1"});
  ASSERT_GE(lines.size(), 2U);
  EXPECT_EQ(lines[1]["passage"]["id"], "hangman-hyeopjeong-2024-06-28#2-1.1");
  std::vector<std::string> words;
  for (const Json& match : lines[1]["explain"]) words.push_back(match["term"]);
  EXPECT_THAT(words, testing::IsSupersetOf({"급유", "항구", "무료다"}));
  EXPECT_THAT(run({"similar", "--explain", "hangu-2024-07-02#1.1"}).out, HasSubstr("급유"));
}

TEST_F(SimilarCommand, ShowsGroupsToPeople) {
  const RunResult result = run({"similar", kPassage});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr(std::string(" like ") + kPassage + "\n"),
                    HasSubstr("\nin other reports\n"), HasSubstr("nearly the same text\n")));
  const RunResult alone = run({"similar", "notes#0.2"});
  EXPECT_EQ(alone.exit_code, 1);
  EXPECT_EQ(alone.out, "no passage is like notes#0.2\n");
  const RunResult both = run({"similar", "ferry-2024-07-01#1.2"});
  EXPECT_LT(both.out.find("in other reports"), both.out.find("in the same report"));
  EXPECT_THAT(both.out, HasSubstr("in the same report"));
}

TEST_F(SimilarCommand, AnUnknownIdIsNotFoundAndANonsenseIdAnError) {
  for (const char* id : {"no-such-report#1.1", "harbour-pact-2024-06-27#99.1"}) {
    const RunResult result = run({"similar", id});
    EXPECT_EQ(result.exit_code, 1) << id;
    EXPECT_EQ(result.err, std::string("ibid: the index holds no passage ") + id + "\n");
    EXPECT_THAT(result.out, IsEmpty());
  }
  for (const char* id : {"", "a b", "harbour-pact-2024-06-27", "r#1.1@xyz"}) {
    const RunResult result = run({"similar", id});
    EXPECT_EQ(result.exit_code, 2) << id;
    EXPECT_THAT(result.err, HasSubstr("is not a passage id"));
  }
  EXPECT_EQ(run({"similar"}).exit_code, 2);
  EXPECT_EQ(run({"similar", "--limit", "0", kPassage}).exit_code, 2);
}

TEST_F(SimilarCommand, TakesAPermalink) {
  const std::string permalink = similar({kPassage})[0]["passage"]["permalink"];
  EXPECT_EQ(run({"similar", permalink}).out, run({"similar", kPassage}).out);
}

}  // namespace
}  // namespace ibid
