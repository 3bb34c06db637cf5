// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

constexpr const char* kHello =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}})"
    "\n"
    R"({"jsonrpc":"2.0","method":"notifications/initialized"})"
    "\n";

std::string call(int id, const std::string& tool, const Json& arguments) {
  const Json message = {{"jsonrpc", "2.0"},
                        {"id", id},
                        {"method", "tools/call"},
                        {"params", {{"name", tool}, {"arguments", arguments}}}};
  return message.dump() + "\n";
}

class McpCommand : public CommandTest {
 protected:
  RunResult send(const std::string& input) {
    RunOptions with = options();
    with.input = input;
    return run({"mcp"}, with);
  }
};

TEST_F(McpCommand, AnswersALineForEachRequest) {
  index_fixtures();
  const RunResult result = send(kHello + call(1, "search", {{"query", "harbour"}}) +
                                call(2, "verify_quote", {{"quotes", {"항만"}}}) +
                                R"({"jsonrpc":"2.0","id":"끝","method":"tools/list"})" + "\n");
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  const auto lines = parse_lines(result.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0]["result"]["serverInfo"]["name"], "ibid");
  EXPECT_GT(lines[1]["result"]["structuredContent"]["hits"].size(), 0U);
  EXPECT_EQ(lines[2]["result"]["structuredContent"]["quotes"].size(), 1U);
  EXPECT_EQ(lines[3]["id"], "끝");
}

// Each of them is answered by an error or not at all, and the next is answered as ever.
TEST_F(McpCommand, IsEndedByNothingThatComesIn) {
  index_fixtures();
  const std::string nested = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":";
  std::string deep = nested;
  for (int i = 0; i < 150'000; ++i) deep += "{\"a\":[";
  struct Case {
    std::string line;
    int code;  // 0: no answer
  };
  const std::vector<Case> cases = {
      {"", 0},
      {"\r", 0},
      {"}", -32700},
      {std::string("\0\0", 2), -32700},
      {"\xFF\xFE{}", -32700},
      {"Content-Length: 20\r", -32700},
      {deep, -32600},
      {std::string(1'000'000, '['), -32600},
      {"\"" + std::string(3'000'000, 'a') + "\"", -32600},
      {"[" + std::string(R"({"jsonrpc":"2.0","id":1,"method":"ping"})") + "]", -32600},
      {"{\"jsonrpc\":\"2.0\",\"id\":\"" + std::string(10'240, 'x') + "\",\"method\":\"ping\"}",
       -32600},
      {R"({"jsonrpc":"2.0","id":1,"method":"exit"})", -32601},
      {R"({"jsonrpc":"2.0","id":1,"method":"shutdown","params":{}})", -32601},
      {R"({"jsonrpc":"2.0","method":"exit"})", 0},
      {R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":[[]]}})", 0},
      {R"({"jsonrpc":"2.0","method":"notifications/cancelled"})", 0},
      {R"({"jsonrpc":"2.0","id":1,"result":{}})", 0},
      {R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search\u0000"}})",
       -32602},
      {R"({"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"ibid://passage/%"}})",
       -32002},
  };
  std::string input = kHello;
  std::vector<int> expected = {0};
  for (const Case& c : cases) {
    input += c.line + "\n" + call(7, "search", {{"query", "harbour"}});
    if (c.code != 0) expected.push_back(c.code);
    expected.push_back(0);
  }
  input += R"({"jsonrpc":"2.0","id":9,"method":"ping"})";  // without a line end
  expected.push_back(0);
  const RunResult result = send(input);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  std::vector<int> codes;
  for (const Json& line : parse_lines(result.out)) {
    codes.push_back(line.contains("error") ? line["error"]["code"].get<int>() : 0);
  }
  EXPECT_EQ(codes, expected);
}

TEST_F(McpCommand, SaysThatThereIsNoIndex) {
  const RunResult result = send(kHello + call(1, "info", Json::object()));
  EXPECT_EQ(result.exit_code, 0);
  const auto lines = parse_lines(result.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1]["result"]["isError"], true);
  EXPECT_THAT(lines[1]["result"]["content"][0]["text"].get<std::string>(), HasSubstr("no index"));
}

TEST_F(McpCommand, EndsWhenNobodyReads) {
  RunOptions with = options();
  with.input = kHello;
  with.closed_output = true;
  EXPECT_EQ(run({"mcp"}, with).exit_code, 0);
  EXPECT_EQ(run({"mcp", "reports"}).exit_code, 2);
}

}  // namespace
}  // namespace ibid
