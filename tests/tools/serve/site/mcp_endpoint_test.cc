// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/site/mcp_endpoint.h"

#include "tests/tools/mcp/tools/assistant_fixture.h"
#include "tests/tools/serve/api/ask_api.h"
#include "tools/serve/site/mcp_headers.h"
#include "tools/serve/site/site.h"

namespace ibid::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kMeta = R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                              R"("io.modelcontextprotocol/clientCapabilities":{}})";

std::string message(const std::string& method, const std::string& params) {
  return R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":{)" + params + "}}";
}

std::string list_tools() { return message("tools/list", kMeta); }
std::string call_info() { return message("tools/call", std::string(R"("name":"info",)") + kMeta); }
std::string read_report(const std::string& id) {
  return message("resources/read", R"("uri":"ibid://report/)" + id + "\"," + kMeta);
}

class McpEndpointTest : public AssistantTest {
 protected:
  McpEndpointTest() : site_(site_services(test_.index()).make()) {}

  HttpResponse ask(const std::string& body, HttpFields headers) {
    HttpRequest request = post("/mcp", body);
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    return site_->answer(request);
  }
  // "200", or "400 -32020".
  std::string status(const std::string& body, const HttpFields& headers) {
    const HttpResponse response = ask(body, headers);
    std::string out = std::to_string(response.status);
    if (response.content_type != "application/json") return out + response.content_type;
    const Json json = Json::parse(response.body);
    return json.contains("error") ? out + " " + json["error"]["code"].dump() : out;
  }

  std::unique_ptr<HttpService> site_;
};

HttpFields modern(const std::string& method, const std::string& name = "") {
  HttpFields out = {{"mcp-protocol-version", "2026-07-28"}, {"mcp-method", method}};
  if (!name.empty()) out.emplace_back("mcp-name", name);
  return out;
}

TEST_F(McpEndpointTest, AnswersBothEras) {
  EXPECT_EQ(status(list_tools(), modern("tools/list")), "200");
  EXPECT_EQ(status(call_info(), modern("tools/call", "info")), "200");
  EXPECT_EQ(status(message("tools/list", ""), {}), "200");
  EXPECT_EQ(status(message("tools/list", ""), {{"mcp-protocol-version", "2025-11-25"}}), "200");
  EXPECT_EQ(status(message("initialize", R"("protocolVersion":"2025-11-25")"), {}), "200");
  EXPECT_EQ(status(R"({"jsonrpc":"2.0","method":"notifications/initialized"})", {}), "202");
  EXPECT_EQ(status(R"({"jsonrpc":"2.0","id":1,"result":{}})", {}), "202");
}

TEST_F(McpEndpointTest, WantsHeadersThatAgreeWithTheMessage) {
  struct Case {
    std::string body;
    HttpFields headers;
    const char* status;
  };
  const std::vector<Case> cases = {
      {list_tools(), {}, "400 -32020"},
      {list_tools(), {{"mcp-protocol-version", "2026-07-28"}}, "400 -32020"},
      {list_tools(), {{"mcp-method", "tools/list"}}, "400 -32020"},
      {list_tools(), modern("tools/call"), "400 -32020"},
      {list_tools(), modern("Tools/list"), "400 -32020"},
      {list_tools(),
       {{"mcp-protocol-version", "2025-11-25"}, {"mcp-method", "tools/list"}},
       "400 -32020"},
      {list_tools(),
       {{"mcp-protocol-version", "2026-07-28"},
        {"mcp-method", "tools/list"},
        {"mcp-method", "tools/call"}},
       "400 -32020"},
      {call_info(), modern("tools/call"), "400 -32020"},
      {call_info(), modern("tools/call", "search"), "400 -32020"},
      {call_info(), modern("tools/call", "=?base64?aW5mbw==?="), "200"},
      {call_info(), modern("tools/call", "=?base64?aW5mb?="), "400 -32020"},
      {call_info(), modern("tools/call", "=?BASE64?aW5mbw==?="), "400 -32020"},
      {read_report("협정"), modern("resources/read", "=?base64?aWJpZDovL3JlcG9ydC/tmJHsoJU=?="),
       "200"},
      {read_report("협정"), modern("resources/read", "ibid://report/pact"), "400 -32020"},
      {message("tools/call", kMeta), modern("tools/call"), "200 -32602"},
      {message("tools/list", ""), {{"mcp-protocol-version", "2026-07-28"}}, "400 -32602"},
      {message("tools/list", ""), {{"mcp-protocol-version", "2024-11-05"}}, "400 -32022"},
      {message("tools/list", ""), {{"mcp-protocol-version", "x"}}, "400 -32022"},
  };
  for (const Case& c : cases) EXPECT_EQ(status(c.body, c.headers), c.status) << c.body;
  std::string later = list_tools();
  later.replace(later.find("2026"), 4, "2027");
  EXPECT_EQ(status(later, {{"mcp-protocol-version", "2027-07-28"}}), "400 -32022");
}

TEST_F(McpEndpointTest, AnswersByTheStatusOfTheEra) {
  EXPECT_EQ(status(message("no/such", kMeta), modern("no/such")), "404 -32601");
  EXPECT_EQ(status(message("ping", kMeta), modern("ping")), "404 -32601");
  EXPECT_EQ(status(message("no/such", ""), {}), "200 -32601");
  EXPECT_EQ(status(read_report("none"), modern("resources/read", "ibid://report/none")),
            "200 -32602");
  EXPECT_EQ(status("{", {}), "400 -32700");
  EXPECT_EQ(status("[" + list_tools() + "]", {}), "400 -32600");
  EXPECT_EQ(status(std::string(1'000'000, '['), {}), "400 -32600");
  EXPECT_EQ(status("{\"a\":\"\xFF\"}", {}), "400 -32700");
}

TEST_F(McpEndpointTest, TakesPostsOfJsonOnly) {
  HttpResponse response = site_->answer(get("/mcp"));
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(header_of(response, "Allow"), "POST");
  EXPECT_EQ(site_->answer(post("/mcp", list_tools(), "text/plain")).status, 415);
  EXPECT_EQ(site_->answer(post("/mcp", list_tools(), "application/jsonp")).status, 415);
  EXPECT_EQ(
      site_->answer(post("/mcp", message("tools/list", ""), "Application/JSON; charset=utf-8"))
          .status,
      200);
  EXPECT_EQ(site_->answer(post("/mcp/", list_tools())).status, 404);
}

TEST_F(McpEndpointTest, GivesLongAnswersTheirOwnThreads) {
  const auto services = site_services(test_.index());
  const auto is_long = [&](const std::string& tool) {
    return services.is_long(post("/mcp", message("tools/call", R"("name":")" + tool + "\"")));
  };
  EXPECT_TRUE(is_long("audit"));
  EXPECT_TRUE(is_long("check_claims"));
  EXPECT_TRUE(is_long("verify_quote"));
  EXPECT_FALSE(is_long("search"));
  EXPECT_FALSE(services.is_long(post("/mcp", list_tools())));
}

TEST(McpHeaders, DecodeWhatIsMarked) {
  EXPECT_EQ(decoded_header("us-west1"), "us-west1");
  EXPECT_EQ(decoded_header("=?base64?SGVsbG8sIOS4lueVjA==?="), "Hello, 世界");
  EXPECT_EQ(decoded_header("=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?="), "=?base64?literal?=");
  EXPECT_EQ(decoded_header("=?base64?"
                           "?="),
            "");
  EXPECT_EQ(decoded_header("=?base64?*?="), std::nullopt);
  EXPECT_EQ(decoded_header("=?base64?="), "=?base64?=");
}

}  // namespace
}  // namespace ibid::testing
