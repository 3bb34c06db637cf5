// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/tools/mcp/tools/assistant_fixture.h"
#include "tools/mcp/tools/tool_result.h"

namespace ibid::testing {
namespace {

using ::testing::HasSubstr;

TEST_F(AssistantTest, ListsReportsAsResourcesPageByPage) {
  for (int i = 0; i < 230; ++i) {
    test_.write("보고 " + std::to_string(i) + ".txt", report_with("보고", {"항만 passage."}));
  }
  test_.update_all();
  std::vector<std::string> uris;
  Json cursor;
  int pages = 0;
  do {
    const Json page = tools_->resources(cursor);
    EXPECT_LE(page["resources"].size(), 100U);
    for (const Json& resource : page["resources"]) uris.push_back(resource["uri"]);
    cursor = page.value("nextCursor", Json());
    ++pages;
  } while (!cursor.is_null() && pages < 10);
  EXPECT_EQ(uris.size(), 233U);
  EXPECT_GE(pages, 3);
  for (const std::string& uri : uris) {
    EXPECT_THAT(tools_->read(uri)["contents"][0]["text"].get<std::string>(), HasSubstr("text: \""));
  }
}

TEST_F(AssistantTest, RefusesCursorsThatItDidNotGive) {
  for (const Json& cursor : {Json("x"), Json(""), Json("-1"), Json("0"), Json("99999"), Json(3),
                             Json::array(), Json("1 ")}) {
    try {
      tools_->resources(cursor);
      ADD_FAILURE() << cursor;
    } catch (const McpError& error) {
      EXPECT_EQ(error.fault(), McpFault::kInvalidParams) << cursor;
    }
  }
}

TEST_F(AssistantTest, ReadsWhatItsLinksName) {
  const Json found = call("search", {{"query", "국방 협정"}});
  int links = 0;
  for (const Json& part : found["content"]) {
    if (part["type"] != "resource_link") continue;
    ++links;
    const std::string name = part["name"];
    EXPECT_THAT(
        tools_->read(part["uri"].get<std::string>())["contents"][0]["text"].get<std::string>(),
        HasSubstr(name));
  }
  EXPECT_EQ(links, found["structuredContent"]["hits"].size());
}

TEST_F(AssistantTest, ReadsResourcesHoweverTheyAreEncoded) {
  const std::string permalink = first_permalink("국방 협정");
  std::string encoded = permalink;
  encoded.replace(encoded.find('#'), 1, "%23");
  const std::string uri = resource_uri("passage", permalink);
  EXPECT_THAT(uri, HasSubstr("%ED%98%91"));
  const std::string text = tools_->read(uri)["contents"][0]["text"];
  EXPECT_EQ(tools_->read("ibid://passage/" + permalink)["contents"][0]["text"], text);
  EXPECT_EQ(tools_->read("ibid://passage/" + encoded)["contents"][0]["text"], text);
  EXPECT_THAT(tools_->read("ibid://source/go-public-news-kor-N7-0-0")["contents"][0]["text"]
                  .get<std::string>(),
              HasSubstr("cited by 1 passage of 1 report"));
}

TEST_F(AssistantTest, HasNoOtherResources) {
  for (const char* uri :
       {"", "ibid://", "ibid://passage/", "ibid://passage/pact#9.1", "ibid://passage/pact",
        "ibid://passage/pact#2.1@000000000000x", "ibid://report/none", "ibid://report/%ff",
        "ibid://report/%2", "ibid://report/%00", "ibid://source/nobody", "ibid://file/etc/passwd",
        "file:///etc/passwd", "IBID://report/pact", "ibid://reports/pact"}) {
    try {
      tools_->read(uri);
      ADD_FAILURE() << uri;
    } catch (const McpError& error) {
      EXPECT_EQ(error.fault(), McpFault::kResourceNotFound) << uri;
      EXPECT_EQ(error.data()["uri"], uri);
    }
  }
}

TEST(ResourceTemplates, AreThree) {
  const Json list = McpTools::resource_templates()["resourceTemplates"];
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0]["uriTemplate"], "ibid://passage/{+permalink}");
  EXPECT_EQ(list[1]["uriTemplate"], "ibid://report/{id}");
  EXPECT_EQ(list[2]["uriTemplate"], "ibid://source/{id}");
}

}  // namespace
}  // namespace ibid::testing
