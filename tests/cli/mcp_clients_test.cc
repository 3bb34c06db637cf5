// SPDX-License-Identifier: GPL-2.0-or-later
//
// `ibid mcp` and /mcp asked by the clients that assistants are made with: both libraries from npm,
// of both eras, over standard streams and HTTP. They list the tools first and check each answer
// against its schema; a validator that shares nothing with them checks it again.
#include <signal.h>

#include "tests/cli/citation_readers.h"

namespace ibid {
namespace {

struct Asker {
  const char* library;
  const char* mode;
  const char* revision;  // that they agree on; "": the library does not tell
};

constexpr Asker kAskers[] = {
    {"sdk", "default", ""},
    {"client", "default", "2025-11-25"},
    {"client", "legacy", "2025-11-25"},
    {"client", "auto", "2026-07-28"},
    {"client", "modern", "2026-07-28"},
};

class McpClients : public CommandTest {
 protected:
  void SetUp() override {
    readers_ = IBID_CITATION_READERS;
    if (!fs::exists(readers_ + "/node_modules/@modelcontextprotocol") ||
        !succeeds("node --version")) {
      GTEST_SKIP() << "the clients are not in the build folder";
    }
    fs::create_directories(folder_ / "reports");
    for (const auto& entry : fs::directory_iterator(IBID_SOURCE_DIR "/corpus/samples")) {
      fs::copy(entry.path(), folder_ / "reports");
    }
    fs::copy(IBID_SOURCE_DIR "/tests/cli/browser/hostile-2024-10-05.txt", folder_ / "reports");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
    write_questions();
  }

  void ask_for(const Json& question) { questions_ += question.dump() + "\n"; }
  void call(const char* tool, const Json& arguments) {
    ask_for({{"tool", tool}, {"arguments", arguments}});
  }

  // Every tool, in both languages; what fails is asked for, too.
  void write_questions() {
    const std::string hit = "china-russia-trade-2024-08-09#2-1.1@50ae8bec03c9";
    const std::string source = "go-public-web-eng-6408871925530174629-0-0";
    for (const char* query : {"trade $240.1 billion", "인도 S-400", "S-400 인도 미사일 missile",
                              "cites:none", "zebra", "source:연합뉴스", "script alert"}) {
      call("search", {{"query", query}});
    }
    call("search", {{"query", "러시아"},
                    {"facets", {"source", "date", "language"}},
                    {"limit", 50},
                    {"fold", true},
                    {"explain", true},
                    {"max_bytes", 100'000}});
    call("show", {{"id", hit}, {"around", 2}});
    call("show", {{"id", "china-russia-trade-2024-08-09#99.1@000000000000"}});
    for (const auto& entry : fs::directory_iterator(folder_ / "reports")) {
      call("outline", {{"report", entry.path().stem().string()}, {"max_bytes", 200'000}});
    }
    call("verify_quote", {{"quotes",
                           {"a price of $5.34 billion",
                            "a price of $5.43 billion",
                            "얼룩말이 항구에",
                            {{"id", "3"}, {"text", "정비 부품은"}}}}});
    call("check_claims", {{"claims", {"India signed for five S-400s at $6.2bn", "얼룩말"}}});
    call("similar", {{"id", hit}, {"explain", true}});
    call("sources", {{"query", "러시아"}, {"sort", "date"}});
    call("sources", {{"max_bytes", 300'000}});
    call("source", {{"source", source}, {"max_bytes", 300'000}});
    call("resolve", {{"permalinks", {hit, "gone#1.1@000000000000"}}});
    call("resolve", {{"permalinks", {"china-russia-trade-2024-08-09#2-1.1@000000000000"}},
                     {"cited", "China’s customs service put trade at $200 billion."}});
    call("audit", {{"max_bytes", 1'000'000}});
    call("audit", {{"query", "lang:ko"}, {"citations_expected", true}});
    for (const char* format : {"text", "json", "bibtex", "ris", "csl-json", "markdown"}) {
      call("cite", {{"ids", {hit}}, {"format", format}});
    }
    call("info", Json::object());
    for (const char* tool : {"search", "show", "outline", "verify_quote", "check_claims", "similar",
                             "source", "resolve", "cite"}) {
      call(tool, Json::object());
    }
    call("search", {{"query", "AND"}});
    call("no_such_tool", Json::object());
    for (const std::string& uri : {"ibid://passage/" + hit, "ibid://source/" + source,
                                   std::string("ibid://report/china-russia-trade-2024-08-09"),
                                   std::string("ibid://report/없다")}) {
      ask_for({{"read", uri}});
    }
    write("questions.jsonl", questions_);
  }

  // The lines of ask.mjs.
  std::vector<Json> asked(const Asker& asker, const std::string& server) {
    const std::string out = path("answers.jsonl");
    const std::string command =
        std::string("node " IBID_SOURCE_DIR "/tests/cli/mcp_clients/ask.mjs ") + readers_ + " " +
        asker.library + " " + asker.mode + " " + path("questions.jsonl") + " " + server + " >" +
        out;
    EXPECT_TRUE(std::system(command.c_str()) == 0) << command;
    return parse_lines(read_all(out));
  }

  void check(const Asker& asker, const std::string& server) {
    SCOPED_TRACE(std::string(asker.library) + " " + asker.mode + " " + server);
    const std::vector<Json> lines = asked(asker, server);
    const std::size_t count = split_lines(questions_).size();
    ASSERT_EQ(lines.size(), 4 + count);
    if (*asker.revision != '\0') {
      EXPECT_EQ(lines[0]["revision"], asker.revision);
    }
    EXPECT_EQ(lines[0]["server"]["name"], "ibid");
    EXPECT_EQ(lines[1]["tools"].size(), 12U);
    EXPECT_EQ(lines[2]["resources"].size(), 9U);
    EXPECT_EQ(lines[3]["templates"].size(), 3U);
    std::string answers;
    for (std::size_t i = 4; i < lines.size(); ++i) answers += what_is_the_same(lines[i]) + "\n";
    if (answers_.empty()) answers_ = answers;
    EXPECT_EQ(answers, answers_);
    EXPECT_TRUE(succeeds("python3 " IBID_SOURCE_DIR "/tests/cli/mcp_clients/check_results.py " +
                         path("answers.jsonl")));
  }

  // What the eras and libraries have in common.
  static std::string what_is_the_same(Json line) {
    if (line.contains("error")) return line["asked"].dump() + " is no result";
    for (const char* name : {"_meta", "resultType", "ttlMs", "cacheScope"}) {
      line["result"].erase(name);
    }
    return Json(nlohmann::json::parse(line.dump())).dump();  // keys in the order of their names
  }

  std::string readers_, questions_, answers_;
};

TEST_F(McpClients, GetTheSameAnswersEverywhere) {
  const std::string program = std::string(IBID_TOOLS_DIR) + "/ibid mcp --index " + path("index");
  for (const Asker& asker : kAskers) check(asker, program);
  Child child({"serve", "--port", "0"}, options());
  const std::string link = child.first_line();
  const std::size_t token = link.find("?token=");
  ASSERT_NE(token, std::string::npos);
  for (const Asker& asker : kAskers) {
    check(asker, link.substr(0, token) + "mcp " + link.substr(token + 7));
  }
  child.send(SIGTERM);
  EXPECT_EQ(child.finish().exit_code, 0);
  // Most are answered, and those that cannot be are said to be.
  std::size_t refused = 0;
  for (const std::string& line : split_lines(answers_)) {
    refused += line.find("\"isError\":true") == std::string::npos ? 0 : 1;
  }
  EXPECT_EQ(refused, 10U);
}

// The checker does see a wrong answer.
TEST_F(McpClients, AreCheckedByAValidatorThatSeesFaults) {
  const std::string program = std::string(IBID_TOOLS_DIR) + "/ibid mcp --index " + path("index");
  std::vector<Json> lines = asked(kAskers[1], program);
  ASSERT_GT(lines.size(), 4U);
  const std::string check =
      "python3 " IBID_SOURCE_DIR "/tests/cli/mcp_clients/check_results.py " + path("wrong.jsonl");
  const auto write_lines = [&] {
    std::string text;
    for (const Json& line : lines) text += line.dump() + "\n";
    write("wrong.jsonl", text);
  };
  write_lines();
  EXPECT_TRUE(succeeds(check));
  lines[4]["result"]["structuredContent"]["hits"][0]["passage"]["text"] = 5;
  write_lines();
  EXPECT_FALSE(succeeds(check));
}

}  // namespace
}  // namespace ibid
