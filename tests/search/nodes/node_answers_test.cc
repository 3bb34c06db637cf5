// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index over three nodes answers as one index of the same reports: the same hits in the same
// order, with the same scores, counts and facets.
#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/error.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tests/search/nodes/asked_queries.h"
#include "tests/support/node_servers.h"
#include "tests/support/sample_reports.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using testing::AskedQuery;
using testing::NodeServers;

// All but what can only be known where the files are, and the state of the index.
std::string comparable(const std::string& lines) {
  std::string out;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    Json line = Json::parse(lines.substr(at, end - at));
    at = end + 1;
    for (const char* key : {"index", "stale", "complete", "nodes", "matches_exact"}) {
      line.erase(key);
    }
    if (line.contains("report")) line["report"].erase("path");
    out += line.dump() + '\n';
  }
  return out;
}

// IBID_NODE_REPORTS: a folder of more reports; IBID_NODE_QUERIES: how many questions.
std::vector<std::string> report_paths() {
  const char* folder = std::getenv("IBID_NODE_REPORTS");
  if (folder == nullptr) return testing::sample_paths();
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::size_t query_count() {
  const char* count = std::getenv("IBID_NODE_QUERIES");
  return count == nullptr ? 300 : std::strtoul(count, nullptr, 10);
}

// Of each report, by its number and path.
using NodeOf = std::function<std::size_t(std::size_t, const std::string&)>;

std::vector<std::vector<std::string>> dealt(const NodeOf& node_of) {
  std::vector<std::vector<std::string>> nodes(3);
  const std::vector<std::string> paths = report_paths();
  for (std::size_t i = 0; i < paths.size(); ++i) nodes[node_of(i, paths[i])].push_back(paths[i]);
  return nodes;
}

bool is_korean(const std::string& path) {
  const std::string text = testing::read_bytes(path).substr(0, 2000);
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xEA; }) > 100;
}

class NodeAnswers : public ::testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = testing::no_node_servers(); !why.empty()) GTEST_SKIP() << why;
  }

  void deal(const NodeOf& node_of) {
    nodes_ = std::make_unique<NodeServers>(dealt(node_of));
    update_one();
  }

  // All reports in one folder, as the nodes have them now.
  void update_one() {
    fs::remove_all(one_.at("reports"));
    fs::create_directory(one_.at("reports"));
    for (std::size_t node = 0; node < nodes_->size(); ++node) {
      fs::copy(nodes_->folder(node), one_.at("reports"));
    }
    UpdateOptions options;
    options.index_dir = one_.at("index");
    options.paths = {one_.at("reports")};
    // Without passages that are gone and still count.
    options.mode = UpdateOptions::Mode::kRebuild;
    update_index(options);
  }

  void expect_equal_answers() {
    OpenIndex one(one_.at("index"));
    OpenIndex nodes(nodes_->file());
    Searcher here(one), there(nodes);
    SearchOptions all;
    all.limit = 100'000;
    all.detail = Detail::kPassage;
    std::vector<StoredPassage> passages;
    for (Hit& hit : here.search("cites:any OR cites:none", all).hits) {
      passages.push_back(std::move(hit.passage));
    }
    ASSERT_GT(passages.size(), 50U);
    std::size_t different = 0, empty = 0;
    for (const AskedQuery& asked : testing::asked_queries(passages, query_count())) {
      const std::string expected = answer(here, asked), found = answer(there, asked);
      empty += expected.find("\"type\":\"hit\"") == std::string::npos ? 1 : 0;
      if (expected == found) continue;
      ++different;
      if (different <= 5) {
        ADD_FAILURE() << asked.query << " offset " << asked.options.offset << " sort "
                      << static_cast<int>(asked.options.sort) << "\n"
                      << first_difference(expected, found);
      } else {
        ADD_FAILURE() << asked.query;
      }
    }
    RecordProperty("different", std::to_string(different));
    EXPECT_LT(empty, query_count() / 2);
  }

  static std::string answer(Searcher& searcher, const AskedQuery& asked) {
    try {
      return comparable(
          search_json_lines(searcher.search(asked.query, asked.options), asked.options.explain));
    } catch (const Error& error) {
      return std::string("error: ") + error.what();
    }
  }

  static std::string first_difference(const std::string& a, const std::string& b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
    const std::size_t begin = at < 300 ? 0 : at - 300;
    return "one:   …" + a.substr(begin, 500) + "\nnodes: …" + b.substr(begin, 500);
  }

  testing::TempDir one_;
  std::unique_ptr<NodeServers> nodes_;
};

TEST_F(NodeAnswers, AreThoseOfOneIndexWhenDealtInTurns) {
  deal([](std::size_t number, const std::string&) { return number % 3; });
  expect_equal_answers();
}

TEST_F(NodeAnswers, AreThoseOfOneIndexWhenDealtByLanguage) {
  deal(
      [](std::size_t number, const std::string& path) { return is_korean(path) ? 2 : number % 2; });
  expect_equal_answers();
}

TEST_F(NodeAnswers, AreThoseOfOneIndexWhenMostAreOnOneNode) {
  deal([](std::size_t number, const std::string&) { return number % 5 < 3 ? 0 : number % 5 - 2; });
  expect_equal_answers();
}

TEST_F(NodeAnswers, AreThoseOfOneIndexAfterUpdatesAndRemovals) {
  deal([](std::size_t number, const std::string&) { return number % 3; });
  const auto first_in = [&](std::size_t node) {
    return fs::directory_iterator(nodes_->folder(node))->path();
  };
  testing::write_file(first_in(0).string(),
                      testing::report_with("Busan", {"A new port pact.", "새 항만 협정."}));
  fs::remove(first_in(1));
  for (std::size_t node = 0; node < nodes_->size(); ++node) nodes_->update(node);
  update_one();
  expect_equal_answers();
}

}  // namespace
}  // namespace ibid
