// SPDX-License-Identifier: GPL-2.0-or-later
//
// Clients that are slow or many, and answers that take long.
#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "tests/tools/serve/http/test_server.h"
#include "tools/serve/http/connections.h"

namespace ibid {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

TestServer::Given short_times() {
  TestServer::Given given;
  given.limits.head_time = milliseconds(200);
  given.limits.body_time = milliseconds(300);
  given.limits.idle_time = milliseconds(400);
  given.limits.answer_time = milliseconds(300);
  given.limits.long_answer_time = milliseconds(600);
  return given;
}

// The clock looks only now and then, and the machine may be busy.
constexpr milliseconds kSoon{5'000};

TEST(HttpLimits, CloseAHeadThatComesAByteAtATime) {
  const TestServer test(short_times());
  RawClient client = test.connect();
  const auto begin = steady_clock::now();
  const std::string head = test.get("/v1/ping", "X-A: " + std::string(10'000, 'a') + "\r\n");
  std::size_t sent = 0;
  while (sent < head.size() && client.send(head.substr(sent, 1))) {
    ++sent;
    std::this_thread::sleep_for(milliseconds(10));
  }
  EXPECT_GE(steady_clock::now() - begin, milliseconds(200));
  EXPECT_LT(sent, head.size());
}

TEST(HttpLimits, CloseASilentConnectionAndABodyThatDoesNotCome) {
  const TestServer test(short_times());
  RawClient silent = test.connect();
  RawClient half = test.connect();
  half.send(test.request("POST", "/echo", "Content-Length: 10\r\n") + "abc");
  EXPECT_TRUE(silent.closed_within(kSoon));
  EXPECT_TRUE(half.closed_within(kSoon));
}

TEST(HttpLimits, CloseAConnectionThatAsksNothingMore) {
  const TestServer test(short_times());
  RawClient client = test.connect();
  client.send(test.get("/v1/ping"));
  EXPECT_EQ(client.read_answer().status, 200);
  std::this_thread::sleep_for(milliseconds(250));  // longer than a head may take
  client.send(test.get("/v1/ping"));
  EXPECT_EQ(client.read_answer().status, 200);
  EXPECT_TRUE(client.closed_within(kSoon));
}

TEST(HttpLimits, GiveUpAnAnswerThatTakesTooLong) {
  TestServer test(short_times());
  const auto begin = steady_clock::now();
  const RawAnswer answer = test.answer(test.get("/hold"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_GE(steady_clock::now() - begin, milliseconds(300));
  const RawAnswer long_answer = test.answer(test.get("/v1/hold"));
  EXPECT_EQ(long_answer.status, 503);
  EXPECT_GE(steady_clock::now() - begin, milliseconds(900));
  EXPECT_EQ(test.answer(test.get("/v1/ping")).status, 200);
}

TEST(HttpLimits, LongAnswersDoNotDelayShortOnesAndWaitInAShortQueue) {
  TestServer::Given given;
  given.limits.waiting_long_answers = 3;
  TestServer test(std::move(given));
  std::vector<RawClient> held;
  for (int i = 0; i < 4; ++i) {  // one is made, three wait
    held.push_back(test.connect());
    held.back().send(test.get("/v1/hold"));
    if (i == 0) test.gate.wait_for(1);
  }
  RawAnswer refused;
  while (refused.status != 503) {  // the others may still be on their way
    RawClient one_more = test.connect();
    one_more.send(test.get("/v1/hold"));
    refused = parse_answer(one_more.read_all(milliseconds(50)));
    ASSERT_EQ(test.answer(test.get("/v1/ping")).status, 200);
  }
  EXPECT_EQ(refused.header("retry-after"), "10");
  test.gate.open();
  for (RawClient& client : held) EXPECT_EQ(client.read_answer().body, "held");
}

TEST(HttpLimits, PicturesDelayNeitherShortAnswersNorLongOnes) {
  TestServer::Given given;
  given.limits.waiting_pictures = 2;
  TestServer test(std::move(given));
  std::vector<RawClient> held;
  for (int i = 0; i < 3; ++i) {  // one is drawn, two wait
    held.push_back(test.connect());
    held.back().send(test.get("/picture/hold"));
    if (i == 0) test.gate.wait_for(1);
  }
  RawAnswer refused;
  while (refused.status != 503) {
    RawClient one_more = test.connect();
    one_more.send(test.get("/picture/hold"));
    refused = parse_answer(one_more.read_all(milliseconds(50)));
    ASSERT_EQ(test.answer(test.get("/v1/ping")).status, 200);
  }
  RawClient audit = test.connect();
  audit.send(test.get("/v1/hold"));
  test.gate.wait_for(2);  // it is being made, too
  test.gate.open();
  EXPECT_EQ(audit.read_answer().body, "held");
  for (RawClient& client : held) EXPECT_EQ(client.read_answer().body, "held");
}

TEST(HttpLimits, ConnectionsThatWaitDoNotKeepOthersOut) {
  TestServer::Given given;
  given.limits.head_time = milliseconds(60'000);
  TestServer test(std::move(given));
  RawClient busy = test.connect();
  busy.send(test.get("/hold"));
  test.gate.wait_for(1);
  std::vector<RawClient> half_open;
  for (int i = 0; i < 900; ++i) {
    half_open.push_back(test.connect());
    half_open.back().send("GET / HTTP/1.1\r\nHost: local");
    if (i % 100 == 0) {
      EXPECT_EQ(test.answer(test.get("/v1/ping")).status, 200) << i;
    }
  }
  EXPECT_EQ(test.answer(test.get("/v1/ping")).status, 200);
  EXPECT_LE(test.server().open_connections(), 256U + 64U);
  test.gate.open();
  EXPECT_EQ(busy.read_answer().body, "held");  // was not the one to go
}

TEST(HttpLimits, OneAddressOfTheNetworkHasFewerConnections) {
  HttpLimits limits;
  limits.connections_of_address = 2;
  Connections connections(limits);
  std::vector<OpenConnection*> open;
  for (const char* address : {"192.0.2.1", "192.0.2.1", "192.0.2.2", "", "", "", "192.0.2.1"}) {
    open.push_back(connections.opened(-1, address));
  }
  const std::vector<bool> shut = {true, false, false, false, false, false, false};
  for (std::size_t i = 0; i < shut.size(); ++i) EXPECT_EQ(open[i]->is_shut, shut[i]) << i;
  for (OpenConnection* connection : open) connections.closed(connection);
  EXPECT_EQ(connections.size(), 0U);
}

}  // namespace
}  // namespace ibid
