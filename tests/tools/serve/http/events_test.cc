// SPDX-License-Identifier: GPL-2.0-or-later
//
// Connections that get each new state of the index, on raw sockets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "tests/tools/serve/http/test_server.h"

namespace ibid {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

TestServer::Given quick() {
  TestServer::Given given;
  given.limits.event_look = 5ms;
  return given;
}

TEST(Events, TellThePresentStateAndEachNewOne) {
  TestServer test(quick());
  test.tell("{\"generation\":1}");
  RawClient client = test.connect();
  client.send(test.get("/v1/events"));
  const std::string first = client.read_until("data: {\"generation\":1}\n\n");
  EXPECT_THAT(first, HasSubstr("HTTP/1.1 200"));
  EXPECT_THAT(first, HasSubstr("Content-Type: text/event-stream"));
  EXPECT_THAT(first, HasSubstr("retry: 5000\n\n"));
  EXPECT_THAT(first, HasSubstr("event: generation\n"));
  test.tell("{\"generation\":2}");
  const std::string second = client.read_until("data: {\"generation\":2}\n\n");
  EXPECT_THAT(second, HasSubstr("event: generation\n"));
  EXPECT_THAT(second, Not(HasSubstr("HTTP/1.1")));
}

TEST(Events, WaitForAStateThatIsNotKnown) {
  TestServer test(quick());
  RawClient client = test.connect();
  client.send(test.get("/v1/events"));
  EXPECT_THAT(client.read_until("retry: 5000\n\n"), HasSubstr("200"));
  test.tell("{\"generation\":7}");
  EXPECT_THAT(client.read_until("7}\n\n"), HasSubstr("data: {\"generation\":7}"));
}

TEST(Events, HaveAHeartbeat) {
  TestServer::Given given = quick();
  given.limits.event_heartbeat = 20ms;
  TestServer test(std::move(given));
  test.tell("1");
  RawClient client = test.connect();
  client.send(test.get("/v1/events"));
  for (int beat = 0; beat < 3; ++beat) {
    EXPECT_THAT(client.read_until(": still here\n\n"), HasSubstr("still")) << beat;
  }
}

TEST(Events, HoldNoThread) {
  TestServer::Given given = quick();
  given.threads = 1;
  TestServer test(std::move(given));
  test.tell("1");
  std::vector<RawClient> clients;
  for (int i = 0; i < 20; ++i) {
    clients.push_back(test.connect());
    clients.back().send(test.get("/v1/events"));
  }
  for (RawClient& client : clients) EXPECT_THAT(client.read_until("data: 1\n"), HasSubstr("200"));
  EXPECT_EQ(test.answer(test.get("/v1/ping")).body, "pong");
}

TEST(Events, EndAsWholeAnswersWhenTheServerEnds) {
  TestServer test(quick());
  test.tell("1");
  std::vector<RawClient> clients;
  std::vector<std::string> told;  // of the body, so far
  for (int i = 0; i < 3; ++i) {
    clients.push_back(test.connect());
    clients.back().send(test.get("/v1/events"));
    clients.back().read_until("\r\n\r\n");
    told.push_back(clients.back().read_until("data: 1\n"));
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(test.server().stop(20s));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
  for (std::size_t i = 0; i < clients.size(); ++i) {
    bool whole = false;
    EXPECT_THAT(dechunked(told[i] + clients[i].read_all(), whole), HasSubstr("data: 1\n"));
    EXPECT_TRUE(whole);
  }
}

TEST(Events, AreRefusedBeyondTheirLimitUntilOneHasGone) {
  TestServer::Given given = quick();
  given.limits.event_streams = 2;
  given.limits.event_heartbeat = 5ms;
  TestServer test(std::move(given));
  test.tell("1");
  RawClient stays = test.connect();
  stays.send(test.get("/v1/events"));
  stays.read_until("data: 1\n");
  {
    RawClient goes = test.connect();
    goes.send(test.get("/v1/events"));
    goes.read_until("data: 1\n");
    const RawAnswer third = test.answer(test.get("/v1/events"));
    EXPECT_EQ(third.status, 503);
    EXPECT_EQ(third.header("retry-after"), "60");
    EXPECT_THAT(third.body, HasSubstr("Too many pages"));
  }
  std::string head;
  for (int tries = 0; tries < 2000 && head.find(" 200 ") == std::string::npos; ++tries) {
    RawClient next = test.connect();
    next.send(test.get("/v1/events"));
    head = next.read_until("\r\n\r\n");
  }
  EXPECT_THAT(head, HasSubstr(" 200 "));
}

TEST(Events, AreClosedAfterTheirTime) {
  TestServer::Given given = quick();
  given.limits.event_time = 50ms;
  TestServer test(std::move(given));
  test.tell("1");
  RawClient client = test.connect();
  client.send(test.get("/v1/events"));
  EXPECT_TRUE(client.closed_within(20s));
}

TEST(Events, AreNothingWithoutNewsAndForHead) {
  TestServer::Given given = quick();
  given.has_news = false;
  TestServer test(std::move(given));
  EXPECT_EQ(test.answer(test.get("/v1/events")).status, 503);
  const RawAnswer head = test.answer(test.request("HEAD", "/v1/events"));
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(test.answer(test.get("/v1/ping")).body, "pong");
}

}  // namespace
}  // namespace ibid
