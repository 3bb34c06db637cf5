// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file that names the nodes of an index, TOML (toml.io):
//
//   timeout = 2.0                # seconds, for each answer of a node
//
//   [[node]]
//   name = "north"
//   tcp = "127.0.0.1:7801"       # an xapian-tcpsrv, of this machine or at the end of a tunnel
//
//   [[node]]
//   name = "south"
//   ssh = "south.example:/srv/index"   # the index folder there; runs xapian-progsrv
//
//   [[node]]
//   name = "here"
//   path = "/srv/index"          # an index folder of this machine
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ibid {

struct NodeAddress {
  enum class Way : std::uint8_t { kTcp, kSsh, kPath };

  std::string name;
  Way way = Way::kPath;
  std::string host;        // of kTcp and kSsh
  std::uint16_t port = 0;  // of kTcp
  std::string folder;      // of kPath, absolute; of kSsh, there
};

struct NodesFile {
  std::vector<NodeAddress> nodes;  // one or more, in the order of the file; no name twice
  std::uint32_t timeout_ms = 2000;
};

// Whether --index names such a file, and not the folder of an index.
bool is_nodes_file(const std::string& path);

// The folder that has the editor's aliases: of the file, or the index itself.
std::string folder_of_index(const std::string& index);

// Throws Error{kInput} with file, line and remedy.
NodesFile read_nodes_file(const std::string& path);

}  // namespace ibid
