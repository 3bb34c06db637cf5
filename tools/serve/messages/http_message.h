// SPDX-License-Identifier: GPL-2.0-or-later
//
// A request as it has arrived and passed the guards, and what is answered. Values: nothing here
// knows a socket, so that all answers can be tested without one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

enum class HttpMethod : std::uint8_t { kGet, kHead, kPost };

// What the "?" of a URL or the body of a form says, in its order; a name may be there several
// times.
using HttpFields = std::vector<std::pair<std::string, std::string>>;

// Every text is UTF-8 without NUL: a request with other bytes has been refused before (400).
struct HttpRequest {
  HttpMethod method = HttpMethod::kGet;
  std::string path;    // "/v1/passages/2024-06-27#b1": decoded; begins with "/", has no "." or ".."
  HttpFields query;    // decoded
  HttpFields headers;  // names in lower case; those of the connection and of access are gone
  std::string body;    // of a POST, as it came
  // "http://localhost:8417": the server as the client called it, one of ours.
  std::string origin = {};

  // The first value of that name; nothing if there is none.
  std::optional<std::string_view> field(std::string_view name) const;
  // Of a header, in lower case; "" if there is none.
  std::string_view header(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;          // RFC 9110
  std::string content_type;  // empty: there is no body
  HttpFields headers;        // further ones; those that guard a page are added by the server
  std::string body;
  // If set, called after `body` is sent, again and again, in one thread at a time: appends what
  // comes next, and returns whether more follows. A throw ends the answer short, so that a client
  // sees it.
  std::function<bool(std::string& out)> more;
  // The connection stays, and is told HttpServices::news as they come. There is no body.
  bool follows = false;
};

// Answers requests over an index of its own. Thread: one at a time.
class HttpService {
 public:
  virtual ~HttpService() = default;
  // Must not throw anything but std::bad_alloc: an error is a response. HEAD is answered like GET.
  virtual HttpResponse answer(const HttpRequest& request) = 0;
};

// How services are made and used; lent to the server for its life. Called by several threads.
struct HttpServices {
  // One for each thread that answers. Throws what opening an index throws.
  std::function<std::unique_ptr<HttpService>()> make;
  // Whether the answer may take seconds (an audit, a thousand claims): those have their own
  // threads.
  std::function<bool(const HttpRequest&)> is_long;
  // Whether it is a picture that another process draws: those have a thread, too. May be empty.
  std::function<bool(const HttpRequest&)> is_picture = {};
  // The present state, one line of JSON; "" if it is not known now. Asked on one thread, several
  // times a second while connections follow. Must not throw. Empty: nobody can follow.
  std::function<std::string()> news = {};
};

}  // namespace ibid
