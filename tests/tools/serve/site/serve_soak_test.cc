// SPDX-License-Identifier: GPL-2.0-or-later
//
// Clients of a server while a writer commits and rebuilds as fast as it can: no answer is an error,
// each is of one generation, and of none before the last commit. Runs for half a minute;
// IBID_SOAK_SECONDS and IBID_SOAK_READERS change that.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/raw_client.h"
#include "tests/support/versioned_reports.h"
#include "tools/serve/http/http_server.h"
#include "tools/serve/site/site.h"

// Xapian 1.4.22 leaks a cursor if DatabaseModifiedError is thrown while it is made.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(*-reserved-identifier)
  return "leak:libxapian.so\n";
}

namespace ibid {
namespace {

using testing::soak_number;
using testing::VersionedReports;

// What all clients have seen: the same ETag is the same answer.
struct Seen {
  std::atomic<std::uint64_t> committed = 0;  // the last generation that is surely on disk
  std::atomic<std::uint64_t> answers = 0, unchanged = 0, states = 0;
  std::atomic<bool> done = false;
  std::mutex mutex;
  std::map<std::string, std::string> bodies;  // by address and ETag

  void expect_same_body(const std::string& key, const std::string& body) {
    const std::lock_guard lock(mutex);
    if (bodies.size() > 10'000) bodies.clear();
    EXPECT_EQ(bodies.emplace(key, body).first->second, body) << key;
  }
};

// The versions that a text names, each once.
std::vector<std::string> versions_in(const std::string& text) {
  constexpr std::string_view kBegin = "in version";
  std::vector<std::string> found;
  for (std::size_t at = text.find(kBegin); at != std::string::npos; at = text.find(kBegin, at)) {
    at += kBegin.size();
    const std::string version = text.substr(at, text.find_first_not_of("0123456789", at) - at);
    if (found.empty() || found.back() != version) found.push_back(version);
  }
  return found;
}

class Client {
 public:
  Client(std::uint16_t port, Seen& seen) : port_(port), client_(port), seen_(seen) {}

  // An answer of the API: JSON with the generation it is from, which is not below `least`.
  void ask_api(const std::string& address, std::uint64_t least) {
    std::pair<std::string, std::uint64_t>& last = last_[address];  // ETag, generation
    const RawAnswer answer = get(address, last.first);
    ++seen_.answers;
    if (answer.status == 304) {
      ++seen_.unchanged;
      EXPECT_GE(last.second, least) << address << ": 304 to an answer before the last commit";
      return;
    }
    ASSERT_EQ(answer.status, 200) << address << "\n" << answer.body;
    const std::uint64_t generation = generation_of(answer.body);
    EXPECT_GE(generation, least) << address;
    EXPECT_GE(generation, last.second) << address;
    const std::vector<std::string> versions = versions_in(answer.body);
    EXPECT_EQ(versions, std::vector<std::string>{std::to_string(generation - 1)}) << answer.body;
    if (generation != last.second) ++seen_.states;
    last = {answer.header("etag"), generation};
    EXPECT_FALSE(last.first.empty()) << address;
    seen_.expect_same_body(address + last.first, answer.body);
  }

  void ask_page(const std::string& address) {
    const RawAnswer answer = get(address, "");
    ++seen_.answers;
    ASSERT_EQ(answer.status, 200) << address << "\n" << answer.body;
    EXPECT_EQ(versions_in(answer.body).size(), 1U) << answer.body;
  }

 private:
  RawAnswer get(const std::string& address, const std::string& etag) {
    const std::string head = "GET " + address +
                             " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n" +
                             (etag.empty() ? "" : "If-None-Match: " + etag + "\r\n") + "\r\n";
    client_.send(head);
    return client_.read_answer(false);
  }

  static std::uint64_t generation_of(const std::string& body) {
    const auto json = nlohmann::json::parse(body);
    EXPECT_EQ(json.at("hits").size(), static_cast<std::size_t>(VersionedReports::kReports)) << body;
    return json.at("query").at("index").at("generation").get<std::uint64_t>();
  }

  std::uint16_t port_;
  RawClient client_;
  Seen& seen_;
  std::map<std::string, std::pair<std::string, std::uint64_t>> last_;
};

void ask_until_done(std::uint16_t port, int number, Seen& seen) {
  // "pact" and "협정"; words, a phrase, words near each other.
  const std::array<std::string, 4> searches = {
      "/v1/search?q=pact", "/v1/search?q=%ED%98%91%EC%A0%95", "/v1/search?q=%22defense+pact%22",
      "/v1/search?q=defense+NEAR/3+pact&explain=true"};
  Client client(port, seen);
  for (auto i = static_cast<std::size_t>(number); !seen.done; ++i) {
    const std::uint64_t least = seen.committed;
    client.ask_api(searches[i % searches.size()], least);
    if (i % 16 == 0) client.ask_page("/?q=pact");
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(ServeSoak, AnswersFromOneGenerationAndFromNoneBefore) {
  const std::chrono::seconds time(soak_number("IBID_SOAK_SECONDS", 30));
  const int readers = soak_number("IBID_SOAK_READERS", 6);
  VersionedReports reports;
  HttpServerOptions options;
  options.listeners = listen_on_loopback(0);
  const std::uint16_t port = options.listeners.front().port;
  options.services = site_services(reports.test().index());
  options.threads = 2;
  options.log = [](std::string_view line) { ADD_FAILURE() << line; };
  HttpServer server(std::move(options));
  Seen seen;
  seen.committed = 1;
  std::vector<std::thread> threads;
  for (int i = 0; i < readers; ++i) {
    threads.emplace_back([&, i] {
      try {
        ask_until_done(port, i, seen);
      } catch (const std::exception& error) {
        ADD_FAILURE() << "a client failed: " << error.what();
      }
    });
  }
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end && !::testing::Test::HasFailure()) {
    seen.committed = reports.commit_next();
    // Now and then nothing changes for a while: answers are kept then.
    if (reports.version() % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(400));
  }
  seen.done = true;
  for (std::thread& thread : threads) thread.join();
  std::printf(
      "%d commits, %d of them rebuilds; %d clients, %llu answers, %llu of them 304; %llu "
      "states seen\n",
      reports.version(), reports.rebuilds(), readers,
      static_cast<unsigned long long>(seen.answers.load()),
      static_cast<unsigned long long>(seen.unchanged.load()),
      static_cast<unsigned long long>(seen.states.load()));
  EXPECT_GT(reports.version(), 10);
  EXPECT_GT(seen.states, 10U);
  EXPECT_GT(seen.unchanged, 10U);
}

}  // namespace
}  // namespace ibid
