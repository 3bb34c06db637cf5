// SPDX-License-Identifier: GPL-2.0-or-later
//
// The feed of a query, in both formats. That real feed parsers read it is tested in tests/cli.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/asked_pages.h"
#include "tests/support/test_index.h"
#include "tools/serve/feeds/feed.h"
#include "tools/serve/feeds/feed_pages.h"
#include "tools/serve/pages/pages.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::header_of;
using ::testing::Not;
using testing::report_with;
using ::testing::StartsWith;
using testing::TestIndex;
using Json = nlohmann::json;

class Feeds : public ::testing::Test {
 protected:
  void SetUp() override {
    write(1, "a.txt", {"A pact was signed.", "국방 협정을 체결했다."});
    write(2, "b.txt", {"The pact 협정 holds."});
    write(3, "a.txt", {"Another pact came.", "A pact was signed.", "국방 협정을 체결했다."});
  }
  void write(std::uint64_t generation, const std::string& name,
             const std::vector<std::string>& passages) {
    put(name, report_with("Report " + name, passages));
    UpdateOptions options = test_.options();
    options.commit_time = 1'766'000'000 + 60 * generation;  // 2025-12-17T19:33:20Z
    ASSERT_EQ(update_index(options).generation, generation);
  }
  void put(const std::string& name, const std::string& text) {
    if (std::filesystem::exists(test_.report_path(name))) return test_.change(name, text);
    test_.write(name, text);
  }
  HttpResponse feed(HttpFields fields) {
    ServedIndex index(test_.index());
    PageService service({&index, {}, {}}, feed_routes());
    HttpRequest request;
    request.path = "/feed";
    request.origin = "http://localhost:8417";
    request.query = std::move(fields);
    return service.answer(request);
  }
  Json json(const std::string& query) {
    const HttpResponse response = feed({{"q", query}, {"format", "json"}});
    EXPECT_EQ(response.content_type, kJsonFeedType);
    return Json::parse(response.body);
  }
  std::vector<std::string> addresses(const std::string& query) {
    std::vector<std::string> out;
    const Json all = json(query);
    for (const Json& item : all["items"]) {
      const std::string address = item["url"];
      out.push_back(address.substr(0, address.find("%40")));
    }
    return out;
  }
  TestIndex test_;
};

TEST_F(Feeds, HaveThoseFirstThatCameLast) {
  const std::string page = "http://localhost:8417/passage/";
  EXPECT_THAT(addresses("pact"), ElementsAre(page + "a%232.1", page + "b%232.1", page + "a%233.1"));
  EXPECT_THAT(addresses("협정"), ElementsAre(page + "b%232.1", page + "a%234.1"));
  EXPECT_THAT(addresses("pact 협정"), ::testing::SizeIs(4));
  EXPECT_THAT(addresses("submarine"), ElementsAre());
}

TEST_F(Feeds, SayInJsonWhatAPassageIsAndWhenItCame) {
  const Json all = json("pact");
  EXPECT_EQ(all["version"], "https://jsonfeed.org/version/1.1");
  EXPECT_EQ(all["title"], "ibid: pact");
  EXPECT_EQ(all["home_page_url"], "http://localhost:8417/?q=pact");
  EXPECT_EQ(all["feed_url"], "http://localhost:8417/feed?q=pact&format=json");
  const Json& item = all["items"][0];
  EXPECT_THAT(item["id"].get<std::string>(), StartsWith("tag:ibid,2026:passage:a%232.1%40"));
  EXPECT_THAT(item["title"].get<std::string>(), StartsWith("Report a.txt"));
  EXPECT_EQ(item["content_text"], "Another pact came.");
  EXPECT_EQ(item["date_published"], "2025-12-17T19:36:20Z");
  EXPECT_EQ(item["language"], "en");
  EXPECT_EQ(all["items"][1]["date_published"], "2025-12-17T19:35:20Z");
}

TEST_F(Feeds, AreAtomUnlessAskedOtherwise) {
  const HttpResponse response = feed({{"q", "협정"}, {"lang", "ko"}});
  EXPECT_EQ(response.content_type, kAtomType);
  const std::string& xml = response.body;
  EXPECT_THAT(xml, StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\""
                              "http://www.w3.org/2005/Atom\" xml:lang=\"ko\">"));
  EXPECT_THAT(xml, HasSubstr("<title>ibid 검색: 협정</title>"));
  EXPECT_THAT(xml, HasSubstr("<updated>2025-12-17T19:35:20Z</updated>"));
  EXPECT_THAT(xml, HasSubstr("<link rel=\"self\" type=\"application/atom+xml\" href=\"http://"
                             "localhost:8417/feed?q=%ED%98%91%EC%A0%95&amp;lang=ko\"/>"));
  EXPECT_THAT(xml, HasSubstr("<entry xml:lang=\"ko\">"));
  EXPECT_THAT(xml, HasSubstr("&lt;p&gt;국방 협정을 체결했다.&lt;/p&gt;"));
}

// A passage keeps its id and time as long as it is what it was, so that no reader shows it again.
TEST_F(Feeds, StayTheSameUntilSomethingComes) {
  const HttpResponse before = feed({{"q", "pact"}});
  test_.rebuild();
  EXPECT_EQ(feed({{"q", "pact"}}).body, before.body);
  EXPECT_EQ(header_of(feed({{"q", "pact"}}), "ETag"), header_of(before, "ETag"));
  write(5, "c.txt", {"A third pact, 세 번째 협정."});
  EXPECT_NE(header_of(feed({{"q", "pact"}}), "ETag"), header_of(before, "ETag"));
}

TEST_F(Feeds, EscapeWhatWouldBeMarkup) {
  write(4, "h.txt", {std::string("pact ") + testing::kHostilePassage});
  const std::string xml = feed({{"q", "pact"}}).body;
  EXPECT_THAT(xml, Not(HasSubstr("<script")));
  EXPECT_THAT(xml, Not(HasSubstr("<img")));
  EXPECT_THAT(xml, HasSubstr("&amp;lt;script&amp;gt;"));
  EXPECT_EQ(json("pact")["items"][0]["content_text"].get<std::string>().substr(0, 9), "pact <img");
}

TEST_F(Feeds, RefuseWhatTheyCannotAnswer) {
  EXPECT_EQ(feed({}).status, 400);
  EXPECT_EQ(feed({{"q", "pact"}, {"format", "rss"}}).status, 400);
  EXPECT_EQ(feed({{"q", "pact"}, {"limit", "501"}}).status, 400);
  EXPECT_THAT(feed({{"q", "pact"}, {"limit", "501"}, {"lang", "ko"}}).body,
              HasSubstr("limit: “501” 대신 1부터 500까지의 정수를 쓰십시오."));
  EXPECT_EQ(feed({{"q", "pact"}, {"sort", "date"}}).status, 400);
  EXPECT_EQ(feed({{"q", "pact AND"}}).status, 400);
  EXPECT_EQ(feed({{"q", "pact"}, {"key", "0"}, {"limit", "1"}}).status, 200);
}

// The page of a search leads to its feed, with the key of just that.
TEST_F(Feeds, AreLinkedFromTheSearch) {
  ServedIndex index(test_.index());
  HttpFields keyed;
  const auto service = make_page_service({&index, {}, [&](const HttpFields& fields) {
                                            keyed = fields;
                                            return std::string("0123abcd");
                                          }});
  HttpRequest request;
  request.path = "/";
  request.query = {{"q", "협정 pact"}, {"sort", "date"}};
  const std::string page = service->answer(request).body;
  EXPECT_EQ(keyed, (HttpFields{{"q", "협정 pact"}}));
  const std::string address = "/feed?q=%ED%98%91%EC%A0%95%20pact&amp;key=0123abcd";
  EXPECT_THAT(page, HasSubstr("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Feed: "
                              "협정 pact\" href=\"" +
                              address + "\">"));
  EXPECT_THAT(page, HasSubstr("<a href=\"" + address + "\">Feed</a>"));
}

}  // namespace
}  // namespace ibid
