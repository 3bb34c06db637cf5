// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file that names the nodes, and what is wrong with one.
#include "search/nodes/nodes_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using Way = NodeAddress::Way;

NodesFile read(const std::string& text) {
  const testing::TempDir dir;
  return read_nodes_file(testing::write_file(dir.at("nodes.toml"), text));
}

TEST(NodesFile, NamesNodesByTcpSshAndPath) {
  const NodesFile file = read(
      "timeout = 0.5\n"
      "[[node]]\nname = \"north\"\ntcp = \"127.0.0.1:7801\"\n"
      "[[node]]\nname = \"남쪽\"\nssh = \"me@south.example:/srv/index\"\n"
      "[[node]]\nname = \"here\"\npath = \"/srv/../srv/index\"\n");
  EXPECT_EQ(file.timeout_ms, 500U);
  ASSERT_EQ(file.nodes.size(), 3U);
  EXPECT_EQ(file.nodes[0].way, Way::kTcp);
  EXPECT_EQ(file.nodes[0].host, "127.0.0.1");
  EXPECT_EQ(file.nodes[0].port, 7801);
  EXPECT_EQ(file.nodes[1].name, "남쪽");
  EXPECT_EQ(file.nodes[1].way, Way::kSsh);
  EXPECT_EQ(file.nodes[1].host, "me@south.example");
  EXPECT_EQ(file.nodes[1].folder, "/srv/index");
  EXPECT_EQ(file.nodes[2].way, Way::kPath);
  EXPECT_EQ(file.nodes[2].folder, "/srv/index");
}

TEST(NodesFile, LooksForPathsWhereItLies) {
  const testing::TempDir dir;
  const std::string path =
      testing::write_file(dir.at("nodes.toml"), "[[node]]\nname = \"a\"\npath = \"index\"\n");
  EXPECT_EQ(read_nodes_file(path).nodes[0].folder, dir.at("index"));
  EXPECT_TRUE(is_nodes_file(path));
  EXPECT_FALSE(is_nodes_file(dir.path()));
}

TEST(NodesFile, SaysWhatIsWrongAndWhere) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "names no node"},
      {"timeout = 1\n", "names no node"},
      {"timeout = \"1\"\n[[node]]\nname = \"a\"\npath = \"b\"\n", "toml:1: timeout"},
      {"timeout = 0\n[[node]]\nname = \"a\"\npath = \"b\"\n", "timeout"},
      {"[[node]]\npath = \"b\"\n", "no name"},
      {"[[node]]\nname = \"a\"\n", "needs one of"},
      {"[[node]]\nname = \"a\"\npath = \"b\"\ntcp = \"h:1\"\n", "needs one of"},
      {"[[node]]\nname = \"a\"\npath = \"b\"\n[[node]]\nname = \"a\"\npath = \"c\"\n", "two nodes"},
      {"[[node]]\nname = \"a\"\ntcp = \"host\"\n", "HOST:PORT"},
      {"[[node]]\nname = \"a\"\ntcp = \"host:0\"\n", "HOST:PORT"},
      {"[[node]]\nname = \"a\"\ntcp = \"host:70000\"\n", "HOST:PORT"},
      {"[[node]]\nname = \"a\"\ntcp = \"::1:7801\"\n", "IPv4"},
      {"[[node]]\nname = \"a\"\ntcp = 7801\n", "not text"},
      {"[[node]]\nname = \"a\"\nssh = \"host\"\n", "HOST:FOLDER"},
      {"[[node]]\nname = \"a\"\nssh = \"-oProxyCommand=x:/srv\"\n", "HOST:FOLDER"},
      {"[[node]]\nname = \"a\"\nssh = \"host:/srv; rm -r x\"\n", "HOST:FOLDER"},
      {"[[node]]\nname = \"a\"\nudp = \"host:1\"\n", "not known"},
      {"index = \"b\"\n", "not known"},
      {"[[node]]\nname = \n", "toml:2"},
  };
  for (const auto& [text, why] : cases) {
    try {
      read(text);
      ADD_FAILURE() << "accepted: " << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput) << text;
      EXPECT_THAT(error.what(), HasSubstr(why)) << text;
    }
  }
}

}  // namespace
}  // namespace ibid
