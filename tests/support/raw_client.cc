// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace ibid {

std::string RawAnswer::header(std::string_view name) const {
  std::string lower = "\r\n" + head;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::size_t at = lower.find("\r\n" + std::string(name) + ": ");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 2;  // of `head`, which lacks the first line end
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

RawClient::RawClient(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error(std::string("cannot connect: ") + std::strerror(errno));
  }
}

RawClient::RawClient(const std::string& socket_file)
    : socket_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  socket_file.copy(address.sun_path, sizeof address.sun_path - 1);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error(std::string("cannot connect: ") + std::strerror(errno));
  }
}

RawClient::~RawClient() {
  if (socket_ >= 0) close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_)) {}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

bool RawClient::read_some(std::chrono::milliseconds patience) {
  pollfd wanted = {socket_, POLLIN, 0};
  if (poll(&wanted, 1, static_cast<int>(patience.count())) <= 0) return false;
  std::array<char, 65536> bytes{};
  const ssize_t n = recv(socket_, bytes.data(), bytes.size(), 0);
  if (n > 0) buffer_.append(bytes.data(), static_cast<std::size_t>(n));
  return n > 0;
}

std::string RawClient::read_all(std::chrono::milliseconds patience) {
  while (read_some(patience)) {
  }
  return std::exchange(buffer_, {});
}

std::string RawClient::read_until(std::string_view text) {
  std::size_t at = 0;
  while ((at = buffer_.find(text)) == std::string::npos) {
    if (!read_some(kPatience)) return std::exchange(buffer_, {});
  }
  std::string out = buffer_.substr(0, at + text.size());
  buffer_.erase(0, out.size());
  return out;
}

bool RawClient::closed_within(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (read_some(std::chrono::duration_cast<std::chrono::milliseconds>(
      std::max(end, std::chrono::steady_clock::now()) - std::chrono::steady_clock::now()))) {
  }
  return std::chrono::steady_clock::now() < end;
}

RawAnswer RawClient::read_answer(bool head_only) {
  std::size_t end = std::string::npos;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_some(kPatience)) return parse_answer(std::exchange(buffer_, {}));
  }
  RawAnswer answer = parse_answer(std::string_view(buffer_).substr(0, end + 4));
  buffer_.erase(0, end + 4);
  if (head_only || answer.status == 304) return answer;
  bool whole = false;
  if (answer.header("transfer-encoding") == "chunked") {
    while (dechunked(buffer_, whole), !whole) {
      if (!read_some(kPatience)) break;
    }
    answer.body = dechunked(buffer_, whole);
    buffer_.clear();
    return answer;
  }
  const std::size_t length = std::strtoul(answer.header("content-length").c_str(), nullptr, 10);
  while (buffer_.size() < length && read_some(kPatience)) {
  }
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return answer;
}

RawAnswer parse_answer(std::string_view bytes) {
  RawAnswer out;
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos || !bytes.starts_with("HTTP/1.1 ")) return out;
  out.head = bytes.substr(0, end + 2);
  out.body = bytes.substr(end + 4);
  out.status = std::atoi(out.head.c_str() + std::strlen("HTTP/1.1 "));
  return out;
}

std::string dechunked(std::string_view body, bool& whole) {
  std::string out;
  whole = false;
  while (true) {
    const std::size_t line = body.find("\r\n");
    if (line == std::string_view::npos) return out;
    const std::size_t size = std::strtoul(std::string(body.substr(0, line)).c_str(), nullptr, 16);
    body.remove_prefix(line + 2);
    if (size == 0) {
      whole = body == "\r\n";
      return out;
    }
    if (body.size() < size + 2) return out;
    out += body.substr(0, size);
    body.remove_prefix(size + 2);
  }
}

}  // namespace ibid
