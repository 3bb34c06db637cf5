// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/mcp_tools.h"

#include <set>

#include "tests/tools/mcp/tools/assistant_fixture.h"
#include "tools/mcp/tools/tool_table.h"

namespace ibid::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(AssistantTest, ListsItsToolsInOneOrderAsReadOnly) {
  const Json tools = tools_->list()["tools"];
  std::vector<std::string> names;
  for (const Json& tool : tools) {
    names.push_back(tool["name"]);
    EXPECT_EQ(tool["annotations"]["readOnlyHint"], true);
    EXPECT_EQ(tool["inputSchema"]["type"], "object");
    EXPECT_EQ(tool["inputSchema"]["additionalProperties"], false);
    EXPECT_EQ(tool["outputSchema"]["type"], "object");
    EXPECT_FALSE(tool["description"].get<std::string>().empty());
  }
  EXPECT_EQ(names, (std::vector<std::string>{"search", "show", "outline", "verify_quote",
                                             "check_claims", "similar", "sources", "source",
                                             "resolve", "audit", "cite", "info"}));
  EXPECT_EQ(tools_->list(), tools_->list());
}

// A reference that leads nowhere would make a client refuse the tool.
TEST_F(AssistantTest, HasSchemasThatAreCompleteInThemselves) {
  const Json tools = tools_->list()["tools"];
  for (const Json& tool : tools) {
    std::set<std::string> used, defined;
    const std::string text = tool["outputSchema"].dump();
    for (std::size_t at = text.find("\"$ref\":\""); at != std::string::npos;
         at = text.find("\"$ref\":\"", at + 1)) {
      const std::size_t begin = at + 8;
      used.insert(text.substr(begin, text.find('"', begin) - begin));
    }
    for (const auto& [name, schema] : tool["outputSchema"]["$defs"].items()) {
      defined.insert("#/$defs/" + name);
    }
    EXPECT_EQ(used, defined) << tool["name"];
    EXPECT_EQ(tool["inputSchema"].dump().find("$ref"), std::string::npos) << tool["name"];
    EXPECT_TRUE(tool["outputSchema"]["properties"].contains("page")) << tool["name"];
  }
}

TEST_F(AssistantTest, FindsInBothLanguages) {
  for (const char* query : {"defense pact", "국방 협정", "pact 협정", "S-400 인도"}) {
    const Json found = answer("search", {{"query", query}});
    ASSERT_FALSE(found["hits"].empty()) << query;
    EXPECT_EQ(found["page"]["returned"], found["hits"].size());
    EXPECT_EQ(found["end"]["returned"], found["hits"].size());
    EXPECT_EQ(found["page"]["matches"], found["end"]["matches"]);
  }
}

TEST_F(AssistantTest, SaysWhoSaysIt) {
  const Json found = answer("search", {{"query", "국방 협정"}, {"limit", 1}});
  EXPECT_EQ(found["hits"][0]["attribution"], "cites 1 source");
  EXPECT_THAT(words("search", {{"query", "국방 협정"}}),
              HasSubstr("cites 1 source: \"go-public-news-kor-N7-0-0\""));
  EXPECT_EQ(answer("search", {{"query", "2,401억 달러"}})["hits"][0]["attribution"],
            "cites no source");
  EXPECT_THAT(words("search", {{"query", "\"2,401억 달러\""}}), HasSubstr("cites no source\n"));
}

TEST_F(AssistantTest, SaysWhatWasSearchedInVain) {
  EXPECT_THAT(words("search", {{"query", "zebra 얼룩말"}}),
              StartsWith("No passages found: none of the 5 passages in generation 1"));
  const Json none = answer("search", {{"query", "zebra"}});
  EXPECT_EQ(none["page"]["matches"], 0);
  EXPECT_FALSE(none["page"].contains("next_offset"));
  const std::string absent = words("verify_quote", {{"quotes", {"a zebra in the harbour"}}});
  EXPECT_THAT(absent, HasSubstr("absent: \"a zebra in the harbour\""));
  EXPECT_THAT(absent, HasSubstr("searched in vain: 5 passages in 3 reports, dated \"2024-06-27\""));
  EXPECT_THAT(words("check_claims", {{"claims", {"얼룩말"}}}), HasSubstr("searched in vain"));
}

TEST_F(AssistantTest, AnswersEveryTool) {
  const std::string permalink = first_permalink("defense pact");
  EXPECT_EQ(answer("show", {{"id", permalink}})["passages"].size(), 2U);
  EXPECT_EQ(answer("show", {{"id", permalink}})["resolution"]["standing"], "same");
  EXPECT_EQ(answer("outline", {{"report", "협정"}})["report"]["report"]["id"], "협정");
  const Json quotes =
      answer("verify_quote",
             {{"quotes", {"no limits", {{"id", "q2"}, {"text", "국방 협정을"}}, "no limit"}}});
  EXPECT_EQ(quotes["quotes"][0]["status"], "exact");
  EXPECT_EQ(quotes["quotes"][1]["status"], "exact");
  EXPECT_EQ(quotes["quotes"][1]["id"], "q2");
  const Json claims = answer(
      "check_claims", {{"claims", {"India bought the S-400 for $5 billion."}}, {"limit", 1}});
  EXPECT_EQ(claims["claims"][0]["passages"][0]["differences"][0]["kind"], "figure");
  EXPECT_EQ(answer("similar", {{"id", permalink}})["similar_to"]["passage"]["permalink"],
            permalink);
  EXPECT_EQ(answer("sources")["sources"].size(), 2U);
  EXPECT_EQ(answer("source", {{"source", "go-public-news-kor-N7-0-0"}})["citing"].size(), 1U);
  EXPECT_EQ(
      answer("resolve",
             {{"permalinks", {permalink, "gone#2.1@000000000000"}}})["resolutions"][1]["standing"],
      "gone");
  EXPECT_EQ(answer("audit", {{"query", "report:pact"}})["end"]["reports"], 1);
  EXPECT_THAT(answer("cite", {{"ids", {permalink}}})["text"].get<std::string>(),
              HasSubstr("Russia Pact"));
  EXPECT_EQ(answer("cite", {{"ids", {permalink}}, {"format", "json"}})["records"].size(), 1U);
  EXPECT_EQ(answer("info")["info"]["reports"], 3);
}

TEST_F(AssistantTest, SaysThatAPassageIsGone) {
  const Json gone = answer("show", {{"id", "pact#9.1@000000000000"}});
  EXPECT_TRUE(gone["passages"].empty());
  EXPECT_EQ(gone["resolution"]["standing"], "gone");
  EXPECT_THAT(words("show", {{"id", "pact#9.1@000000000000"}}),
              HasSubstr("pact#9.1@000000000000: gone"));
}

TEST_F(AssistantTest, RefusesArgumentsInPlainWords) {
  struct Case {
    const char* tool;
    Json arguments;
    const char* words;
  };
  const std::vector<Case> cases = {
      {"search", Json::object(), "query is missing"},
      {"search", {{"query", " "}}, "query is empty"},
      {"search", {{"query", 5}}, "query is not a string"},
      {"search", {{"query", "pact"}, {"limit", "ten"}}, "limit is not a whole number"},
      {"search", {{"query", "pact"}, {"limit", -1}}, "limit is not a whole number"},
      {"search", {{"query", "pact"}, {"limit", 2.5}}, "limit is not a whole number"},
      {"search", {{"query", "pact"}, {"limit", 1e18}}, "limit is not a whole number"},
      {"search", {{"query", "pact"}, {"limit", 1001}}, "from 0 to 1000"},
      {"search",
       {{"query", "pact"}, {"sort", "size"}},
       "\"size\" is not one of score, date, report"},
      {"search", {{"query", "pact"}, {"facets", "date"}}, "facets is not an array"},
      {"search", {{"query", "pact"}, {"facets", {"size"}}}, "\"size\" is not one of"},
      {"search", {{"query", "pact"}, {"fold", "yes"}}, "fold is neither true nor false"},
      {"search", {{"q", "pact"}}, "search has no argument \"q\"; it has query, limit"},
      {"search", {{"query", "pact"}, {"generation", 99}}, "the index has generation 1 now, not 99"},
      {"search", {{"query", "AND pact"}}, "AND needs something on its left"},
      {"search", {{"query", std::string("pa\0ct", 5)}}, "query has a NUL character"},
      {"search", {{"query", std::string(5000, 'a')}}, "query has 5000 bytes; at most 4096"},
      {"search",
       {{"query", "pact"}, {"max_bytes", 100}},
       "max_bytes is not a whole number from 4096"},
      {"show", {{"id", "pact"}}, "is not a passage id"},
      {"show", {{"id", "pact#9.1"}}, "the index holds no passage pact#9.1"},
      {"show", {{"id", "../../etc/passwd"}}, "is not a passage id"},
      {"outline", {{"report", "pakt"}}, "the index holds no report pakt"},
      {"verify_quote", {{"quotes", Json::array()}}, "quotes is not an array with at least one"},
      {"verify_quote", {{"quotes", {3}}}, "quotes[0] is neither a string nor an object"},
      {"source", {{"source", "nobody"}}, "no report cites or lists nobody"},
      {"resolve", {{"permalinks", {"pact#2.1"}}}, "is not a permalink"},
      {"audit", {{"rules", {"no-such-rule"}}}, "\"no-such-rule\" is not one of"},
      {"cite", {{"ids", Json::array()}}, "ids is missing or empty"},
      {"cite", {{"ids", {"pact#2.1@000000000000"}}}, "has another text now"},
      {"info", {{"offset", 1}}, "info has no argument \"offset\""},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(refusal(c.tool, c.arguments), HasSubstr(c.words)) << c.tool << c.arguments;
  }
  EXPECT_EQ(answer("search", {{"query", "pact"}, {"limit", nullptr}})["page"]["returned"],
            answer("search", {{"query", "pact"}, {"limit", 10.0}})["page"]["returned"]);
}

TEST_F(AssistantTest, HasNoOtherTools) {
  for (const char* name : {"", "delete", "Search", "search "}) {
    try {
      call(name);
      ADD_FAILURE() << name;
    } catch (const McpError& error) {
      EXPECT_EQ(error.fault(), McpFault::kInvalidParams);
    }
  }
  EXPECT_THROW(call("search", Json::array()), McpError);
}

TEST_F(AssistantTest, SaysThatThereIsNoIndexUntilThereIsOne) {
  const TestIndex later;
  McpTools tools(api_of_index(later.index()));
  const auto info = [&] { return tools.call("info", Json::object(), [] { return true; }); };
  EXPECT_EQ(info()["isError"], true);
  EXPECT_THAT(info()["content"][0]["text"].get<std::string>(), HasSubstr("no index"));
  later.write("a.txt", report_with("Later", {"A passage."}));
  later.update_all();
  EXPECT_EQ(info()["structuredContent"]["info"]["reports"], 1);
  later.write("b.txt", report_with("Later still", {"Another passage."}));
  later.update_all();
  EXPECT_EQ(info()["structuredContent"]["info"]["reports"], 2);
}

}  // namespace
}  // namespace ibid::testing
