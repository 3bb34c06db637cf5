// SPDX-License-Identifier: GPL-2.0-or-later
//
// A node that fails costs its timeout once; the others answer, and it is said which did not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "corpus/error.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/render_text.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/render/passage_lines.h"
#include "tests/support/node_servers.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using testing::NodeServers;
using ::testing::UnorderedElementsAre;
using Clock = std::chrono::steady_clock;

constexpr double kTimeout = 0.5;  // seconds
constexpr std::chrono::milliseconds kMost{600};

class FailingNodes : public ::testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = testing::no_node_servers(); !why.empty()) GTEST_SKIP() << why;
    std::vector<std::vector<std::string>> reports;
    for (const char* name : {"harbour", "treaty", "조약"}) {
      const std::string path = dir_.at(std::string(name) + ".txt");
      testing::write_file(path, testing::report_with(name, {std::string("A pact of ") + name}));
      reports.push_back({path});
    }
    nodes_ = std::make_unique<NodeServers>(reports, kTimeout);
    index_ = std::make_unique<OpenIndex>(nodes_->file());
    searcher_ = std::make_unique<Searcher>(*index_);
  }

  SearchResult search(const std::string& query = "pact") { return searcher_->search(query, {}); }

  static std::vector<std::string> reports_of(const SearchResult& result) {
    std::vector<std::string> ids;
    for (const Hit& hit : result.hits) ids.push_back(hit.passage.report.id);
    return ids;
  }

  // Asks until a condition holds: what a node has now is looked for every two seconds.
  template <class Condition>
  SearchResult search_until(const Condition& holds) {
    SearchResult result;
    for (int tries = 0; tries < 200; ++tries) {
      result = search();
      if (holds(result)) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return result;
  }

  testing::TempDir dir_;
  std::unique_ptr<NodeServers> nodes_;
  std::unique_ptr<OpenIndex> index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(FailingNodes, AnswerTogetherAtFirst) {
  const SearchResult result = search();
  EXPECT_THAT(reports_of(result), UnorderedElementsAre("harbour", "treaty", "조약"));
  EXPECT_TRUE(result.index.complete);
  EXPECT_EQ(result.index.passages, 3U);
  ASSERT_EQ(result.index.nodes.size(), 3U);
  EXPECT_EQ(result.index.nodes[1].name, "n1");
  EXPECT_EQ(result.index.nodes[1].status, NodeStatus::kAnswered);
  EXPECT_EQ(missing_nodes_text(result.index), "");
  EXPECT_THAT(search_json_lines(result, Explain::kNo), HasSubstr("\"complete\":true"));
}

TEST_F(FailingNodes, AreLeftOutWhenKilled) {
  search();
  nodes_->server(1).kill();
  const auto start = Clock::now();
  const SearchResult result = search();
  EXPECT_LT(Clock::now() - start, kMost);
  EXPECT_THAT(reports_of(result), UnorderedElementsAre("harbour", "조약"));
  EXPECT_FALSE(result.index.complete);
  EXPECT_EQ(result.index.nodes[1].status, NodeStatus::kUnreachable);
  const std::string lines = search_json_lines(result, Explain::kNo);
  EXPECT_THAT(lines, HasSubstr("\"complete\":false"));
  EXPECT_THAT(lines, HasSubstr("\"state\":\"unreachable\""));
  EXPECT_THAT(search_text(result, {}), HasSubstr("2 of 3 nodes answered"));
}

TEST_F(FailingNodes, CostTheirTimeoutOnceWhenTheyHang) {
  search();
  nodes_->server(2).stop();
  const auto start = Clock::now();
  const SearchResult result = search();
  EXPECT_LT(Clock::now() - start, kMost);
  EXPECT_THAT(reports_of(result), UnorderedElementsAre("harbour", "treaty"));
  EXPECT_EQ(result.index.nodes[2].status, NodeStatus::kTimedOut);
  const auto then = Clock::now();
  for (int again = 0; again < 20; ++again) EXPECT_FALSE(search().index.complete);
  EXPECT_LT(Clock::now() - then, kMost);
  nodes_->server(2).go_on();
}

TEST_F(FailingNodes, AreAskedAgainOnceTheyAreBack) {
  nodes_->server(0).kill();
  EXPECT_FALSE(search().index.complete);
  nodes_->server(0).start();
  const SearchResult result =
      search_until([](const SearchResult& found) { return found.index.complete; });
  EXPECT_TRUE(result.index.complete);
  EXPECT_THAT(reports_of(result), UnorderedElementsAre("harbour", "treaty", "조약"));
}

TEST_F(FailingNodes, AreReadAnewWhenTheyHaveAnotherBuild) {
  search();
  testing::write_file(nodes_->folder(0) + "/harbour.txt",
                      testing::report_with("Harbour", {"A new pact.", "Another pact."}));
  nodes_->update(0);
  const SearchResult result =
      search_until([](const SearchResult& found) { return found.index.passages == 4; });
  EXPECT_EQ(result.index.passages, 4U);
  EXPECT_EQ(result.matches, 4U);
  EXPECT_EQ(result.index.nodes[0].generation, 2U);
}

TEST_F(FailingNodes, AreAnErrorIfAllAreRequired) {
  OpenIndex all(nodes_->file(), Nodes::kAll);
  Searcher searcher(all);
  EXPECT_EQ(searcher.search("pact", {}).matches, 3U);
  nodes_->server(1).kill();
  try {
    searcher.search("pact", {});
    FAIL() << "answered without a node";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kIndex);
    EXPECT_THAT(error.what(), HasSubstr("n1: unreachable"));
  }
}

TEST_F(FailingNodes, AreAnErrorIfNoneAnswers) {
  for (std::size_t node = 0; node < 3; ++node) nodes_->server(node).kill();
  EXPECT_THROW(search(), Error);
  EXPECT_THROW(OpenIndex(nodes_->file()), Error);
}

TEST_F(FailingNodes, SayThatTheyHaveNoIndexForNodes) {
  UpdateOptions options;
  options.index_dir = dir_.at("plain");
  options.paths = {nodes_->folder(0)};
  update_index(options);
  const std::string file = testing::write_file(
      dir_.at("mixed.toml"), "[[node]]\nname = \"good\"\npath = \"" + nodes_->index_dir(1) +
                                 "\"\n[[node]]\nname = \"plain\"\npath = \"" + dir_.at("plain") +
                                 "\"\n");
  OpenIndex mixed(file);
  Searcher searcher(mixed);
  const SearchResult result = searcher.search("pact", {});
  EXPECT_EQ(result.matches, 1U);
  ASSERT_EQ(result.index.nodes.size(), 2U);
  EXPECT_EQ(result.index.nodes[1].status, NodeStatus::kNoIndex);
  EXPECT_THAT(result.index.nodes[1].why, HasSubstr("--for-nodes"));
}

}  // namespace
}  // namespace ibid
