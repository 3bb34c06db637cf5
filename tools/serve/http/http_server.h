// SPDX-License-Identifier: GPL-2.0-or-later
//
// The server: libmicrohttpd reads and writes connections, guards refuse what is not ours to answer,
// services answer the rest on threads of their own.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/serve/guards/http_limits.h"
#include "tools/serve/http/listeners.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

struct HttpServerOptions {
  std::vector<Listener> listeners;
  std::string token;  // empty: none is wanted
  enum class Cookie : bool { kUntilClosed, kForAYear };
  Cookie cookie = Cookie::kUntilClosed;
  HttpServices services;
  HttpLimits limits;
  std::size_t threads = 1, long_threads = 1;
  // What fails on the server's side; a line without its end, never with a token. Called by several
  // threads.
  std::function<void(std::string_view)> log = [](std::string_view) {};
};

class HttpServer {
 public:
  // Answers from now on. Throws Error{kSystem} if the system has no threads or descriptors for it.
  explicit HttpServer(HttpServerOptions options);
  // Calls stop() if nobody has; then waits for answers that are still being made.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // Accepts no more, lets answers that are being made end within `patience`, gives up the others.
  // False if a service is still at work then: its thread goes on, and the caller must end the
  // process without destroying this object or what it was lent.
  bool stop(std::chrono::milliseconds patience);

  std::size_t open_connections() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ibid
