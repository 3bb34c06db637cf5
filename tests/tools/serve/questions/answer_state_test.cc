// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/answer_state.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "corpus/error.h"
#include "tests/support/test_index.h"
#include "tools/serve/questions/answer_cache.h"
#include "tools/serve/questions/served_index.h"

namespace ibid {
namespace {

using testing::report_with;
using testing::TestIndex;

// Until file times of before are old enough to be told from new ones.
void wait_a_tick() { std::this_thread::sleep_for(std::chrono::milliseconds(120)); }

class AnswerStates : public ::testing::Test {
 protected:
  AnswerStates() {
    test_.write("pact.txt", report_with("Pact", {"Russia and North Korea signed a pact."}));
    test_.write("협정.txt", report_with("협정", {"러시아와 북한은 협정을 체결했다."}));
    test_.update_all();
    wait_a_tick();
  }

  MadeAnswer made(const std::string& body) {
    ++made_;
    MadeAnswer out;
    out.response.content_type = "application/json";
    out.response.body = body;
    out.state.emplace(test_.index());
    out.state->add_file(test_.report_path("협정.txt"), false);
    return out;
  }
  HttpResponse ask(AnswerCache& cache, const HttpRequest& request, const std::string& body = "{}") {
    return cache.answer(request, "", [&] { return made(body); });
  }
  static std::string etag(const HttpResponse& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "ETag") return value;
    }
    return {};
  }

  TestIndex test_;
  int made_ = 0;
};

TEST_F(AnswerStates, HoldUntilSomethingThatTheAnswerDependsOnChanges) {
  const std::vector<std::pair<std::string, std::function<void()>>> changes = {
      {"an edit of aliases.toml",
       [&] { testing::write_file(test_.in_index("aliases.toml"), "India = \"인도\"\n"); }},
      {"a second edit of the same size",
       [&] { testing::write_file(test_.in_index("aliases.toml"), "China = \"중국\"\n"); }},
      {"aliases.toml gone", [&] { std::remove(test_.in_index("aliases.toml").c_str()); }},
      {"a changed file of a hit", [&] { test_.change("협정.txt", "다른 글"); }},
      {"an update", [&] { test_.update(); }},
      {"a rebuild", [&] { test_.rebuild(); }},
      {"the file of a hit gone", [&] { test_.remove("협정.txt"); }},
  };
  ServedIndex index(test_.index());  // remembers the manifest of before
  for (const auto& [what, change] : changes) {
    AnswerState state(test_.index());
    state.add_file(test_.report_path("협정.txt"), false);
    AnswerState same(index);
    EXPECT_TRUE(state.holds()) << what;
    EXPECT_TRUE(same.holds()) << what;
    wait_a_tick();
    change();
    EXPECT_FALSE(state.holds()) << what;
    if (what != "a changed file of a hit" && what != "the file of a hit gone") {
      EXPECT_FALSE(same.holds()) << what;
    }
    EXPECT_TRUE(AnswerState(index).holds()) << what;
  }
}

TEST_F(AnswerStates, DoNotSettleOnFilesThatAreBeingWritten) {
  AnswerState before(test_.index());
  EXPECT_TRUE(before.is_settled());
  test_.write("협정.txt", "다른 글");
  before.add_file(test_.report_path("협정.txt"), false);
  EXPECT_FALSE(before.is_settled());
  AnswerState missing(test_.index());
  missing.add_file(test_.report_path("gone.txt"), true);
  EXPECT_TRUE(missing.is_settled());
  missing.add_file(test_.report_path("removed.txt"), false);
  EXPECT_FALSE(missing.is_settled());
}

TEST_F(AnswerStates, AreReadOfAFolderWithoutAnIndex) {
  testing::TempDir empty;
  EXPECT_TRUE(AnswerState(empty.path()).holds());
}

TEST_F(AnswerStates, LetTheSameQuestionCostNothing) {
  AnswerCache cache;
  HttpRequest request;
  request.path = "/v1/search";
  request.query = {{"q", "협정"}};
  const HttpResponse first = ask(cache, request);
  EXPECT_EQ(ask(cache, request).body, "{}");
  EXPECT_EQ(made_, 1);
  request.headers = {{"if-none-match", "\"old\", W/" + etag(first)}};
  const HttpResponse known = ask(cache, request);
  EXPECT_EQ(known.status, 304);
  EXPECT_TRUE(known.body.empty());
  EXPECT_EQ(etag(known), etag(first));
  EXPECT_EQ(made_, 1);
  test_.change("협정.txt", "다른 글");
  EXPECT_EQ(ask(cache, request, "{\"stale\":true}").status, 200);
  EXPECT_EQ(made_, 2);
}

TEST_F(AnswerStates, TellQuestionsApart) {
  AnswerCache cache;
  std::vector<HttpRequest> requests(5);
  requests[0].query = {{"q", "a"}, {"n", "b"}};
  requests[1].query = {{"q", "a1:n1:b"}};
  requests[2].query = {{"n", "b"}, {"q", "a"}};
  requests[3].path = "q";
  requests[4].query = {{"q", ""}};
  for (std::size_t i = 0; i < requests.size(); ++i) {
    ask(cache, requests[i], std::to_string(i));
  }
  for (std::size_t i = 0; i < requests.size(); ++i) {
    EXPECT_EQ(ask(cache, requests[i]).body, std::to_string(i));
  }
  EXPECT_EQ(cache.answer(requests[0], "ko", [&] { return made("한국어"); }).body, "한국어");
}

TEST_F(AnswerStates, AreForgottenBeforeMemoryGrows) {
  AnswerCache cache;
  HttpRequest request;
  const std::string body(900'000, 'x');
  for (int i = 0; i < 20; ++i) {
    request.path = "/" + std::to_string(i);
    ask(cache, request, body);
  }
  EXPECT_LE(cache.bytes(), AnswerCache::kMostBytes);
  EXPECT_EQ(cache.size(), 8U);
  EXPECT_EQ(made_, 20);
  ask(cache, request, body);
  EXPECT_EQ(made_, 20);
  request.path = "/0";
  ask(cache, request, body);
  EXPECT_EQ(made_, 21);
  request.path = "/huge";
  ask(cache, request, std::string(2'000'000, 'x'));
  EXPECT_EQ(cache.size(), 8U);
}

TEST_F(AnswerStates, AreNotKeptOfProblemsAndStreams) {
  AnswerCache cache;
  HttpRequest request;
  const HttpResponse failed = cache.answer(request, "", [&] {
    MadeAnswer answer = made("{}");
    answer.response.status = 404;
    return answer;
  });
  EXPECT_EQ(etag(failed), "");
  cache.answer(request, "", [&] {
    MadeAnswer answer = made("{}");
    answer.response.more = [](std::string&) { return false; };
    return answer;
  });
  EXPECT_EQ(cache.size(), 0U);
}

TEST_F(AnswerStates, OpenTheIndexAgainWhenAliasesChange) {
  ServedIndex index(test_.index());
  OpenIndex* const first = &index.open();
  EXPECT_EQ(&index.open(), first);
  test_.rebuild();
  EXPECT_EQ(&index.open(), first);
  testing::write_file(test_.in_index("aliases.toml"), "India = \"인도\"\n");
  const std::uint64_t generation = index.open().info().generation;
  EXPECT_GT(generation, 0U);
  OpenIndex* const second = &index.open();
  EXPECT_EQ(&index.open(), second);
}

TEST_F(AnswerStates, OpenAnIndexThatCameLater) {
  testing::TempDir empty;
  ServedIndex index(empty.at("none"));
  EXPECT_THROW(index.open(), Error);
  EXPECT_THROW(index.open(), Error);
}

TEST(Etags, DifferWithBodyAndQuestion) {
  EXPECT_EQ(etag_of("q", "body"), etag_of("q", "body"));
  EXPECT_NE(etag_of("q", "body"), etag_of("q", "body2"));
  EXPECT_NE(etag_of("q", "body"), etag_of("q2", "body"));
  HttpRequest request;
  EXPECT_FALSE(client_has(request, "\"a\""));
  for (const char* list : {"*", "\"a\"", "W/\"a\"", "\"b\" ,\t\"a\"", ", \"a\" ,"}) {
    request.headers = {{"if-none-match", list}};
    EXPECT_TRUE(client_has(request, "\"a\"")) << list;
  }
  for (const char* list : {"", ",", "a", "\"b\"", "\"aa\"", "W/"}) {
    request.headers = {{"if-none-match", list}};
    EXPECT_FALSE(client_has(request, "\"a\"")) << list;
  }
}

}  // namespace
}  // namespace ibid
