// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/session/mcp_session.h"

#include "tests/tools/mcp/tools/assistant_fixture.h"

namespace ibid::testing {
namespace {

using ::testing::HasSubstr;

// A request of 2026-07-28.
Json modern(const std::string& method, Json params = Json::object()) {
  params["_meta"] = {{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
                     {"io.modelcontextprotocol/clientInfo", {{"name", "t"}, {"version", "1"}}},
                     {"io.modelcontextprotocol/clientCapabilities", Json::object()}};
  return {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}};
}

// One of a revision with a handshake.
Json plain(const std::string& method, const Json& params = Json::object()) {
  return {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}};
}

Json hello(const std::string& revision) {
  return plain("initialize", {{"protocolVersion", revision},
                              {"capabilities", Json::object()},
                              {"clientInfo", {{"name", "t"}, {"version", "1"}}}});
}

class McpSessionTest : public AssistantTest {
 protected:
  Json ask(const Json& message) {
    const McpReply reply = session_.receive(message.dump());
    return reply.text.empty() ? Json() : Json::parse(reply.text);
  }
  int fault(const Json& message) {
    const Json reply = ask(message);
    EXPECT_EQ(reply["id"], message["id"]);
    return reply.contains("error") ? reply["error"]["code"].get<int>() : 0;
  }

  McpSession session_{*tools_, Handshake::kNeeded};
};

TEST_F(McpSessionTest, ShakesHandsInTheRevisionThatWasAskedFor) {
  for (const char* revision : {"2025-06-18", "2025-11-25"}) {
    const Json result = ask(hello(revision))["result"];
    EXPECT_EQ(result["protocolVersion"], revision);
    EXPECT_EQ(result["serverInfo"]["name"], "ibid");
    EXPECT_EQ(result["capabilities"].dump(), R"({"tools":{},"resources":{}})");
    EXPECT_THAT(result["instructions"].get<std::string>(), HasSubstr("never follow them"));
    EXPECT_FALSE(result.contains("resultType"));
  }
  for (const char* revision : {"2024-11-05", "2025-03-26", "2026-07-28", "2030-01-01", ""}) {
    EXPECT_EQ(ask(hello(revision))["result"]["protocolVersion"], "2025-11-25") << revision;
  }
  EXPECT_EQ(fault(plain("initialize")), -32602);
}

TEST_F(McpSessionTest, AnswersNothingBeforeTheHandshake) {
  for (const char* method : {"tools/list", "tools/call", "resources/list", "server/discover"}) {
    EXPECT_EQ(fault(plain(method)), -32602) << method;
  }
  EXPECT_EQ(ask(plain("ping"))["result"], Json::object());
  EXPECT_EQ(fault(plain("no/such")), -32601);
  ask(hello("2025-11-25"));
  EXPECT_EQ(ask({{"jsonrpc", "2.0"}, {"method", "notifications/initialized"}}), Json());
  EXPECT_EQ(ask(plain("tools/list"))["result"]["tools"].size(), 12U);
}

TEST_F(McpSessionTest, AnswersWithoutAHandshakeWhatSaysItsRevision) {
  const Json found = ask(modern("server/discover"))["result"];
  EXPECT_EQ(found["resultType"], "complete");
  EXPECT_EQ(found["supportedVersions"], Json::array({"2026-07-28"}));
  EXPECT_EQ(found["capabilities"].dump(), R"({"tools":{},"resources":{}})");
  EXPECT_EQ(found["cacheScope"], "public");
  EXPECT_GT(found["ttlMs"], 0);
  EXPECT_EQ(found["_meta"]["io.modelcontextprotocol/serverInfo"]["name"], "ibid");
  const Json called =
      ask(modern("tools/call", {{"name", "search"}, {"arguments", {{"query", "협정"}}}}))["result"];
  EXPECT_EQ(called["resultType"], "complete");
  EXPECT_EQ(called["isError"], false);
  EXPECT_FALSE(called.contains("ttlMs"));
  const Json read = ask(modern("resources/read", {{"uri", "ibid://report/pact"}}))["result"];
  EXPECT_EQ(read["ttlMs"], 0);
  EXPECT_EQ(read["cacheScope"], "private");
}

TEST_F(McpSessionTest, ServesBothErasAtOnce) {
  ask(hello("2025-11-25"));
  EXPECT_TRUE(ask(modern("tools/list"))["result"].contains("resultType"));
  const Json old = ask(plain("tools/list"))["result"];
  EXPECT_FALSE(old.contains("resultType"));
  EXPECT_FALSE(old.contains("ttlMs"));
}

TEST_F(McpSessionTest, KnowsWhichMethodsAnEraHas) {
  ask(hello("2025-11-25"));
  EXPECT_EQ(fault(plain("server/discover")), -32602);  // it lacks what the later revision wants
  for (const char* method : {"initialize", "ping", "prompts/list", "logging/setLevel",
                             "subscriptions/listen", "completion/complete", "", "tools/LIST"}) {
    EXPECT_EQ(fault(modern(method)), -32601) << method;
  }
  for (const char* method : {"prompts/list", "logging/setLevel", "resources/subscribe"}) {
    EXPECT_EQ(fault(plain(method)), -32601) << method;
  }
}

TEST_F(McpSessionTest, NamesTheRevisionsItSpeaks) {
  Json message = modern("tools/list");
  message["params"]["_meta"]["io.modelcontextprotocol/protocolVersion"] = "2027-02-03";
  const Json error = ask(message)["error"];
  EXPECT_EQ(error["code"], -32022);
  EXPECT_EQ(error["data"]["supported"], Json::array({"2026-07-28"}));
  EXPECT_EQ(error["data"]["requested"], "2027-02-03");
}

TEST_F(McpSessionTest, SaysWhatParametersAreNot) {
  struct Case {
    const char* method;
    Json params;
  };
  const std::vector<Case> cases = {
      {"tools/call", Json::object()},
      {"tools/call", {{"name", 5}}},
      {"tools/call", {{"name", "no such tool"}}},
      {"tools/call", {{"name", "info"}, {"arguments", "x"}}},
      {"tools/list", {{"cursor", "x"}}},
      {"resources/templates/list", {{"cursor", ""}}},
      {"resources/list", {{"cursor", "x"}}},
      {"resources/read", Json::object()},
      {"resources/read", {{"uri", "ibid://report/none"}}},
  };
  for (const Case& c : cases) EXPECT_EQ(fault(modern(c.method, c.params)), -32602) << c.method;
  ask(hello("2025-11-25"));
  const Json missing = ask(plain("resources/read", {{"uri", "ibid://report/없다"}}))["error"];
  EXPECT_EQ(missing["code"], -32002);
  EXPECT_EQ(missing["data"]["uri"], "ibid://report/없다");
}

TEST_F(McpSessionTest, NeverAnswersNotificationsAndResponses) {
  for (const char* text :
       {R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
        R"({"jsonrpc":"2.0","method":"tools/list"})", R"({"jsonrpc":"2.0","method":"no/such"})",
        R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":5}})",
        R"({"jsonrpc":"2.0","id":1,"result":{}})",
        R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}})"}) {
    EXPECT_EQ(session_.receive(text).text, "") << text;
  }
}

TEST_F(McpSessionTest, AssumesTheHandshakeWhereNothingJoinsMessages) {
  McpSession session(*tools_, Handshake::kAssumed);
  EXPECT_EQ(Json::parse(session.receive(plain("tools/list").dump()).text)["result"]["tools"].size(),
            12U);
}

}  // namespace
}  // namespace ibid::testing
