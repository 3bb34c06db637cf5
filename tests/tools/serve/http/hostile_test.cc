// SPDX-License-Identifier: GPL-2.0-or-later
//
// Requests that mean harm, byte by byte as they are sent. Each gets its status or is cut off,
// leaves no memory behind, and delays no honest request beside it.
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/tools/serve/http/test_server.h"

namespace ibid {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kClosed = 0;  // without an answer

struct Attack {
  std::string name;
  std::string bytes;
  std::vector<int> statuses;  // one of these
};

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::vector<Attack> request_line_attacks(const TestServer& t) {
  const std::string rest = t.get("/").substr(t.get("/").find("\r\n"));
  const std::string nul("\0", 1);
  return {
      {"no space", "GET" + rest, {kClosed, 400}},
      {"only a method", "GET " + rest, {kClosed, 400}},
      {"HTTP/0.9", "GET /v1/ping" + rest, {400}},
      {"two spaces", "GET  / HTTP/1.1" + rest, {400}},
      {"a space at the end", "GET / HTTP/1.1 " + rest, {400}},
      {"a tab", "GET\t/ HTTP/1.1" + rest, {kClosed, 400}},
      {"a space in the target", "GET /a b HTTP/1.1" + rest, {400}},
      {"a control character",
       "GET /a\x01"
       "b HTTP/1.1" +
           rest,
       {400}},
      {"NUL in the method", "G" + nul + "ET / HTTP/1.1" + rest, {400}},
      {"NUL in the target", "GET /a" + nul + "b HTTP/1.1" + rest, {400}},
      {"NUL at the end of the target", "GET /" + nul + " HTTP/1.1" + rest, {400}},
      {"NUL in the version", "GET / HTTP/1.1" + nul + rest, {400}},
      {"%00", t.get("/a%00"), {400}},
      {"..", t.get("/../../etc/passwd"), {400}},
      {"%2e%2e", t.get("/%2e%2e/%2e%2e/etc/passwd"), {400}},
      {"absolute", t.get("http://evil.example/"), {400}},
      {"authority", t.request("CONNECT", "evil.example:80"), {400}},
      {"asterisk", t.request("OPTIONS", "*"), {400}},
      {"not UTF-8", t.get("/\xFF\xFE"), {400}},
      {"a lone surrogate", t.get("/?q=%ED%A0%80"), {400}},
      {"a long target", t.get("/" + std::string(9'000, 'a')), {414}},
      {"a longer target", t.get("/" + std::string(60'000, 'a')), {kClosed, 414}},
      {"an endless target", "GET /" + std::string(5'000'000, 'a'), {kClosed, 414}},
      {"an endless method", std::string(5'000'000, 'A'), {kClosed, 414}},
      {"a form of NUL",
       t.request("POST", "/echo",
                 "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n") +
           "q=%00",
       {400}},
      {"4,000 fields", t.get("/?" + repeated("a&", 4'000)), {400}},
      {"an unknown method", t.request("BREW", "/"), {405}},
      {"TRACE", t.request("TRACE", "/"), {405}},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {505}},
      {"HTTP/1.2", "GET / HTTP/1.2" + rest, {505}},
      {"TLS",
       "\x16\x03\x01\x02" + nul + "\x01" + nul + "\x01\xFC\x03\x03\n\r\n\r\n",
       {kClosed, 400}},
      {"empty lines", repeated("\r\n", 100), {kClosed}},
  };
}

std::vector<Attack> header_attacks(const TestServer& t) {
  const std::string nul("\0", 1);
  std::string bare = t.get("/");
  for (std::size_t at = 0; (at = bare.find('\r')) != std::string::npos;) bare.erase(at, 1);
  const std::string host = "Host: localhost:" + std::to_string(t.port()) + "\r\n";
  return {
      {"line feeds alone", bare, {400}},
      {"one line feed alone", t.get("/", "X-A: b\nX-B: c\r\n"), {400}},
      {"no colon", t.get("/", "nonsense\r\n"), {400}},
      {"no name", t.get("/", ": b\r\n"), {400}},
      {"a space before the colon", t.get("/", "X-A : b\r\n"), {400}},
      {"a continued line", t.get("/", "X-A: b\r\n c\r\n"), {400}},
      {"a first line that continues", "GET / HTTP/1.1\r\n X-A: b\r\n" + host + "\r\n", {400}},
      {"NUL in a value", t.get("/", "X-A: b" + nul + "c\r\n"), {400}},
      {"NUL in a name", t.get("/", "X" + nul + "A: b\r\n"), {400}},
      {"NUL in Host",
       "GET / HTTP/1.1\r\n" + host.substr(0, host.size() - 2) + nul + ".evil\r\n\r\n",
       {400}},
      {"a carriage return in a value", t.get("/", "X-A: b\rc\r\n"), {400}},
      {"not UTF-8", t.get("/", "X-A: \xFF\r\n"), {400}},
      {"65 headers", t.get("/", repeated("X-A: b\r\n", 64)), {431}},
      {"10,000 headers", t.get("/", repeated("X-A: b\r\n", 10'000)), {kClosed, 431}},
      {"a long header", t.get("/", "X-A: " + std::string(17'000, 'a') + "\r\n"), {431}},
      {"an endless header",
       "GET / HTTP/1.1\r\nX-A: " + std::string(5'000'000, 'a'),
       {kClosed, 431}},
      {"10,000 ranges",
       t.get("/v1/ping", "Range: bytes=" + repeated("0-,", 2'000) + "\r\n"),
       {200}},
      {"Host twice", t.get("/", host), {400}},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", {400}},
      {"no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", {400}},
      {"another Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", {403}},
      {"Origin: null", t.get("/", "Origin: null\r\n"), {403}},
      {"another Origin", t.request("POST", "/", "Origin: http://evil.example\r\n"), {403}},
      {"of another site", t.get("/", "Sec-Fetch-Site: cross-site\r\n"), {403}},
  };
}

std::vector<Attack> body_attacks(const TestServer& t) {
  return {
      {"Content-Length twice",
       t.request("POST", "/echo", "Content-Length: 3\r\nContent-Length: 4\r\n") + "abcd",
       {400}},
      {"both framings",
       t.request("POST", "/echo", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n") +
           "0\r\n\r\nGET /v1/ping HTTP/1.1\r\n\r\n",
       {400}},
      {"chunks",
       t.request("POST", "/echo", "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n",
       {411}},
      {"a chunk of 2^64",
       t.request("POST", "/echo", "Transfer-Encoding: chunked\r\n") + "FFFFFFFFFFFFFFFFF\r\na",
       {411}},
      {"another coding",
       t.request("POST", "/echo", "Transfer-Encoding: xchunked\r\n") + "3\r\nabc",
       {411}},
      {"a negative length", t.request("POST", "/echo", "Content-Length: -1\r\n"), {400}},
      {"a length with a sign", t.request("POST", "/echo", "Content-Length: +3\r\n") + "abc", {400}},
      {"a length of 10^30",
       t.request("POST", "/echo", "Content-Length: 1" + std::string(30, '0') + "\r\n"),
       {413}},
      {"a length of 2 MiB", t.request("POST", "/echo", "Content-Length: 2097152\r\n"), {413}},
      {"2 MiB",
       t.request("POST", "/echo", "Content-Length: 2097152\r\n") + std::string(2'097'152, 'a'),
       {kClosed, 413}},
      {"a body that is longer than said",
       t.request("POST", "/echo", "Content-Length: 3\r\n") + "abcGARBAGE",
       {200}},
      {"a body of a GET", t.get("/", "Content-Length: 3\r\n") + "abc", {400}},
  };
}

std::vector<Attack> all_attacks(const TestServer& t) {
  std::vector<Attack> out;
  for (const auto& attacks : {request_line_attacks(t), header_attacks(t), body_attacks(t)}) {
    out.insert(out.end(), attacks.begin(), attacks.end());
  }
  return out;
}

// Of this process; in bytes.
std::size_t resident_memory() {
  std::ifstream in("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  in >> all >> resident;
  return resident * 4096;
}

int status_of(const TestServer& test, const std::string& bytes) {
  RawClient client = test.connect();
  client.send(bytes);
  return client.read_answer().status;
}

// Some attacks just never come to an end.
TestServer::Given soon_given_up() {
  TestServer::Given given;
  given.limits.head_time = milliseconds(300);
  return given;
}

TEST(HostileRequest, GetsItsStatus) {
  const TestServer test(soon_given_up());
  for (const Attack& attack : all_attacks(test)) {
    EXPECT_THAT(attack.statuses, ::testing::Contains(status_of(test, attack.bytes))) << attack.name;
  }
  EXPECT_EQ(status_of(test, test.get("/v1/ping")), 200);
}

// An honest client, again and again, and the slowest of its answers.
class HonestClient {
 public:
  explicit HonestClient(const TestServer& test) : thread_([this, &test] { run(test); }) {}
  ~HonestClient() { end(); }
  void end() {
    is_over_ = true;
    if (thread_.joinable()) thread_.join();
  }
  std::atomic<int> answers{0}, wrong{0};
  milliseconds slowest{0};

 private:
  void run(const TestServer& test) {
    while (!is_over_) {
      const auto begin = steady_clock::now();
      if (test.answer(test.get("/v1/ping")).status != 200) ++wrong;
      ++answers;
      slowest =
          std::max(slowest, std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin));
      std::this_thread::sleep_for(milliseconds(1));
    }
  }

  std::atomic<bool> is_over_{false};
  std::thread thread_;
};

// The sanitizer of addresses frees nothing soon.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kMostGrowth = std::size_t{500} << 20U;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr std::size_t kMostGrowth = std::size_t{500} << 20U;
#else
constexpr std::size_t kMostGrowth = std::size_t{5} << 20U;
#endif
#else
constexpr std::size_t kMostGrowth = std::size_t{5} << 20U;
#endif

TEST(HostileRequest, LeavesNoMemoryBehindAndDelaysNoHonestRequest) {
  TestServer test(soon_given_up());
  const std::vector<Attack> attacks = all_attacks(test);
  for (const Attack& attack : attacks) status_of(test, attack.bytes);
  const std::size_t before = resident_memory();
  HonestClient honest(test);
  for (int round = 0; round < 3; ++round) {
    for (const Attack& attack : attacks) status_of(test, attack.bytes);
  }
  honest.end();
  EXPECT_LT(resident_memory(), before + kMostGrowth);
  EXPECT_GT(honest.answers, 10);
  EXPECT_EQ(honest.wrong, 0);
  EXPECT_LT(honest.slowest, milliseconds(2'000));  // the machine may be busy
}

TEST(HostileRequest, InPiecesIsRefusedTheSame) {
  const TestServer test;
  for (const Attack& attack : header_attacks(test)) {
    if (attack.bytes.size() > 500) continue;
    RawClient client = test.connect();
    for (const char byte : attack.bytes) {
      if (!client.send(std::string_view(&byte, 1))) break;
    }
    EXPECT_EQ(client.read_answer().status, attack.statuses.back()) << attack.name;
  }
  RawClient honest = test.connect();
  for (const char byte : test.get("/v1/ping", "X-A:b\r\nX-B:   c \t\r\nX-C:\r\n")) {
    honest.send(std::string_view(&byte, 1));
  }
  EXPECT_EQ(honest.read_answer().status, 200);
}

TEST(HostileRequest, PipelinedThousandIsAnsweredInOrder) {
  const TestServer test;
  RawClient client = test.connect();
  std::string all;
  for (int i = 0; i < 1000; ++i) all += test.get("/echo?n=" + std::to_string(i));
  std::thread sender([&] { client.send(all); });
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(client.read_answer().body.substr(0, 20),
              ("GET /echo\n? n=" + std::to_string(i) + "\n\n").substr(0, 20));
  }
  sender.join();
}

// What follows an error on the same connection must not be taken for a request.
TEST(HostileRequest, SmugglesNothingBehindAnError) {
  TestServer::Given given;
  given.limits.idle_time = milliseconds(300);
  const TestServer test(std::move(given));
  for (const Attack& attack : body_attacks(test)) {
    RawClient client = test.connect();
    client.send(attack.bytes + test.get("/v1/ping", "Connection: close\r\n"));
    EXPECT_EQ(client.read_all().find("pong"), std::string::npos) << attack.name;
  }
}

TEST(HostileRequest, OfAThousandHalfOpenConnectionsDelaysNoHonestRequest) {
  TestServer test;
  HonestClient alone(test);
  std::this_thread::sleep_for(milliseconds(100));
  alone.end();
  const std::size_t before = resident_memory();
  {
    HonestClient honest(test);
    std::vector<RawClient> half_open;
    for (int i = 0; i < 900; ++i) {
      half_open.push_back(test.connect());
      half_open.back().send("GET / HTTP/1.1\r\nX-A: ");
    }
    while (honest.answers <= 10) {
      for (RawClient& client : half_open) client.send("a");
    }
    honest.end();
    EXPECT_EQ(honest.wrong, 0);
    EXPECT_LT(honest.slowest, milliseconds(8'000));  // on a busy machine
  }
  EXPECT_LT(resident_memory(), before + kMostGrowth);
}

}  // namespace
}  // namespace ibid
