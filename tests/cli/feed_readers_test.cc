// SPDX-License-Identifier: GPL-2.0-or-later
//
// The feed of a query, read by the feed parsers that readers are made with.
#include <signal.h>

#include "tests/cli/citation_readers.h"
#include "tests/support/raw_client.h"

namespace ibid {
namespace {

class FeedReaders : public CitationReaders {
 protected:
  void SetUp() override {
    CitationReaders::SetUp();
    write("reports/signs.txt",
          "Signs & <tags>\n\nGOOVER DAILY REPORT October 1, 2024\ngoover\n\n1. Part <b>\n\n"
          "  • 5 < 7 & \"pact\" isn't <b>bold</b> &lt; 협정.\n");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  }
  // Writes the feed in both formats; returns the one in JSON.
  Json feeds(const std::string& query) {
    Child child({"serve", "--port", "0", "--no-token"}, options());
    const std::string line = child.first_line();
    const int port = std::atoi(line.c_str() + line.rfind(':') + 1);
    for (const std::string format : {"atom", "json"}) {
      RawClient client(static_cast<std::uint16_t>(port));
      client.send("GET /feed?q=" + query + "&format=" + format +
                  " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n\r\n");
      write("feed." + format, client.read_answer().body);
    }
    child.send(SIGTERM);
    child.finish();
    return Json::parse(read_all(path("feed.json")));
  }
};

TEST_F(FeedReaders, GetEachPassageAsItIs) {
  const std::string readers = IBID_CITATION_READERS;
  if (!fs::exists(readers + "/node_modules/rss-parser") || !succeeds("node --version")) {
    GTEST_SKIP() << "the parsers are not in the build folder";
  }
  const Json feed = feeds("pact%20OR%20%ED%98%91%EC%A0%95%20OR%20S-400");
  const Json& items = feed["items"];
  ASSERT_GT(items.size(), 4U);
  bool has_signs = false;
  const std::string command =
      "node " IBID_SOURCE_DIR "/tests/cli/citation_readers/read_feeds.mjs " + readers + " " +
      path("feed.atom") + " " + path("feed.json") + " > " + path("read");
  ASSERT_EQ(std::system(command.c_str()), 0);
  const std::vector<Json> read = parse_lines(read_all(path("read")));
  ASSERT_THAT(read, SizeIs(4));
  for (const Json& by : read) {
    SCOPED_TRACE(by["parser"].get<std::string>());
    EXPECT_EQ(by["title"], feed["title"]);
    EXPECT_EQ(by["home"], feed["home_page_url"]);
    ASSERT_EQ(by["entries"].size(), items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Json& entry = by["entries"][i];
      EXPECT_EQ(entry["id"], items[i]["id"]);
      EXPECT_EQ(entry["address"], items[i]["url"]);
      const std::string time = items[i]["date_published"];
      EXPECT_EQ(entry["time"], time.substr(0, time.size() - 1) + ".000Z");
      const std::string text = items[i]["content_text"];
      EXPECT_EQ(entry["text"], text);
      has_signs = has_signs || text.find("isn't <b>bold</b> &lt;") != std::string::npos;
      // This parser takes a title's known tags out.
      if (by["parser"] != "feedparser") {
        EXPECT_EQ(entry["title"], items[i]["title"]);
      }
    }
  }
  EXPECT_TRUE(has_signs);
}

}  // namespace
}  // namespace ibid
