// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/tools/serve/http/test_server.h"

#include <sys/resource.h>

#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace ibid {
namespace {

std::string shown(const HttpRequest& request) {
  const char* methods[] = {"GET", "HEAD", "POST"};
  std::string out = methods[static_cast<int>(request.method)];
  out += ' ' + request.path + '\n';
  for (const auto& [name, value] : request.query) out += "? " + name + '=' + value + '\n';
  for (const auto& [name, value] : request.headers) out += name + ": " + value + '\n';
  return out + '\n' + request.body;
}

class TestService : public HttpService {
 public:
  explicit TestService(TestServer& test) : test_(test) {}

  HttpResponse answer(const HttpRequest& request) override {
    HttpResponse out;
    out.content_type = "text/plain; charset=utf-8";
    if (request.path == "/v1/ping") out.body = "pong";
    if (request.path == "/echo") out.body = shown(request);
    if (request.path == "/tag") {
      out.body = "tagged";
      out.headers.emplace_back("ETag", "W/\"one\"");
    }
    if (request.path == "/split") out.headers.emplace_back("X-A", "b\r\nX-Split: d");
    if (request.path == "/throw") throw std::runtime_error("thrown");
    if (request.path.ends_with("/hold")) {
      test_.gate.pass();
      out.body = "held";
    }
    if (request.path == "/stream" || request.path == "/cut") stream(request, out);
    if (request.path == "/v1/events") {
      out.content_type = "text/event-stream";
      out.follows = true;
      return out;
    }
    if (out.body.empty() && !out.more) out.status = 404;
    return out;
  }

 private:
  void stream(const HttpRequest& request, HttpResponse& out) {
    const bool cut = request.path == "/cut";
    const auto lines =
        std::strtoul(std::string(request.field("lines").value_or("3")).c_str(), nullptr, 10);
    const std::string pad(
        std::strtoul(std::string(request.field("pad").value_or("0")).c_str(), nullptr, 10), ' ');
    out.body = "begin\n";
    out.more = [this, cut, lines, pad, line = 0UL](std::string& to) mutable {
      if (line == lines && cut) throw std::runtime_error("cut");
      if (line < lines) to += pad + std::to_string(++line) + '\n';
      test_.lines = line;
      return line < lines || cut;
    };
  }

  TestServer& test_;
};

}  // namespace

void Gate::pass() {
  std::unique_lock lock(mutex_);
  ++waiting_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return is_open_; });
}

void Gate::open() {
  const std::lock_guard lock(mutex_);
  is_open_ = true;
  changed_.notify_all();
}

void Gate::wait_for(std::size_t waiting) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_ >= waiting; });
}

TestServer::TestServer(Given given) {
  // Both ends of all connections are in this process.
  rlimit files = {};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  HttpServerOptions options;
  options.listeners = given.listeners.empty() ? listen_on_loopback(0) : std::move(given.listeners);
  port_ = options.listeners.front().port;
  options.token = given.token;
  options.limits = given.limits;
  options.threads = given.threads;
  const bool makes = given.makes_services;
  options.services.make = [this, makes]() -> std::unique_ptr<HttpService> {
    if (!makes) throw std::runtime_error("there is no index");
    ++services;
    return std::make_unique<TestService>(*this);
  };
  options.services.is_long = [](const HttpRequest& r) { return r.path == "/v1/hold"; };
  options.services.is_picture = [](const HttpRequest& r) { return r.path == "/picture/hold"; };
  if (given.has_news) {
    options.services.news = [this] {
      const std::lock_guard lock(mutex_);
      return news_;
    };
  }
  options.log = [this](std::string_view line) {
    const std::lock_guard lock(mutex_);
    log_.append(line).append("\n");
  };
  server_ = std::make_unique<HttpServer>(std::move(options));
}

TestServer::~TestServer() {
  gate.open();
  server_.reset();
}

std::string TestServer::request(const std::string& method, const std::string& target,
                                const std::string& more) const {
  return method + ' ' + target + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port_) + "\r\n" +
         more + "\r\n";
}

RawAnswer TestServer::answer(const std::string& request) const {
  RawClient client = connect();
  client.send(request);
  return client.read_answer(request.starts_with("HEAD"));
}

void TestServer::tell(const std::string& news) {
  const std::lock_guard lock(mutex_);
  news_ = news;
}

std::string TestServer::logged() const {
  const std::lock_guard lock(mutex_);
  return log_;
}

}  // namespace ibid
