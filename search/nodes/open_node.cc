// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/nodes/open_node.h"

#include <cstdlib>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/one_state.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

std::uint64_t number(const Xapian::Database& database, const char* key) {
  return std::strtoull(database.get_metadata(key).c_str(), nullptr, 10);
}

Xapian::Database open_folder(const NodeAddress& address) {
  const IndexDir dir(address.folder);
  const std::string path = dir.database(dir.usable_manifest().build);
  expect_one_state(dir.path(), path);
  return Xapian::Database(path);
}

// Xapian runs the program without a shell; ssh gives what follows the host to one there.
Xapian::Database open_over_ssh(const NodeAddress& address, std::uint32_t timeout_ms) {
  const std::string seconds = std::to_string((timeout_ms + 999) / 1000);
  const std::string arguments = "-oBatchMode=yes -oConnectTimeout=" + seconds + " -- " +
                                address.host + " xapian-progsrv --timeout " +
                                std::to_string(timeout_ms * 10) + " " + address.folder + "/" +
                                schema::kStubFile;
  return Xapian::Remote::open("ssh", arguments, timeout_ms);
}

Xapian::Database open_database(const NodeAddress& address, std::uint32_t timeout_ms) {
  switch (address.way) {
    case NodeAddress::Way::kTcp:
      return Xapian::Remote::open(address.host, address.port, timeout_ms, timeout_ms);
    case NodeAddress::Way::kSsh:
      return open_over_ssh(address, timeout_ms);
    case NodeAddress::Way::kPath:
      break;
  }
  return open_folder(address);
}

void look_at_layout(const std::string& layout, NodeState& state) {
  const std::string wanted = schema::kNodeLayout;
  const std::size_t space = layout.find(' ');
  if (layout.empty() || space == std::string::npos) {
    state.status = NodeStatus::kNoIndex;
    state.why = "what it serves was not made with `ibid index --for-nodes`";
  } else if (layout.substr(0, space) != wanted) {
    state.status = NodeStatus::kOtherVersion;
    state.why = "its index has layout " + layout.substr(0, space) + ", this program reads " +
                wanted + "; run `ibid index --rebuild` with one version of ibid on all nodes";
  } else if (layout.substr(space + 1) != schema::kAnalyzer) {
    state.status = NodeStatus::kOtherAnalyzer;
    state.why = "its index was made with analyzer " + layout.substr(space + 1) +
                ", this program has " + schema::kAnalyzer +
                "; run `ibid index --rebuild` with one version of ibid on all nodes";
  } else {
    state.status = NodeStatus::kAnswered;
  }
}

}  // namespace

NodeStatus status_of(const Xapian::Error& error) {
  const std::string type = error.get_type();
  const std::string& reason = error.get_msg();
  if (type == "NetworkTimeoutError") return NodeStatus::kTimedOut;
  if (reason.find("rotocol version") != std::string::npos) return NodeStatus::kOtherVersion;
  if (type == "NetworkError") return NodeStatus::kUnreachable;
  return NodeStatus::kFailed;
}

bool is_of_node(const Xapian::Error& error, const NodeAddress& address) {
  const std::string& context = error.get_context();
  switch (address.way) {
    case NodeAddress::Way::kTcp:
      return context.find("tcp(" + address.host + ":" + std::to_string(address.port) + ")") !=
             std::string::npos;
    case NodeAddress::Way::kSsh:
      return context.find(" " + address.host + " ") != std::string::npos &&
             context.find(" " + address.folder + "/") != std::string::npos;
    case NodeAddress::Way::kPath:
      break;
  }
  return false;
}

OpenedNode open_node(const NodeAddress& address, std::uint32_t timeout_ms) {
  OpenedNode node;
  node.state.name = address.name;
  try {
    Xapian::Database database = open_database(address, timeout_ms);
    look_at_layout(database.get_metadata(schema::kMetaNodes), node.state);
    if (node.state.status != NodeStatus::kAnswered) return node;
    node.state.generation = number(database, schema::kMetaGeneration);
    node.state.reports = number(database, schema::kMetaReports);
    node.state.passages = database.get_doccount();
    node.build = database.get_uuid();
    node.database = std::move(database);
  } catch (const Xapian::Error& error) {
    node.state.status = status_of(error);
    node.state.why = xapian_reason(error);
    if (const char* system = error.get_error_string()) node.state.why += std::string(": ") + system;
  } catch (const Error& error) {
    node.state.status = NodeStatus::kNoIndex;
    node.state.why = error.what();
  }
  if (!node.database && node.state.status == NodeStatus::kAnswered) {
    node.state.status = NodeStatus::kFailed;
  }
  return node;
}

}  // namespace ibid
