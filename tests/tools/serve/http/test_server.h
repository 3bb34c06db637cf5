// SPDX-License-Identifier: GPL-2.0-or-later
//
// A server with a small service, for tests:
//
//   /v1/ping           "pong"
//   /echo              the request as text
//   /tag               a body with the ETag W/"one"
//   /hold, /v1/hold    waits until the test lets it go; the latter is long
//   /stream            numbers, a line each, up to the field "lines", after "pad" spaces
//   /cut               as /stream, and fails then
//   /v1/events         follows the state that tell() sets
//   /throw             throws
//   /split             a header that would be two
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include "tests/support/raw_client.h"
#include "tools/serve/http/http_server.h"

namespace ibid {

// Where requests wait.
class Gate {
 public:
  void pass();  // waits until it is open
  void open();
  void wait_for(std::size_t waiting);  // until so many wait

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t waiting_ = 0;
  bool is_open_ = false;
};

class TestServer {
 public:
  struct Given {
    HttpLimits limits;
    std::string token;
    std::size_t threads = 2;
    std::vector<Listener> listeners;  // empty: loopback, any port
    bool makes_services = true;
    bool has_news = true;
  };
  TestServer() : TestServer(Given{}) {}
  explicit TestServer(Given given);
  ~TestServer();

  std::uint16_t port() const { return port_; }
  RawClient connect() const { return RawClient(port_); }
  // "GET /a HTTP/1.1" with our Host, and further header lines, each with its end.
  std::string request(const std::string& method, const std::string& target,
                      const std::string& more = "") const;
  std::string get(const std::string& target, const std::string& more = "") const {
    return request("GET", target, more);
  }
  // Of a connection of its own.
  RawAnswer answer(const std::string& request) const;
  HttpServer& server() { return *server_; }
  std::string logged() const;
  void tell(const std::string& news);

  Gate gate;
  std::atomic<int> services{0};       // that were made
  std::atomic<std::size_t> lines{0};  // that /stream has made

 private:
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::string log_, news_;
  std::unique_ptr<HttpServer> server_;
};

}  // namespace ibid
