// SPDX-License-Identifier: GPL-2.0-or-later
//
// A client that sends any bytes, and reads what comes back as it is.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

struct RawAnswer {
  int status = 0;  // 0: closed without an answer
  std::string head, body;
  // The value of a header, whose name is given in lower case; "" if there is none.
  std::string header(std::string_view name) const;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);  // 127.0.0.1
  explicit RawClient(const std::string& socket_file);
  ~RawClient();
  RawClient(RawClient&& other) noexcept;
  RawClient& operator=(RawClient&&) = delete;

  // False if the other side has closed.
  bool send(std::string_view bytes);
  // What came until the connection was closed, or for so long.
  std::string read_all(std::chrono::milliseconds patience = kPatience);
  // What came up to `text` and with it; without it if the other side has closed before.
  std::string read_until(std::string_view text);
  // One answer with Content-Length or chunks; keeps what follows it. `head_only`: to HEAD.
  RawAnswer read_answer(bool head_only = false);
  bool closed_within(std::chrono::milliseconds patience);

  static constexpr std::chrono::milliseconds kPatience{20'000};

 private:
  bool read_some(std::chrono::milliseconds patience);
  int socket_ = -1;
  std::string buffer_;
};

// The first answer in what was read.
RawAnswer parse_answer(std::string_view bytes);
// Chunks put together. `whole`: whether the last one is there.
std::string dechunked(std::string_view body, bool& whole);

}  // namespace ibid
