// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/node_servers.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "indexer/update/update.h"

namespace ibid::testing {
namespace {

namespace fs = std::filesystem;

constexpr char kProgram[] = "/usr/bin/xapian-tcpsrv";

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

// The server wants a number; nobody else is likely to take the one that the kernel just gave.
std::uint16_t free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool bound = ::bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(fd);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

}  // namespace

std::string no_node_servers() {
  return fs::exists(kProgram) ? "" : "xapian-tcpsrv is not installed (package xapian-tools)";
}

NodeServer::NodeServer(std::string index_dir)
    : index_dir_(std::move(index_dir)), port_(free_port()) {
  start();
}

NodeServer::~NodeServer() { kill(); }

void NodeServer::start() {
  kill();
  const std::string stub = index_dir_ + "/passages.stub", port = std::to_string(port_);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int fd : {0, 1, 2}) ::dup2(nothing, fd);
    ::execl(kProgram, kProgram, "--interface", "127.0.0.1", "--port", port.c_str(), "--quiet",
            stub.c_str(), nullptr);
    ::_exit(127);
  }
  ::setpgid(pid_, pid_);
  for (int tries = 0; tries < 500 && !is_listening(); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

bool NodeServer::is_listening() const {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port_);
  const bool connected =
      ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(fd);
  return connected;
}

void NodeServer::signal(int number) const {
  if (pid_ > 0) ::kill(-pid_, number);
}

void NodeServer::kill() {
  if (pid_ <= 0) return;
  signal(SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

void NodeServer::stop() { signal(SIGSTOP); }
void NodeServer::go_on() { signal(SIGCONT); }

NodeServers::NodeServers(const std::vector<std::vector<std::string>>& reports, double timeout_s) {
  std::string toml = fmt::format("timeout = {:.3f}\n", timeout_s);
  for (std::size_t node = 0; node < reports.size(); ++node) {
    fs::create_directories(folder(node));
    for (const std::string& path : reports[node]) {
      fs::copy_file(path, fs::path(folder(node)) / fs::path(path).filename());
    }
    update(node);
    servers_.push_back(std::make_unique<NodeServer>(index_dir(node)));
    toml += fmt::format("\n[[node]]\nname = \"n{}\"\ntcp = \"127.0.0.1:{}\"\n", node,
                        servers_.back()->port());
  }
  file_ = write_file(dir_.at("nodes.toml"), toml);
}

std::string NodeServers::folder(std::size_t node) const {
  return dir_.at(fmt::format("reports{}", node));
}

std::string NodeServers::index_dir(std::size_t node) const {
  return dir_.at(fmt::format("index{}", node));
}

void NodeServers::update(std::size_t node) const {
  UpdateOptions options;
  options.index_dir = index_dir(node);
  options.paths = {folder(node)};
  options.made_for = MadeFor::kNodes;
  update_index(options);
}

}  // namespace ibid::testing
