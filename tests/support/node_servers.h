// SPDX-License-Identifier: GPL-2.0-or-later
//
// Xapian's own servers, each with an index for nodes, on ports of loopback; and the file that names
// them all.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace ibid::testing {

// A running xapian-tcpsrv. Killed when it goes out of scope, with the processes of its connections.
class NodeServer {
 public:
  explicit NodeServer(std::string index_dir);
  ~NodeServer();
  NodeServer(const NodeServer&) = delete;
  NodeServer& operator=(const NodeServer&) = delete;

  std::uint16_t port() const { return port_; }
  void kill();
  void start();  // again, at the same port
  // Makes it and its connections stand still, and go on.
  void stop();
  void go_on();

 private:
  void signal(int number) const;
  bool is_listening() const;

  std::string index_dir_;
  std::uint16_t port_ = 0;
  pid_t pid_ = -1;
};

// Why there are no servers on this machine; empty if there are.
std::string no_node_servers();

// Several folders of reports, an index for nodes of each, and a server for each.
class NodeServers {
 public:
  explicit NodeServers(const std::vector<std::vector<std::string>>& reports, double timeout_s = 10);

  std::size_t size() const { return servers_.size(); }
  NodeServer& server(std::size_t node) { return *servers_[node]; }
  std::string folder(std::size_t node) const;     // of its reports
  std::string index_dir(std::size_t node) const;  // of its index
  void update(std::size_t node) const;            // its index, to its folder
  const std::string& file() const { return file_; }

 private:
  TempDir dir_;
  std::vector<std::unique_ptr<NodeServer>> servers_;
  std::string file_;
};

}  // namespace ibid::testing
