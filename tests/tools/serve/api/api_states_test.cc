// SPDX-License-Identifier: GPL-2.0-or-later
//
// ETags, kept answers and generations, while files and the index change.
#include <atomic>

#include "tests/tools/serve/api/api_fixture.h"

namespace ibid {
namespace {

using testing::ApiTest;
using testing::body_of;
using testing::get;
using testing::header_of;
using testing::Json;
using ::testing::StartsWith;

class ApiStates : public ApiTest {
 protected:
  ApiStates() { wait_a_tick(); }
  std::string etag(std::string_view url) { return header_of(ask(url), "ETag"); }
  int status_with(std::string_view url, const std::string& etag) {
    const HttpResponse response = ask(get(url, {{"if-none-match", etag}}));
    if (response.status == 304) {
      EXPECT_TRUE(response.body.empty());
    }
    return response.status;
  }
};

TEST_F(ApiStates, AnswersUnchangedWith304) {
  for (const char* url :
       {"/v1/search?q=협정", "/v1/search?q=pact&format=jsonl", "/v1/passages/협정#2.1",
        "/v1/reports", "/v1/reports/pact", "/v1/sources", "/v1/sources/go-public-web-eng-12-0-0",
        "/v1/similar?id=pact#2.1", "/v1/info", "/v1/openapi.json", "/v1/quotes?q=no limits",
        "/v1/audit", "/v1/cite?id=협정#2.1", "/v1/export?all=true&format=csv"}) {
    const std::string first = etag(url);
    ASSERT_FALSE(first.empty()) << url;
    EXPECT_EQ(status_with(url, first), 304) << url;
    EXPECT_EQ(status_with(url, "\"other\""), 200) << url;
    EXPECT_EQ(etag(url), first) << url;
  }
  EXPECT_NE(etag("/v1/search?q=pact"), etag("/v1/search?q=pact&format=jsonl"));
}

TEST_F(ApiStates, ChangeWithAliasesFilesAndCommits) {
  const std::string url = "/v1/search?q=조약";
  const std::string none = etag(url);
  EXPECT_TRUE(json(url)["hits"].empty());
  testing::write_file(test_.in_index("aliases.toml"), "\"조약\" = [\"협정\"]\n");
  const std::string named = etag(url);
  EXPECT_NE(named, none);
  EXPECT_EQ(json(url)["hits"].size(), 1U);
  EXPECT_EQ(status_with(url, none), 200);
  wait_a_tick();
  EXPECT_EQ(etag(url), named);
  EXPECT_EQ(etag(url), named);  // kept
  test_.change("협정.txt", "다른 글");
  const std::string stale = etag(url);
  EXPECT_NE(stale, named);
  EXPECT_EQ(json(url)["hits"][0]["stale"], true);
  EXPECT_EQ(status_with(url, named), 200);
  wait_a_tick();
  EXPECT_EQ(etag(url), stale);
  test_.write("새 글.txt", testing::report_with("새 글", {"새로운 협정이다."}));
  test_.update();
  EXPECT_NE(etag(url), stale);
  EXPECT_EQ(status_with(url, stale), 200);
  const std::string updated = etag(url);
  testing::write_file(test_.in_index("aliases.toml"), "\"조약\" = [\"동맹\"]\n");  // the same size
  EXPECT_NE(etag(url), updated);
}

TEST_F(ApiStates, AreOfOneGenerationWhileAWriterCommits) {
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 0; i < 15; ++i) {
      test_.write("새 글 " + std::to_string(i) + ".txt",
                  testing::report_with("새 글", {"협정 " + std::to_string(i) + "호"}));
      test_.update();
    }
    done = true;
  });
  std::uint64_t latest = 0;
  int answers = 0, changed = 0;
  while (!done) {
    const Json first = json("/v1/search?q=협정&limit=1000");
    const std::uint64_t generation = first["query"]["index"]["generation"];
    EXPECT_GE(generation, latest);
    latest = generation;
    // Each report adds one passage that matches, so the number of hits tells the generation.
    EXPECT_EQ(first["hits"].size(), first["query"]["index"]["passages"].get<std::size_t>() - 3);
    const HttpResponse second =
        ask("/v1/search?q=협정&limit=1&offset=1&generation=" + std::to_string(generation));
    if (second.status == 200) {
      EXPECT_EQ(Json::parse(second.body)["query"]["index"]["generation"], generation);
    } else {
      EXPECT_EQ(second.status, 409);
      EXPECT_GT(Json::parse(second.body)["generation"], generation);
      ++changed;
    }
    ++answers;
  }
  writer.join();
  EXPECT_GT(answers, 5);
  EXPECT_THAT(problem("/v1/search?q=협정&generation=1"), StartsWith("409 "));
}

}  // namespace
}  // namespace ibid
