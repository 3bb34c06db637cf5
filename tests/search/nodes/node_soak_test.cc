// SPDX-License-Identifier: GPL-2.0-or-later
//
// Nodes that fail, hang, come back and are rebuilt for a minute (IBID_SOAK_SECONDS for more), while
// they are asked: each answer is whole, or says which nodes are missing and has all of the others.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus/error.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tests/support/node_servers.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using testing::NodeServers;
using Clock = std::chrono::steady_clock;

constexpr double kTimeout = 0.5;  // seconds
constexpr std::size_t kNodes = 3;

std::chrono::seconds soak_time() {
  const char* seconds = std::getenv("IBID_SOAK_SECONDS");
  return std::chrono::seconds(seconds == nullptr ? 60 : std::atoi(seconds));
}

class NodeSoak : public ::testing::Test {
 protected:
  enum class Now { kRunning, kKilled, kStopped };

  void SetUp() override {
    if (const std::string why = testing::no_node_servers(); !why.empty()) GTEST_SKIP() << why;
    std::vector<std::vector<std::string>> reports(kNodes);
    for (std::size_t node = 0; node < kNodes; ++node) {
      reports[node].push_back(testing::write_file(dir_.at(name(node)), report(node, 0)));
    }
    nodes_ = std::make_unique<NodeServers>(reports, kTimeout);
  }

  static std::string name(std::size_t node) { return "r" + std::to_string(node) + ".txt"; }
  static std::string report(std::size_t node, int version) {
    return testing::report_with("R" + std::to_string(node),
                                {"A pact of version " + std::to_string(version) + ", 협정."});
  }

  void change(std::size_t node) {
    testing::NodeServer& server = nodes_->server(node);
    switch (below(5)) {
      case 0:
        server.kill();
        now_[node] = Now::kKilled;
        break;
      case 1:
        if (now_[node] != Now::kRunning) break;
        server.stop();
        now_[node] = Now::kStopped;
        break;
      case 2:
        testing::write_file(nodes_->folder(node) + "/" + name(node), report(node, ++version_));
        nodes_->update(node);
        break;
      default:
        if (now_[node] == Now::kKilled) server.start();
        if (now_[node] == Now::kStopped) server.go_on();
        now_[node] = Now::kRunning;
    }
  }

  // Returns whether it was complete.
  bool ask(Searcher& searcher) {
    const SearchResult result = searcher.search("pact 협정", {});
    std::set<std::string> expected, found;
    for (std::size_t node = 0; node < kNodes; ++node) {
      if (result.index.nodes.at(node).status == NodeStatus::kAnswered) {
        expected.insert("r" + std::to_string(node));
      }
    }
    for (const Hit& hit : result.hits) found.insert(hit.passage.report.id);
    EXPECT_EQ(found, expected);
    EXPECT_EQ(result.matches, expected.size());
    EXPECT_EQ(result.index.complete, expected.size() == kNodes);
    return result.index.complete;
  }

  void bring_all_back() {
    for (std::size_t node = 0; node < kNodes; ++node) {
      nodes_->server(node).kill();
      nodes_->server(node).start();
      now_[node] = Now::kRunning;
    }
  }

  bool is_complete_soon(Searcher& searcher) {
    const Clock::time_point last = Clock::now() + std::chrono::seconds(20);
    while (Clock::now() < last) {
      try {
        if (ask(searcher)) return true;
      } catch (const Error&) {  // not yet
      }
    }
    return false;
  }

  std::size_t below(std::size_t count) { return random_() % count; }

  testing::TempDir dir_;
  std::unique_ptr<NodeServers> nodes_;
  std::map<std::size_t, Now> now_;
  int version_ = 0;
  std::mt19937 random_{25};
};

TEST_F(NodeSoak, AnswersWithThoseThatDo) {
  OpenIndex index(nodes_->file());
  Searcher searcher(index);
  const Clock::time_point end = Clock::now() + soak_time();
  constexpr int kChangesBetween = 12;  // times at which all answer
  std::size_t whole = 0, partial = 0, none = 0;
  for (int changes = 0; Clock::now() < end; ++changes) {
    if (changes % kChangesBetween == 0) {
      bring_all_back();
      ASSERT_TRUE(is_complete_soon(searcher));
      ++whole;
    }
    change(below(kNodes));
    for (int questions = 0; questions < 20; ++questions) {
      try {
        ++(ask(searcher) ? whole : partial);
      } catch (const Error& error) {  // as long as no node answers
        ++none;
        EXPECT_EQ(error.kind(), ErrorKind::kIndex);
      }
    }
  }
  bring_all_back();
  EXPECT_TRUE(is_complete_soon(searcher));
  EXPECT_GT(whole, 0U);
  EXPECT_GT(partial, 0U);
  RecordProperty("whole", std::to_string(whole));
  RecordProperty("partial", std::to_string(partial));
  RecordProperty("none", std::to_string(none));
}

}  // namespace
}  // namespace ibid
