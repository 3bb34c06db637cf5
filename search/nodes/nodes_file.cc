// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/nodes/nodes_file.h"

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>

#include "corpus/error.h"
#include "corpus/files/bounded_toml.h"

namespace ibid {
namespace {

constexpr char kExample[] = R"(name = "north" and tcp = "127.0.0.1:7801")";
constexpr double kLeastSeconds = 0.05, kMostSeconds = 600;
constexpr std::size_t kMostNodes = 256;

class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) {}

  NodesFile read() {
    const std::string text = read_bounded_toml(path_, {.tables = {"node"}, .example = kExample});
    toml::table table;
    try {
      table = toml::parse(text, path_);
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
    }
    for (const auto& [key, value] : table) {
      if (key == "timeout") {
        read_timeout(value);
      } else if (key == "node" && value.is_array_of_tables()) {
        for (const toml::node& node : *value.as_array()) read_node(*node.as_table());
      } else {
        fail(key.source(), "\"" + std::string(key.str()) + "\" is not known here; there are " +
                               "timeout and [[node]]");
      }
    }
    if (file_.nodes.empty()) fail(table.source(), "it names no node; write [[node]]");
    return std::move(file_);
  }

 private:
  [[noreturn]] void fail(const toml::source_region& at, const std::string& what) const {
    const std::uint32_t line = std::max<std::uint32_t>(at.begin.line, 1);
    throw Error(ErrorKind::kInput, path_ + ":" + std::to_string(line) + ": " + what);
  }

  void read_timeout(const toml::node& value) {
    const std::optional<double> seconds = value.value<double>();
    if (!seconds || !(*seconds >= kLeastSeconds && *seconds <= kMostSeconds)) {
      fail(value.source(), "timeout is not a number of seconds between 0.05 and 600");
    }
    file_.timeout_ms = static_cast<std::uint32_t>(std::lround(*seconds * 1000));
  }

  std::string text(const toml::node& value, std::string_view name) const {
    const auto* text = value.as_string();
    if (text == nullptr || text->get().empty()) {
      fail(value.source(), std::string(name) + " is not text");
    }
    return text->get();
  }

  void read_node(const toml::table& table) {
    NodeAddress node;
    int ways = 0;
    for (const auto& [key, value] : table) {
      const std::string_view name = key.str();
      if (name == "name") {
        node.name = text(value, name);
        continue;
      }
      ++ways;
      if (name == "tcp") {
        read_tcp(value, node);
      } else if (name == "ssh") {
        read_ssh(value, node);
      } else if (name == "path") {
        node.way = NodeAddress::Way::kPath;
        const auto folder = std::filesystem::path(path_).parent_path() / text(value, name);
        node.folder = std::filesystem::absolute(folder).lexically_normal().string();
      } else {
        fail(key.source(), "\"" + std::string(name) +
                               "\" is not known of a node; there are name, tcp, ssh and path");
      }
    }
    if (node.name.empty()) fail(table.source(), "a node has no name");
    if (ways != 1) fail(table.source(), "node " + node.name + " needs one of tcp, ssh and path");
    const bool twice =
        std::any_of(file_.nodes.begin(), file_.nodes.end(),
                    [&](const NodeAddress& other) { return other.name == node.name; });
    if (twice) fail(table.source(), "two nodes are named " + node.name);
    if (file_.nodes.size() == kMostNodes) fail(table.source(), "there are more than 256 nodes");
    file_.nodes.push_back(std::move(node));
  }

  void read_tcp(const toml::node& value, NodeAddress& node) const {
    const std::string address = text(value, "tcp");
    const std::size_t colon = address.rfind(':');
    const char* const end = address.data() + address.size();
    if (colon != std::string::npos && colon != 0) {
      const auto [at, error] = std::from_chars(address.data() + colon + 1, end, node.port);
      if (error == std::errc() && at == end && node.port != 0) {
        node.way = NodeAddress::Way::kTcp;
        node.host = address.substr(0, colon);
      }
    }
    // Xapian 1.4 knows no IPv6.
    if (node.way != NodeAddress::Way::kTcp || node.host.find(':') != std::string::npos) {
      fail(value.source(), "tcp is not HOST:PORT, with a name or an IPv4 address");
    }
  }

  // Xapian splits the arguments of a program at spaces.
  void read_ssh(const toml::node& value, NodeAddress& node) const {
    const std::string address = text(value, "ssh");
    const std::size_t colon = address.find(':');
    const bool plain = std::none_of(address.begin(), address.end(), [](char c) {
      return static_cast<unsigned char>(c) <= ' ' ||
             std::string_view("'\"\\$`;&|<>()*?").find(c) != std::string_view::npos;
    });
    if (!plain || colon == std::string::npos || colon == 0 || colon + 1 == address.size() ||
        address.front() == '-') {
      fail(value.source(),
           "ssh is not HOST:FOLDER, without spaces and signs that a shell would read");
    }
    node.way = NodeAddress::Way::kSsh;
    node.host = address.substr(0, colon);
    node.folder = address.substr(colon + 1);
  }

  const std::string& path_;
  NodesFile file_;
};

}  // namespace

bool is_nodes_file(const std::string& path) {
  std::error_code error;
  return path.ends_with(".toml") && !std::filesystem::is_directory(path, error);
}

std::string folder_of_index(const std::string& index) {
  if (!is_nodes_file(index)) return index;
  const std::string folder = std::filesystem::path(index).parent_path().string();
  return folder.empty() ? "." : folder;
}

NodesFile read_nodes_file(const std::string& path) { return Reader(path).read(); }

}  // namespace ibid
