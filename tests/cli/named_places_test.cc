// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports, sections and passages as people name them, in the commands that take them.
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

constexpr char kReport[] = "harbour-pact-2024-06-27";

class NamedPlaces : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  std::vector<std::string> shown(const std::string& name) {
    std::vector<std::string> ids;
    for (const Json& line : jsonl({"show", name, "--context", "0"})) {
      if (line["type"] == "passage") ids.push_back(line["passage"]["id"]);
    }
    return ids;
  }
};

TEST_F(NamedPlaces, AreReportsByIdBeginningOrFile) {
  const std::string outline = run({"show", kReport}).out;
  for (const std::string name :
       {"harbour", "harbour-pact", "reports/harbour-pact-2024-06-27.txt",
        "./reports/../reports/harbour-pact-2024-06-27.txt", "harbour-pact-2024-06-27.txt"}) {
    EXPECT_EQ(run({"show", name}).out, outline) << name;
  }
  EXPECT_EQ(run({"show", path("reports/harbour-pact-2024-06-27.txt")}).out, outline);
}

TEST_F(NamedPlaces, AreFilesWithKoreanNames) {
  write("reports/북한 경제 동향.txt", "북한 경제 동향\n\n물가가 올랐다.\n");
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  const std::string outline = run({"show", "북한-경제-동향"}).out;
  EXPECT_THAT(outline, HasSubstr("물가가 올랐다."));
  for (const std::string name : {"북한", "reports/북한 경제 동향.txt", "북한 경제 동향.txt"}) {
    EXPECT_EQ(run({"show", name}).out, outline) << name;
  }
  EXPECT_THAT(run({"show", "북한-경재-동향"}).err, EndsWith("; did you mean 북한-경제-동향?\n"));
}

TEST_F(NamedPlaces, ArePassagesAndSections) {
  EXPECT_THAT(shown("harbour#2-2.1"), ElementsAre(kReport + std::string("#2-2.1")));
  const std::vector<std::string> section = {kReport + std::string("#2-2.1"),
                                            kReport + std::string("#2-2.2")};
  EXPECT_EQ(shown("harbour#2-2"), section);
  EXPECT_EQ(shown("reports/harbour-pact-2024-06-27.txt#2-2"), section);
  const std::vector<std::string> below = shown("harbour#2");
  EXPECT_THAT(below, Contains(section[0]));
  EXPECT_THAT(below, Contains(kReport + std::string("#2-1.1")));
  EXPECT_THAT(below, Each(HasSubstr("#2-")));
  EXPECT_EQ(run({"show", "harbour#77"}).exit_code, 1);
}

TEST_F(NamedPlaces, AreSuggestedOnlyIfTheyAreNear) {
  const RunResult near = run({"show", "harbor-pact-2024-06-27#2-1.1"});
  EXPECT_EQ(near.exit_code, 1);
  EXPECT_EQ(near.err,
            "ibid: the index holds no report harbor-pact-2024-06-27; did you mean "
            "harbour-pact-2024-06-27?\n");
  EXPECT_EQ(run({"show", "xylophone"}).err, "ibid: the index holds no report xylophone\n");
  EXPECT_THAT(run({"show", "pact"}).err, HasSubstr("did you mean harbour-pact-2024-06-27?"));
  fs::remove(path("reports/harbour-pact-2024-06-27.txt"));
  ASSERT_EQ(run({"index", "--allow-removals", "reports"}).exit_code, 0);
  EXPECT_THAT(run({"show", "harbor-pact-2024-06-27"}).err, Not(HasSubstr("did you mean")));
}

TEST_F(NamedPlaces, AreCitedAndCompared) {
  const std::string whole =
      run({"cite", "harbour-pact-2024-06-27#2-2.1", "harbour-pact-2024-06-27#2-2.2"}).out;
  EXPECT_EQ(run({"cite", "harbour#2-2"}).out, whole);
  EXPECT_EQ(run({"cite", "harbour"}).exit_code, 2);
  EXPECT_EQ(run({"similar", "harbour#2-2.1"}).out,
            run({"similar", kReport + std::string("#2-2.1")}).out);
  const RunResult several = run({"similar", "harbour#2-2"});
  EXPECT_EQ(several.exit_code, 2);
  EXPECT_THAT(several.err,
              HasSubstr("has 2 passages; name one, like harbour-pact-2024-06-27#2-2.1"));
}

TEST_F(NamedPlaces, AreValuesOfReportInAQuery) {
  const auto found = [this](const std::string& value) {
    std::vector<std::string> ids;
    for (const Json& line : jsonl({"search", "--limit", "100", "report:" + value})) {
      if (line["type"] == "hit") ids.push_back(line["passage"]["id"]);
    }
    return ids;
  };
  EXPECT_THAT(found(kReport), SizeIs(6));
  EXPECT_EQ(found("harbour"), found(kReport));
  EXPECT_EQ(found("reports/harbour-pact-2024-06-27.txt"), found(kReport));
  EXPECT_THAT(found("harbour#2-2"), SizeIs(2));
  EXPECT_THAT(found("harbour#2-2.2"), ElementsAre(kReport + std::string("#2-2.2")));
  EXPECT_THAT(found("ha*"), Contains("hangman-hyeopjeong-2024-06-28#1.1"));
  EXPECT_THAT(run({"search", "--width", "200", "report:harbor-pact-2024-06-27"}).out,
              HasSubstr("did you mean harbour-pact-2024-06-27?"));
}

}  // namespace
}  // namespace ibid
