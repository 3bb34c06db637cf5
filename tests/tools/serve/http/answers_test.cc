// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a client gets of an answer.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "tests/tools/serve/http/test_server.h"
#include "tools/serve/guards/raw_request.h"
#include "tools/serve/http/mhd_response.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kToken = "0123456789abcdef0123456789abcdef";

TestServer::Given with_token() {
  TestServer::Given given;
  given.token = kToken;
  return given;
}

TEST(HttpServer, HandsTheServiceADecodedRequestWithoutWhatSaysWhoAsks) {
  const TestServer test(with_token());
  const std::string form = "q=%EC%9D%B8%EB%8F%84+b&q=c";
  const RawAnswer answer = test.answer(
      test.request(
          "POST", "/echo?lang=ko",
          "Cookie: ibid-" + std::to_string(test.port()) + "=" + kToken +
              "\r\nAuthorization: Bearer x\r\nAccept-Language: ko\r\nSec-Fetch-Site: none\r\n"
              "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
              std::to_string(form.size()) + "\r\n") +
      form);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body,
            "POST /echo\n? lang=ko\n? q=인도 b\n? q=c\naccept-language: ko\n"
            "content-type: application/x-www-form-urlencoded\n\n" +
                form);
}

TEST(HttpServer, RefusesAFormThatCannotBeRead) {
  const TestServer test;
  EXPECT_EQ(
      test.answer(test.request("POST", "/echo",
                               "Content-Type: Application/X-WWW-Form-URLencoded; charset=a\r\n"
                               "Content-Length: 3\r\n") +
                  "q=%")
          .status,
      400);
  EXPECT_EQ(test.answer(test.request("POST", "/echo", "Content-Length: 3\r\n") + "q=%").status,
            200);
}

TEST(HttpServer, GuardsEveryAnswerByItsHeaders) {
  const TestServer test(with_token());
  const std::string bearer = "Authorization: Bearer " + kToken + "\r\n";
  const std::vector<std::pair<std::string, int>> requests = {
      {test.get("/v1/ping", bearer), 200},
      {test.get("/tag", bearer + "If-None-Match: \"one\"\r\n"), 304},
      {test.get("/stream", bearer), 200},
      {test.get("/none", bearer), 404},
      {test.get("/throw", bearer), 500},
      {test.get("/"), 401},
      {test.get("/?token=" + kToken), 303},
      {test.get("/%zz"), 400},
      {test.get("/" + std::string(9000, 'a')), 414},
      {test.request("PUT", "/"), 405},
      {test.request("HEAD", "/v1/ping", bearer), 200},
      {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403},
  };
  for (const auto& [request, status] : requests) {
    const RawAnswer answer = test.answer(request);
    EXPECT_EQ(answer.status, status) << request.substr(0, 80);
    for (const auto& [name, value] : kGuardHeaders) {
      std::string lower = name;
      std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
      EXPECT_EQ(answer.header(lower), value) << request.substr(0, 80);
    }
    EXPECT_THAT(answer.head, Not(HasSubstr("Access-Control")));
    EXPECT_EQ(answer.header("server"), "");
  }
}

TEST(HttpServer, SaysWhichMethodsThereAre) {
  const TestServer test;
  const RawAnswer answer = test.answer(test.request("DELETE", "/v1/ping"));
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.header("allow"), "GET, HEAD, POST");
  EXPECT_EQ(answer.header("content-type"), "application/problem+json");
}

TEST(HttpServer, TurnsTheTokenOfTheLinkIntoACookieThatIsEnough) {
  const TestServer test(with_token());
  const RawAnswer first = test.answer(test.get("/echo?q=a&token=" + kToken));
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(first.header("location"), "/echo?q=a");
  EXPECT_EQ(first.header("cache-control"), "no-store");
  const std::string cookie = first.header("set-cookie");
  EXPECT_THAT(cookie, HasSubstr("; HttpOnly; SameSite=Strict"));
  const RawAnswer second =
      test.answer(test.get("/echo?q=a", "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n"));
  EXPECT_EQ(second.status, 200);
  EXPECT_THAT(second.body, Not(HasSubstr(kToken)));
  EXPECT_EQ(test.answer(test.get("/echo?token=" + std::string(32, 'a'))).status, 401);
  EXPECT_EQ(test.logged(), "");
}

TEST(HttpServer, AnswersHeadLikeGetWithoutABody) {
  const TestServer test;
  for (const char* target : {"/v1/ping", "/stream", "/none"}) {
    const RawAnswer head = test.answer(test.request("HEAD", target));
    const RawAnswer get = test.answer(test.get(target));
    EXPECT_EQ(head.body, "");
    EXPECT_EQ(head.status, get.status) << target;
    EXPECT_EQ(head.header("content-length"), get.header("content-length")) << target;
    EXPECT_EQ(head.header("content-type"), get.header("content-type")) << target;
  }
}

TEST(HttpServer, SaysThatNothingHasChanged) {
  const TestServer test;
  for (const char* tags :
       {"\"one\"", "W/\"one\"", "*", "\"two\", W/\"one\"", "W/\"a,b\" , \"one\""}) {
    RawClient client = test.connect();
    client.send(test.get("/tag", std::string("If-None-Match: ") + tags + "\r\n"));
    const RawAnswer answer = client.read_answer();
    EXPECT_EQ(answer.status, 304) << tags;
    EXPECT_EQ(answer.header("etag"), "W/\"one\"");
    EXPECT_EQ(answer.header("content-type"), "");
    client.send(test.get("/v1/ping"));  // nothing of a body is in its way
    EXPECT_EQ(client.read_answer().body, "pong");
  }
  for (const char* tags : {"\"two\"", "one", "", "\"one", "W/one"}) {
    EXPECT_EQ(test.answer(test.get("/tag", std::string("If-None-Match: ") + tags + "\r\n")).status,
              200)
        << tags;
  }
}

TEST(HttpServer, StreamsInChunksAndCutsWhatFails) {
  const TestServer test;
  const RawAnswer whole = test.answer(test.get("/stream?lines=3"));
  EXPECT_EQ(whole.header("transfer-encoding"), "chunked");
  EXPECT_EQ(whole.body, "begin\n1\n2\n3\n");

  RawClient client = test.connect();
  client.send(test.get("/cut?lines=2"));
  bool is_whole = true;
  EXPECT_EQ(dechunked(parse_answer(client.read_all()).body, is_whole), "begin\n1\n2\n");
  EXPECT_FALSE(is_whole);
}

TEST(HttpServer, MakesALongStreamNotFurtherThanItIsRead) {
  TestServer::Given given;
  given.limits.stream_bytes = 1000;
  TestServer test(std::move(given));
  RawClient client = test.connect();
  client.send(test.get("/stream?lines=30000&pad=1000", "Connection: close\r\n"));
  std::size_t before = 0;
  do {
    before = test.lines;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  } while (test.lines == 0 || test.lines != before);
  EXPECT_LT(test.lines, 30'000U);
  bool is_whole = false;
  const std::string body = dechunked(parse_answer(client.read_all()).body, is_whole);
  EXPECT_TRUE(is_whole);
  EXPECT_TRUE(body.ends_with(" 30000\n"));
}

TEST(HttpServer, StopsAStreamWhoseClientHasLeft) {
  TestServer::Given given;
  given.limits.stream_bytes = 1000;
  given.threads = 1;
  TestServer test(std::move(given));
  {
    RawClient client = test.connect();
    client.send(test.get("/stream?lines=100000000"));
    while (test.lines == 0) std::this_thread::yield();
  }
  EXPECT_EQ(test.answer(test.get("/v1/ping")).body, "pong");  // by the only thread
  EXPECT_LT(test.lines, 100'000'000U);
}

TEST(HttpServer, LetsNoServiceSplitItsHead) {
  const TestServer test;
  EXPECT_THAT(test.answer(test.get("/split")).head, Not(HasSubstr("X-Split")));
}

TEST(HttpServer, SaysWhatFailsToTheLogAndNotToTheClient) {
  TestServer::Given given;
  given.makes_services = false;
  const TestServer test(std::move(given));
  const RawAnswer answer = test.answer(test.get("/v1/ping"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("retry-after"), "5");
  EXPECT_EQ(answer.header("content-type"), "application/problem+json");
  EXPECT_THAT(answer.body, Not(HasSubstr("there is no index")));
  EXPECT_EQ(test.logged(), "there is no index\n");
}

TEST(HttpServer, MakesAServiceForEachThreadThatAnswersAndNoMore) {
  TestServer test;
  for (int i = 0; i < 100; ++i) EXPECT_EQ(test.answer(test.get("/v1/ping")).status, 200);
  EXPECT_GE(test.services, 1);
  EXPECT_LE(test.services, 2);
}

TEST(HttpServer, EndsWithinItsPatienceAndFinishesWhatIsMade) {
  TestServer test;
  RawClient held = test.connect();
  held.send(test.get("/hold"));
  RawClient idle = test.connect();
  test.gate.wait_for(1);
  std::thread later([&test] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    test.gate.open();
  });
  EXPECT_TRUE(test.server().stop(std::chrono::seconds(5)));
  later.join();
  EXPECT_EQ(held.read_answer().body, "held");
  EXPECT_TRUE(idle.closed_within(std::chrono::seconds(1)));
  EXPECT_THROW(test.connect(), std::runtime_error);
}

TEST(HttpServer, GivesUpWhatDoesNotEnd) {
  TestServer test;
  RawClient held = test.connect();
  held.send(test.get("/hold"));
  test.gate.wait_for(1);
  RawClient streamed = test.connect();
  streamed.send(test.get("/stream?lines=100000000"));
  while (test.lines == 0) std::this_thread::yield();
  EXPECT_FALSE(test.server().stop(std::chrono::milliseconds(50)));
  EXPECT_EQ(held.read_answer().status, 503);
  bool is_whole = true;
  dechunked(parse_answer(streamed.read_all()).body, is_whole);
  EXPECT_FALSE(is_whole);
}

}  // namespace
}  // namespace ibid
