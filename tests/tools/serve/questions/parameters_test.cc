// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "search/query/query.h"
#include "tests/tools/serve/questions/ask.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::refused;

TEST(Parameters, RefuseWhatNobodyAskedForAndNameTheOthers) {
  const HttpFields fields = {{"q", "pact"}, {"limt", "3"}};
  EXPECT_EQ(refused([&] {
              Parameters parameters(fields);
              parameters.text("q", 9);
              parameters.text("limit", 9);
              parameters.finish();
            }),
            "bad-parameter limt: there is no parameter \"limt\" here; there are q, limit");
  EXPECT_EQ(refused([&] { Parameters(fields).finish(); }),
            "bad-parameter q: there is no parameter \"q\" here; there is none");
}

TEST(Parameters, RefuseOneThatIsGivenTwice) {
  const HttpFields fields = {{"언어", "ko"}, {"언어", "ko"}};
  EXPECT_EQ(refused([&] { Parameters(fields).text("언어", 9); }),
            "bad-parameter 언어: 언어 is given twice; give it once");
  EXPECT_THAT(Parameters(fields).texts("언어", 9, 2), ElementsAre("ko", "ko"));
  EXPECT_THAT(refused([&] { Parameters(fields).texts("언어", 9, 1); }),
              HasSubstr("more than 1 times"));
}

TEST(Parameters, SayInKoreanWhatTheyRefuse) {
  using Ask = void (*)(Parameters&);
  const std::vector<std::pair<Ask, std::string>> cases = {
      {[](Parameters& given) { given.count("limit", 1, 500); },
       "limit: “많이” 대신 1부터 500까지의 정수를 쓰십시오."},
      {[](Parameters& given) { given.text("twice", 9); },
       "twice: 두 번 있습니다. 한 번만 쓰십시오."},
      {[](Parameters& given) { given.flag("limit"); },
       "limit: “많이” 대신 true나 false를 쓰십시오."},
      {[](Parameters& given) { given.text("limit", 5); },
       "limit: 6바이트입니다. 5바이트까지만 읽습니다."},
      {[](Parameters& given) { given.needed_text("q", 9); }, "q: 없거나 비어 있습니다."},
      {[](Parameters& given) { given.texts("twice", 9, 1); }, "twice: 1번보다 많이 있습니다."},
      {[](Parameters& given) {
         given.choice<int>("limit", 0, {{"atom", 1}, {"json", 2}});
       },
       "limit: “많이” 값은 쓸 수 없습니다. 쓸 수 있는 값: atom, json"},
      {[](Parameters& given) { given.finish(); },
       "“limit” 매개변수는 여기에 없습니다. 있는 것: 없음"},
  };
  const HttpFields fields = {{"limit", "많이"}, {"twice", "a"}, {"twice", "b"}};
  for (const auto& [ask, korean] : cases) {
    Parameters given(fields);
    try {
      ask(given);
      ADD_FAILURE() << korean;
    } catch (const ProblemError& error) {
      EXPECT_EQ(error.problem().korean, korean);
    }
  }
}

TEST(Parameters, CountsAreWholeNumbersWithinBounds) {
  for (const char* bad : {"-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "one", "하나", "11",
                          "1000000000000000000000"}) {
    const HttpFields fields = {{"limit", bad}};
    EXPECT_THAT(refused([&] { Parameters(fields).count("limit", 0, 10); }),
                HasSubstr("is not a whole number from 0 to 10"))
        << bad;
  }
  EXPECT_EQ(Parameters(HttpFields{{"limit", "10"}}).count("limit", 0, 10), 10U);
  EXPECT_EQ(Parameters(HttpFields{{"limit", "007"}}).count("limit", 0, 10), 7U);
  EXPECT_EQ(Parameters(HttpFields{{"limit", ""}}).count("limit", 0, 10), std::nullopt);
}

TEST(Parameters, FlagsSayTrueOrFalse) {
  for (const char* yes : {"true", "1", "yes", "on"}) {
    EXPECT_TRUE(Parameters(HttpFields{{"explain", yes}}).flag("explain")) << yes;
  }
  for (const char* no : {"false", "0", "no", "off"}) {
    EXPECT_FALSE(Parameters(HttpFields{{"explain", no}}).flag("explain", true)) << no;
  }
  for (const char* bad : {"", "TRUE", "y", "예"}) {
    EXPECT_THAT(refused([&] {
                  Parameters(HttpFields{{"explain", bad}}).flag("explain");
                }),
                HasSubstr("neither true nor false"))
        << bad;
  }
}

TEST(Parameters, WordsComeRepeatedOrWithCommasAndCountOnce) {
  const HttpFields fields = {{"facets", "source,date"}, {"facets", "date,,report"}, {"facets", ""}};
  EXPECT_THAT(Parameters(fields).words("facets"), ElementsAre("source", "date", "report"));
}

TEST(Parameters, TextsOfAnyLengthAreRefusedWithTheirLength) {
  const HttpFields fields = {{"q", std::string(kMostQueryBytes + 1, '(')}};
  EXPECT_EQ(refused([&] { Parameters(fields).text("q", kMostQueryBytes); }),
            "bad-parameter q: q has 4097 bytes; at most 4096 are read");
}

TEST(Problem, SaysWhatToFixAsRfc9457) {
  HttpProblem problem{.kind = HttpProblem::Kind::kBadParameter, .detail = "limit is bad"};
  problem.parameter = "limit";
  const HttpResponse response = problem_response(problem);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(response.body,
            "{\"type\":\"tag:ibid,2026:bad-parameter\",\"title\":\"A parameter cannot be used\","
            "\"status\":400,\"detail\":\"limit is bad\",\"parameter\":\"limit\"}\n");
}

TEST(Problem, PointsAtTheBytesOfAQuery) {
  const std::string query = "인도 AND";
  try {
    parse_query(query);
    FAIL();
  } catch (const QueryError& error) {
    const HttpProblem problem = problem_of(error, query);
    EXPECT_EQ(problem.status(), 400);
    EXPECT_EQ(problem.name(), "bad-query");
    ASSERT_TRUE(problem.range);
    EXPECT_EQ(query.substr(problem.range->begin, problem.range->size()), "AND");
  }
}

TEST(Problem, KnowsTheStatusOfEachKindOfError) {
  const std::vector<std::pair<ErrorKind, int>> cases = {
      {ErrorKind::kUsage, 400}, {ErrorKind::kQuery, 400},  {ErrorKind::kInput, 503},
      {ErrorKind::kIndex, 503}, {ErrorKind::kLocked, 503}, {ErrorKind::kSystem, 500}};
  for (const auto& [kind, status] : cases) {
    EXPECT_EQ(problem_of(Error(kind, "it failed"), "").status(), status) << static_cast<int>(kind);
  }
  EXPECT_EQ(problem_of(std::runtime_error("what"), "").status(), 500);
  const HttpResponse busy =
      problem_response({.kind = HttpProblem::Kind::kIndexUnavailable, .detail = "no index"});
  EXPECT_THAT(busy.headers, ::testing::Contains(HttpFields::value_type("Retry-After", "2")));
}

TEST(Problem, EscapesWhatATerminalWouldObey) {
  const std::string body =
      problem_response({.kind = HttpProblem::Kind::kNotFound, .detail = "\x1b[2J\xE2\x80\xAE<b>"})
          .body;
  EXPECT_EQ(body.find('\x1b'), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(body)["detail"], "\x1b[2J\xE2\x80\xAE<b>");
}

}  // namespace
}  // namespace ibid
