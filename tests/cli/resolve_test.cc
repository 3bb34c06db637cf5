// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid resolve, and what ibid show says of a permalink that no longer holds.
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

constexpr char kHarbour[] = "reports/harbour-pact-2024-06-27.txt";
constexpr char kPact[] = "harbour-pact-2024-06-27#2-1.1";
constexpr char kKorean[] = "hangman-hyeopjeong-2024-06-28#2-2.1";

class ResolveCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  Json passage(const std::string& id) { return jsonl({"show", "--context", "0", id}).at(0); }
  std::string permalink(const std::string& id) { return passage(id)["passage"]["permalink"]; }

  // Replaces the first `old` in a file and brings the index up to date.
  void edit(const std::string& file, const std::string& old, const std::string& now) {
    std::string text = read_all(path(file));
    const std::size_t at = text.find(old);
    ASSERT_NE(at, std::string::npos);
    write(file, text.replace(at, old.size(), now));
    update();
  }
  void update() { ASSERT_EQ(run({"index", "reports"}).exit_code, 0); }

  std::vector<Json> resolve(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), {"resolve", "--format", "jsonl"});
    RunOptions with_input = options();
    with_input.input = input;
    return parse_lines(run(arguments, with_input).out);
  }
};

TEST_F(ResolveCommand, TellsSameChangedMovedAndGone) {
  const std::string pact = permalink(kPact);
  const std::string korean = permalink(kKorean);
  EXPECT_EQ(run({"resolve", pact, korean}).exit_code, 0);
  EXPECT_EQ(run({"resolve", pact}).out, "same     " + pact + "\n");

  edit(kHarbour, "four ports and", "five ports and");
  edit("reports/hangman-hyeopjeong-2024-06-28.txt", "2-2. 인도의", "2-3. 인도의");
  const RunResult result = run({"resolve", pact, korean, "x#1.1@0123456789ab"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, IsEmpty());
  EXPECT_THAT(
      result.out,
      AllOf(HasSubstr("changed  " + pact + "\n         now: The pact names five"),
            HasSubstr("moved    " + korean + "\n         now hangman-"), HasSubstr("#2-3.1@"),
            HasSubstr("gone     x#1.1@0123456789ab\n"),
            HasSubstr("neither the id nor the text is in the index (13 passages in 3 reports)")));
}

TEST_F(ResolveCommand, ShowsWhichWordsOfTheCitedTextChanged) {
  const std::string pact = permalink(kPact);
  const std::string cited = passage(kPact)["passage"]["text"];
  edit(kHarbour, "four ports and", "five ports and");
  const RunResult proven = run({"resolve", "--width", "200", "--cited", cited, pact});
  EXPECT_THAT(proven.out, HasSubstr("The pact names [-four-] {+five+} ports and a term"));
  EXPECT_THAT(proven.out, Not(HasSubstr("is not the text of the permalink")));
  EXPECT_THAT(run({"resolve", "--cited", "The pact names four ports", pact}).out,
              HasSubstr("is not the text of the permalink"));
  const Json line = resolve({"--cited", cited, pact}).at(0);
  EXPECT_EQ(line["diff"]["proven"], true);
  EXPECT_EQ(line["diff"]["parts"][1].dump(),
            R"({"op":"delete","text":"four","cited":{"begin":15,"end":19},)"
            R"("present":{"begin":15,"end":15}})");
}

TEST_F(ResolveCommand, FollowsARenamedFileAndASectionTheTextMovedTo) {
  const std::string pact = permalink(kPact);
  fs::rename(path(kHarbour), path("reports/항만.txt"));
  update();
  const Json line = resolve({pact}).at(0);
  EXPECT_EQ(line["standing"], "moved");
  EXPECT_EQ(line["places"][0]["id"], "항만#2-1.1");
  EXPECT_EQ(line["place_count"], 1);
  EXPECT_EQ(line["present"], nullptr);
  EXPECT_EQ(line["report_known"], false);

  const RunResult shown = run({"show", pact});
  EXPECT_EQ(shown.exit_code, 1);
  EXPECT_EQ(shown.err, "ibid: the passage has moved; the cited text is now at 항만#2-1.1\n");
  EXPECT_THAT(shown.out, AllOf(HasSubstr("The pact names four ports"),
                               HasSubstr("\n  moved: cited as " + std::string(kPact) + "\n")));
  EXPECT_EQ(jsonl({"show", "--context", "0", pact}).at(0)["changed"], false);
}

TEST_F(ResolveCommand, ShowSaysWhereTheCitedTextIsNow) {
  const std::string pact = permalink(kPact);
  edit(kHarbour, "  • The pact names", "  • Inserted before it.\n\n  • The pact names");
  const RunResult shown = run({"show", pact});
  EXPECT_EQ(shown.exit_code, 1);
  EXPECT_EQ(shown.err,
            "ibid: the passage has changed since this permalink was made\n"
            "ibid: the cited text is now at harbour-pact-2024-06-27#2-1.2\n");
  EXPECT_THAT(shown.out,
              AllOf(HasSubstr("Inserted before it."), HasSubstr("not the text that was cited"),
                    HasSubstr("the cited text is at harbour-pact-2024-06-27#2-1.2@")));
  const Json line = jsonl({"show", "--context", "0", pact}).at(0);
  EXPECT_EQ(line["changed"], true);
  ASSERT_EQ(line["cited_at"].size(), 1U);
}

TEST_F(ResolveCommand, ReadsLinesAndWhatASearchWrote) {
  const std::string pact = permalink(kPact);
  const std::string lines = run({"search", "--format", "jsonl", "names", "four", "ports"}).out;
  const std::string own = R"({"permalink":")" + pact + R"(","cited":"The pact names six ports"})";
  edit(kHarbour, "four ports and", "five ports and");
  const auto of_search = resolve({"-"}, lines);
  ASSERT_FALSE(of_search.empty());
  EXPECT_EQ(of_search[0]["permalink"], pact);
  EXPECT_EQ(of_search[0]["standing"], "changed");
  EXPECT_EQ(of_search[0]["diff"]["proven"], true);
  const auto of_lines = resolve({"-"}, pact + "\r\n\n" + own + "\n" + pact);
  ASSERT_EQ(of_lines.size(), 3U);
  EXPECT_EQ(of_lines[0]["diff"], nullptr);
  EXPECT_EQ(of_lines[1]["diff"]["proven"], false);
}

TEST_F(ResolveCommand, ABadLineIsToldAndTheOthersAreAnswered) {
  RunOptions with_input = options();
  with_input.input = "no permalink\n" + permalink(kPact) + "\n" + kPact + "\n{\"a\":1}\n{oops\n";
  const RunResult result = run({"resolve", "-"}, with_input);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, HasSubstr("same     "));
  EXPECT_THAT(result.err, AllOf(HasSubstr("ibid: line 1: \"no permalink\" is not a permalink"),
                                HasSubstr("ibid: line 3: "), HasSubstr("has no hash"),
                                HasSubstr("ibid: line 4: "), HasSubstr("has no member"),
                                HasSubstr("ibid: line 5: "), HasSubstr("is not a JSON object")));
}

TEST_F(ResolveCommand, WrongUseIsOneSentence) {
  const std::string pact = permalink(kPact);
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"resolve", pact, kPact},
                                             {"resolve", "a b"},
                                             {"resolve", "--cited", "x", pact, pact},
                                             {"resolve", "--cited", "x", "-"}}) {
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_EQ(split_lines(result.err).size(), 1U) << result.err;
  }
}

TEST_F(ResolveCommand, AStaleFileIsNotTheSame) {
  const std::string pact = permalink(kPact);
  write(kHarbour, "Something else.\n");
  const RunResult result = run({"resolve", pact});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, AllOf(HasSubstr("same     "), HasSubstr("stale: ")));
  EXPECT_FALSE(passage(kPact).contains("selectors"));  // its position is no longer known
}

TEST_F(ResolveCommand, EveryHitHasSelectorsAndALinkWhereAsked) {
  edit(kHarbour, "\ngoover\n", "\ngoover\nURL: https://reports.example.org/harbour\n");
  const auto plain = jsonl({"search", "\"no limits\""});
  EXPECT_FALSE(plain.at(1).contains("selectors"));
  const auto lines = jsonl({"search", "--selectors", "\"no limits\""});
  const Json& hit = lines.at(1);
  std::vector<std::string> types;
  for (const Json& selector : hit["selectors"]) types.push_back(selector["type"]);
  EXPECT_THAT(types,
              ElementsAre("TextQuoteSelector", "TextPositionSelector", "DataPositionSelector"));
  EXPECT_EQ(hit["selectors"][0]["exact"], hit["passage"]["text"]);
  EXPECT_EQ(hit["selectors"][2]["start"], hit["bytes"]["begin"]);
  EXPECT_EQ(hit["report"]["url"], "https://reports.example.org/harbour");
  const std::string link = hit["link"];
  EXPECT_THAT(link, HasSubstr("https://reports.example.org/harbour#:~:text=India%20ordered"));
  EXPECT_THAT(run({"search", "--selectors", "\"no limits\""}).out, HasSubstr(link + "\n"));
  EXPECT_THAT(run({"show", "harbour-pact-2024-06-27#2-2.1"}).out, HasSubstr(link + "\n"));
}

}  // namespace
}  // namespace ibid
