// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/listeners.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "corpus/error.h"

namespace ibid {
namespace {

constexpr int kWaiting = 1024;  // connections that the kernel holds until they are accepted
constexpr int kFirstInherited = 3;

// Any kind of address, with its length.
struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
  int family() const { return storage.ss_family; }
};

std::optional<Address> parse_address(const std::string& text, std::uint16_t port) {
  Address out;
  auto* four = reinterpret_cast<sockaddr_in*>(&out.storage);
  auto* six = reinterpret_cast<sockaddr_in6*>(&out.storage);
  if (inet_pton(AF_INET, text.c_str(), &four->sin_addr) == 1) {
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    out.size = sizeof *four;
  } else if (inet_pton(AF_INET6, text.c_str(), &six->sin6_addr) == 1) {
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    out.size = sizeof *six;
  } else {
    return {};
  }
  return out;
}

Address address_of(int socket) {
  Address out;
  out.size = sizeof out.storage;
  getsockname(socket, out.get(), &out.size);
  return out;
}

std::uint16_t port_of(const Address& address) {
  if (address.family() == AF_INET) {
    return ntohs(reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_port);
  }
  return ntohs(reinterpret_cast<const sockaddr_in6*>(&address.storage)->sin6_port);
}

// "192.0.2.1", "[2001:db8::1]"
std::string host_of(const Address& address) {
  std::string text(INET6_ADDRSTRLEN, '\0');
  if (address.family() == AF_INET) {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_addr,
              text.data(), INET6_ADDRSTRLEN);
    return text.substr(0, text.find('\0'));
  }
  inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(&address.storage)->sin6_addr,
            text.data(), INET6_ADDRSTRLEN);
  return "[" + text.substr(0, text.find('\0')) + "]";
}

// Port 80 is the one that a browser leaves out.
std::vector<std::string> hosts_of(const std::vector<std::string>& names, std::uint16_t port) {
  std::vector<std::string> hosts;
  for (const std::string& name : names) {
    hosts.push_back(fmt::format("{}:{}", name, port));
    if (port == 80) hosts.push_back(name);
  }
  return hosts;
}

const std::vector<std::string> kLoopbackNames = {"localhost", "127.0.0.1", "[::1]"};

Listener of_network(FileDescriptor socket) {
  Listener out{std::move(socket), {}, {}, 0, {}};
  const Address address = address_of(out.socket.get());
  out.port = port_of(address);
  const std::string host = host_of(address);
  std::vector<std::string> names = kLoopbackNames;
  if (host != names[1] && host != names[2]) names.push_back(host);
  out.hosts = hosts_of(names, out.port);
  const bool is_any = host == "0.0.0.0" || host == "[::]";
  out.url = fmt::format("http://{}:{}/", is_any ? names[1] : host, out.port);
  return out;
}

// -1, with errno, if the system refuses.
int listening_socket(Address& address) {
  const int fd = ::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return fd;
  const int on = 1;
  if (address.family() != AF_UNIX) setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (address.family() == AF_INET6) setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
  if (bind(fd, address.get(), address.size) == 0 && listen(fd, kWaiting) == 0) return fd;
  const int error = errno;
  close(fd);
  errno = error;
  return -1;
}

[[noreturn]] void fail(const std::string& where) {
  const int error = errno;
  const std::string remedy = error == EADDRINUSE ? "; choose another with --port" : "";
  throw Error(ErrorKind::kSystem,
              fmt::format("cannot listen on {}: {}{}", where, std::strerror(error), remedy));
}

// A machine without IPv6 says one of these.
bool has_no_such_network(int error) {
  return error == EAFNOSUPPORT || error == EADDRNOTAVAIL || error == EPROTONOSUPPORT;
}

Address address_of_file(const std::string& path) {
  Address out;
  auto* local = reinterpret_cast<sockaddr_un*>(&out.storage);
  if (path.empty() || path.size() >= sizeof local->sun_path) {
    throw Error(ErrorKind::kUsage,
                fmt::format("--socket: a path has 1 to {} bytes", sizeof local->sun_path - 1));
  }
  local->sun_family = AF_UNIX;
  std::memcpy(local->sun_path, path.c_str(), path.size() + 1);
  out.size = sizeof *local;
  return out;
}

// Removes a socket on which nobody answers.
void remove_stale(const std::string& path, Address& address) {
  struct stat status = {};
  if (lstat(path.c_str(), &status) != 0) return;
  if (!S_ISSOCK(status.st_mode)) {
    throw Error(ErrorKind::kUsage, fmt::format("--socket: {} exists and is not a socket", path));
  }
  const FileDescriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (probe.is_open() && connect(probe.get(), address.get(), address.size) == 0) {
    throw Error(ErrorKind::kSystem, fmt::format("a server is already running on {}", path));
  }
  unlink(path.c_str());
}

// The value of a variable of systemd's; -1 if it is none.
int number_of(const char* variable) {
  const char* text = std::getenv(variable);
  if (text == nullptr) return -1;
  int value = -1;
  const char* end = text + std::strlen(text);
  const auto [at, error] = std::from_chars(text, end, value);
  return error == std::errc() && at == end ? value : -1;
}

}  // namespace

std::vector<Listener> listen_on_loopback(std::uint16_t port) {
  constexpr int kTries = 20;
  for (int attempt = 0;; ++attempt) {
    std::vector<Listener> out;
    Address four = *parse_address("127.0.0.1", port);
    FileDescriptor first(listening_socket(four));
    if (!first.is_open()) fail(fmt::format("127.0.0.1:{}", port));
    out.push_back(of_network(std::move(first)));
    Address six = *parse_address("::1", out[0].port);
    FileDescriptor second(listening_socket(six));
    if (second.is_open()) {
      out.push_back(of_network(std::move(second)));
    } else if (!has_no_such_network(errno)) {
      // Free on one, taken on the other: any other port will do, if any was asked for.
      if (port == 0 && errno == EADDRINUSE && attempt < kTries) continue;
      fail(fmt::format("[::1]:{}", out[0].port));
    }
    return out;
  }
}

Listener listen_on_address(const std::string& text, std::uint16_t port) {
  auto address = parse_address(text, port);
  if (!address) {
    throw Error(
        ErrorKind::kUsage,
        fmt::format("--listen: \"{}\" is not an address in digits, such as 192.0.2.1", text));
  }
  FileDescriptor socket(listening_socket(*address));
  if (!socket.is_open()) fail(fmt::format("{}, port {}", text, port));
  return of_network(std::move(socket));
}

Listener listen_on_file(const std::string& path) {
  Address address = address_of_file(path);
  remove_stale(path, address);
  // The mode is that of the moment when it is made: there is no moment for others.
  const mode_t before = umask(0177);
  FileDescriptor socket(listening_socket(address));
  const int error = errno;
  umask(before);
  errno = error;
  if (!socket.is_open()) fail(path);
  return {std::move(socket), {"localhost", "127.0.0.1", "[::1]"}, path, 0, path};
}

std::vector<Listener> inherited_listeners() {
  std::vector<Listener> out;
  if (number_of("LISTEN_PID") != getpid()) return out;
  const int count = number_of("LISTEN_FDS");
  for (int fd = kFirstInherited; fd < kFirstInherited + count; ++fd) {
    int listens = 0;
    socklen_t size = sizeof listens;
    if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 || listens == 0) {
      throw Error(ErrorKind::kUsage, "LISTEN_FDS: a descriptor is not a listening socket");
    }
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    const int family = address_of(fd).family();
    if (family == AF_INET || family == AF_INET6) {
      out.push_back(of_network(FileDescriptor(fd)));
    } else {
      out.push_back({FileDescriptor(fd), kLoopbackNames, "the socket of systemd", 0, {}});
    }
  }
  unsetenv("LISTEN_PID");
  unsetenv("LISTEN_FDS");
  unsetenv("LISTEN_FDNAMES");
  return out;
}

}  // namespace ibid
