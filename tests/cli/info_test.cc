// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid info: counts that can be counted in the fixtures, damage that the test does.
#include <fstream>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class InfoCommand : public CommandTest {};

TEST_F(InfoCommand, CountsWhatIsThere) {
  index_fixtures();
  const Json info = jsonl({"info"})[0];
  EXPECT_EQ(info["type"], "info");
  EXPECT_EQ(info["reports"], 3);
  EXPECT_EQ(info["passages"], 13);
  EXPECT_EQ(info["citations"], 4);  // 1 + 2 in the English fixture, 1 in the Korean one
  EXPECT_EQ(info["sources"], 3);
  EXPECT_EQ(info["passages_by_kind"].dump(),
            R"({"body":7,"conclusion":2,"glossary":2,"summary":2})");
  EXPECT_EQ(info["first_date"], "2024-06-27");
  EXPECT_EQ(info["last_date"], "2024-06-28");
  EXPECT_EQ(info["path"], path("index"));
  EXPECT_THAT(run({"info"}).out, AllOf(HasSubstr("\npassages    13\n"),
                                       HasSubstr("\ncitations   4 of 3 distinct sources\n")));
}

TEST_F(InfoCommand, TellsTheSchemaWithoutAnIndex) {
  const RunResult result = run({"info", "--schema"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, AllOf(HasSubstr("term prefix"), HasSubstr("ibid.json")));
  for (const Json& row : jsonl({"info", "--schema"})) {
    EXPECT_EQ(row["type"], "schema");
    EXPECT_TRUE(row["where"].is_string());
  }
}

TEST_F(InfoCommand, ChecksAWholeIndex) {
  index_fixtures();
  const RunResult result = run({"info", "--check"});
  EXPECT_EQ(result.exit_code, 0) << result.out;
  EXPECT_EQ(result.out, "the index is whole: 3 reports, 13 passages (generation 1)\n");
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(InfoCommand, FindsDamage) {
  index_fixtures();
  // Every table of every database loses its second half.
  for (const auto& entry : fs::recursive_directory_iterator(path("index"))) {
    if (entry.path().extension() == ".glass") fs::resize_file(entry.path(), entry.file_size() / 2);
  }
  const RunResult result = run({"info", "--check"});
  EXPECT_EQ(result.exit_code, 1) << result.err;
  EXPECT_THAT(result.out, AllOf(HasSubstr("the index is damaged"), HasSubstr("--rebuild")));
  const RunResult json = run({"info", "--check", "--format", "jsonl"});
  EXPECT_EQ(json.exit_code, 1);
  EXPECT_EQ(parse_lines(json.out)[0]["whole"], false);
  EXPECT_EQ(run({"index", "--rebuild", "reports"}).exit_code, 0);
  EXPECT_EQ(run({"info", "--check"}).exit_code, 0);
}

TEST_F(InfoCommand, RefusesAnIndexOfAnotherVersion) {
  index_fixtures();
  const std::string manifest = path("index/ibid.json");
  Json json = Json::parse(std::ifstream(manifest));
  json["format_version"] = 999;
  std::ofstream(manifest) << json.dump();
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"info"}, {"search", "pact"}, {"show", "notes"}, {"index", "reports"}}) {
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, AllOf(HasSubstr("999"), HasSubstr("--rebuild")));
  }
}

}  // namespace
}  // namespace ibid
