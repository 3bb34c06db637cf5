// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/messages/mcp_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tools/mcp/messages/mcp_reply.h"
#include "tools/mcp/messages/revision.h"

namespace ibid {
namespace {

using Kind = McpMessage::Kind;
using ::testing::HasSubstr;

McpMessage good(std::string_view text) {
  const auto read = read_message(text);
  const auto* const message = std::get_if<McpMessage>(&read);
  EXPECT_NE(message, nullptr) << text;
  return message == nullptr ? McpMessage() : *message;
}

// The error that is sent, read back.
Json refusal(std::string_view text) {
  const auto read = read_message(text);
  const auto* const bad = std::get_if<BadMessage>(&read);
  EXPECT_NE(bad, nullptr) << text.substr(0, 200);
  return bad == nullptr ? Json() : Json::parse(error_reply(bad->id, bad->error).text);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

TEST(McpMessage, IsARequestANotificationOrAResponse) {
  const McpMessage request =
      good(R"({"jsonrpc":"2.0","id":7,"method":"찾기","params":{"a":"한"}})");
  EXPECT_EQ(request.kind, Kind::kRequest);
  EXPECT_EQ(request.id, 7);
  EXPECT_EQ(request.method, "찾기");
  EXPECT_EQ(request.params["a"], "한");
  EXPECT_EQ(good(R"({"jsonrpc":"2.0","id":"가-1","method":"m"})").id, "가-1");
  EXPECT_EQ(good(R"({"jsonrpc":"2.0","method":"m"})").kind, Kind::kNotification);
  EXPECT_EQ(good(R"({"jsonrpc":"2.0","id":1,"result":{}})").kind, Kind::kResponse);
  EXPECT_EQ(good(" \t{\"jsonrpc\":\"2.0\",\"method\":\"m\"}\r").method, "m");
}

TEST(McpMessage, IsRefusedByTheCodeOfItsFault) {
  struct Case {
    std::string text;
    int code;
    const char* words;
    Json id;  // null: none is answered to
  };
  const std::vector<Case> cases = {
      {"", -32700, "not JSON", {}},
      {"hello", -32700, "not JSON", {}},
      {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/li", -32700, "not JSON", {}},
      {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\xFF\"}", -32700, "UTF-8", {}},
      {"\xEF\xBB", -32700, "UTF-8", {}},
      {R"({"jsonrpc":"2.0","id":1,"method":"\ud800"})", -32700, "not JSON", {}},
      {R"({"jsonrpc":"2.0","id":1e999,"method":"m"})", -32700, "number", {}},
      {"3", -32600, "object", {}},
      {R"([{"jsonrpc":"2.0","id":1,"method":"ping"}])", -32600, "batch", {}},
      {"[]", -32600, "batch", {}},
      {R"({"id":1,"method":"m"})", -32600, "jsonrpc", 1},
      {R"({"jsonrpc":2.0,"id":1,"method":"m"})", -32600, "jsonrpc", 1},
      {R"({"jsonrpc":"1.0","id":"x","method":"m"})", -32600, "jsonrpc", "x"},
      {R"({"jsonrpc":"2.0","id":null,"method":"m"})", -32600, "id", {}},
      {R"({"jsonrpc":"2.0","id":1.5,"method":"m"})", -32600, "id", {}},
      {R"({"jsonrpc":"2.0","id":[1],"method":"m"})", -32600, "id", {}},
      {R"({"jsonrpc":"2.0","id":1})", -32600, "method is missing", 1},
      {R"({"jsonrpc":"2.0","id":1,"method":5})", -32600, "method", 1},
      {R"({"jsonrpc":"2.0","id":1,"method":"m","params":["a"]})", -32602, "params", 1},
  };
  for (const Case& c : cases) {
    const Json reply = refusal(c.text);
    EXPECT_EQ(reply["jsonrpc"], "2.0");
    EXPECT_EQ(reply["error"]["code"], c.code) << c.text;
    EXPECT_THAT(reply["error"]["message"].get<std::string>(), HasSubstr(c.words)) << c.text;
    EXPECT_EQ(reply.contains("id") ? reply["id"] : Json(), c.id) << c.text;
  }
}

TEST(McpMessage, HasLimits) {
  const std::string long_id =
      "{\"jsonrpc\":\"2.0\",\"id\":\"" + std::string(10'240, 'a') + "\",\"method\":\"ping\"}";
  EXPECT_EQ(refusal(long_id)["error"]["code"], -32600);
  EXPECT_EQ(refusal(long_id)["id"].get<std::string>().size(), 10'240U);
  EXPECT_EQ(refusal(repeated("[", 1'000'000))["error"]["code"], -32600);
  EXPECT_EQ(refusal(repeated("{\"a\":", 200'000))["error"]["code"], -32600);
  EXPECT_THAT(refusal(repeated("[", 40) + repeated("]", 40))["error"]["message"],
              "a message is nested at most 32 deep");
  const std::string head = R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":")";
  const std::string most = head + std::string(kMostMessageBytes - head.size() - 3, 'a') + "\"}}";
  EXPECT_EQ(good(most).params["a"].get<std::string>().size(), kMostMessageBytes - head.size() - 3);
  EXPECT_EQ(refusal(most + " ")["error"]["code"], -32600);
}

TEST(McpReply, IsOneLineWithControlsEscaped) {
  const McpReply reply = result_reply("가", {{"text", "a\nb\x1b[31m\xE2\x80\xAE한"}});
  EXPECT_EQ(
      reply.text,
      "{\"jsonrpc\":\"2.0\",\"id\":\"가\",\"result\":{\"text\":\"a\\nb\\u001b[31m\\u202e한\"}}");
  EXPECT_EQ(reply.kind, McpReply::Kind::kResult);
}

TEST(Revision, IsSaidByTheMessageOrNot) {
  const std::string head = R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{)";
  const std::string version = R"("io.modelcontextprotocol/protocolVersion":)";
  const std::string can = R"("io.modelcontextprotocol/clientCapabilities":{})";
  EXPECT_EQ(revision_of(good(head + version + "\"2026-07-28\"," + can + "}}}")),
            Revision::k2026_07_28);
  EXPECT_EQ(revision_of(good(head + "\"progressToken\":1}}}")), std::nullopt);
  EXPECT_EQ(revision_of(good(R"({"jsonrpc":"2.0","id":1,"method":"m"})")), std::nullopt);
  struct Case {
    std::string meta;
    McpFault fault;
  };
  const std::vector<Case> cases = {
      {version + "\"2027-01-01\"," + can, McpFault::kUnsupportedRevision},
      {version + "\"2025-11-25\"," + can, McpFault::kUnsupportedRevision},
      {version + "\"2026-07-28\"", McpFault::kInvalidParams},
      {version + "20260728," + can, McpFault::kInvalidParams},
      {can, McpFault::kInvalidParams},
      {version + "\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":[]",
       McpFault::kInvalidParams},
      {version + "\"2026-07-28\"," + can + ",\"io.modelcontextprotocol/clientInfo\":\"x\"",
       McpFault::kInvalidParams},
  };
  for (const Case& c : cases) {
    try {
      revision_of(good(head + c.meta + "}}}"));
      ADD_FAILURE() << c.meta;
    } catch (const McpError& error) {
      EXPECT_EQ(error.fault(), c.fault) << c.meta;
      EXPECT_EQ(error.of(), McpError::Of::kEnvelope);
      if (c.fault == McpFault::kUnsupportedRevision) {
        EXPECT_EQ(error.data()["supported"], Json::array({"2026-07-28"}));
      }
    }
  }
}

}  // namespace
}  // namespace ibid
