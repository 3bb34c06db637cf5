// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid show: passages by id and permalink, reports by id.
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

constexpr char kReport[] = "harbour-pact-2024-06-27";
constexpr char kPassage[] = "harbour-pact-2024-06-27#2-2.1";

class ShowCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  std::vector<Json> show(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "show");
    return jsonl(arguments);
  }
};

TEST_F(ShowCommand, ShowsAPassageBetweenItsNeighbours) {
  std::vector<std::string> ids;
  std::vector<int> positions;
  for (const Json& line : show({kPassage})) {
    EXPECT_EQ(line["type"], "passage");
    ids.push_back(line["passage"]["id"]);
    positions.push_back(line["position"]);
  }
  EXPECT_THAT(
      ids, ElementsAre("harbour-pact-2024-06-27#2-1.1", kPassage, "harbour-pact-2024-06-27#2-2.2"));
  EXPECT_THAT(positions, ElementsAre(-1, 0, 1));
  EXPECT_EQ(show({"--context", "0", kPassage}).size(), 1U);
  EXPECT_EQ(show({"--context", "100", kPassage}).size(), 6U);  // the whole report
}

TEST_F(ShowCommand, AcceptsAPermalinkAndSaysWhenTheTextHasChanged) {
  const std::string permalink = show({"--context", "0", kPassage})[0]["passage"]["permalink"];
  const RunResult same = run({"show", permalink});
  EXPECT_EQ(same.exit_code, 0);
  EXPECT_THAT(same.err, IsEmpty());
  EXPECT_EQ(show({"--context", "0", permalink})[0]["changed"], false);

  const std::string old = std::string(kPassage) + "@000000000000";
  const RunResult changed = run({"show", old});
  EXPECT_EQ(changed.exit_code, 1);
  EXPECT_EQ(changed.err, "ibid: the passage has changed since this permalink was made\n");
  EXPECT_THAT(changed.out, HasSubstr("India ordered the S-400 system"));
  EXPECT_EQ(show({"--context", "0", old})[0]["changed"], true);
}

TEST_F(ShowCommand, ShowsAReportAsItsOutline) {
  const auto lines = show({kReport});
  EXPECT_EQ(lines[0]["type"], "report");
  EXPECT_EQ(lines[0]["report"]["date"], "2024-06-27");
  // Counted in the fixture: 4 numbered sections, 3 headed bullets and 6 other bullets.
  EXPECT_EQ(lines[0]["sections"], 7);
  EXPECT_EQ(lines[0]["passages"], 6);
  std::vector<std::string> locators;
  for (const Json& line : lines) {
    if (line["type"] == "section") locators.push_back(line["locator"]);
  }
  EXPECT_THAT(locators, ElementsAre("1", "2", "2-1", "2-2", "3", "4", "4-1"));
  EXPECT_THAT(run({"show", kReport}).out,
              AllOf(HasSubstr("\n2 The Pact\n"), HasSubstr("\n  2-2 India’s concerns\n")));
}

TEST_F(ShowCommand, ShowsAKoreanReport) {
  const RunResult result = run({"show", "hangman-hyeopjeong-2024-06-28#4-1.1"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("4 용어집 › 4-1 이한 [인물]"), HasSubstr("협정에 서명한 제독이다.")));
}

TEST_F(ShowCommand, AnUnknownIdIsNotFoundAndANonsenseIdAnError) {
  for (const char* id : {"no-such-report", "no-such-report#1.1", "harbour-pact-2024-06-27#99.1"}) {
    const RunResult result = run({"show", id});
    EXPECT_EQ(result.exit_code, 1) << id;
    const std::string name = id;  // of the report, or the passage of one that is there
    EXPECT_THAT(result.err, AllOf(HasSubstr("ibid: the index holds no "),
                                  HasSubstr(name.starts_with("no") ? "no-such-report" : name)));
    EXPECT_THAT(result.out, IsEmpty());
  }
  for (const char* id : {"", "a b", "#1.1", "r#", "r#1.1@xyz"}) {
    const RunResult result = run({"show", id});
    EXPECT_EQ(result.exit_code, 2) << id;
    EXPECT_THAT(result.err, HasSubstr("is not an id"));
  }
}

TEST_F(ShowCommand, SaysWhenTheFileHasChanged) {
  EXPECT_THAT(run({"show", kPassage}).out, Not(HasSubstr("stale")));
  write("reports/harbour-pact-2024-06-27.txt", "Something else.\n");
  EXPECT_THAT(run({"show", kPassage}).out, HasSubstr("stale: "));
  EXPECT_THAT(run({"show", kReport}).out, HasSubstr("stale: "));
  EXPECT_EQ(show({kReport})[0]["stale"], true);
}

}  // namespace
}  // namespace ibid
