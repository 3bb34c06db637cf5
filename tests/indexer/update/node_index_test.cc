// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index for nodes: all that Xapian's own servers need is in the database, and a build that they
// may be reading never changes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "indexer/update/update.h"
#include "tests/support/sample_reports.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::report_with;
using testing::TestIndex;

class NodeIndex : public ::testing::Test {
 protected:
  UpdateSummary update() {
    UpdateOptions options = index_.options();
    options.made_for = MadeFor::kNodes;
    return update_index(options);
  }
  // As a server opens it.
  Xapian::Database served() const { return Xapian::Database(index_.in_index(schema::kStubFile)); }

  static std::vector<std::uint32_t> positions(const Xapian::Database& database,
                                              const std::string& term) {
    std::vector<std::uint32_t> out;
    for (auto at = database.positionlist_begin(1, term); at != database.positionlist_end(1, term);
         ++at) {
      out.push_back(*at);
    }
    return out;
  }

  TestIndex index_;
};

TEST_F(NodeIndex, HasThePositionsOfWordsForXapian) {
  index_.write("a.txt", report_with("Port", {"Busan port pact, 부산항 협정 of the port."}));
  update();
  const Xapian::Database database = served();
  const std::vector<std::uint32_t> port = positions(database, "port");
  ASSERT_EQ(port.size(), 2U);
  EXPECT_THAT(positions(database, "busan"), ElementsAre(port.front() - 1));
  EXPECT_THAT(positions(database, "협정"), ElementsAre(port.front() + 3));
  EXPECT_THAT(positions(database, "Zport"), IsEmpty());  // of surface forms only
  EXPECT_EQ(database.get_metadata(schema::kMetaNodes),
            std::string(schema::kNodeLayout) + ' ' + schema::kAnalyzer);
}

TEST_F(NodeIndex, HasTheSameWordsAndLengthsAsAnyOther) {
  const std::string samples = testing::samples_folder();
  UpdateOptions options = index_.options();
  options.paths = {samples};
  options.made_for = MadeFor::kNodes;
  update_index(options);
  const testing::TempDir other;
  options.index_dir = other.at("index");
  options.made_for.reset();
  update_index(options);
  const Xapian::Database nodes = served(), plain(other.at("index") + "/passages.1");
  ASSERT_EQ(nodes.get_doccount(), plain.get_doccount());
  EXPECT_EQ(nodes.get_total_length(), plain.get_total_length());
  auto term = plain.allterms_begin();
  std::size_t figures = 0;
  for (auto at = nodes.allterms_begin(); at != nodes.allterms_end(); ++at) {
    if ((*at)[0] == schema::kFigureEntry) {
      ++figures;
      continue;
    }
    if (term != plain.allterms_end() && (*term)[0] == schema::kTextLength) ++term;
    ASSERT_NE(term, plain.allterms_end());
    EXPECT_EQ(*at, *term);
    EXPECT_EQ(at.get_termfreq(), term.get_termfreq()) << *at;
    EXPECT_EQ(nodes.get_collection_freq(*at), plain.get_collection_freq(*term)) << *at;
    ++term;
  }
  EXPECT_GT(figures, 0U);
}

TEST_F(NodeIndex, HasValuesToSortAndToCountBy) {
  index_.write("a.txt", report_with("Port", {"A pact."}));
  update();
  const Xapian::Document document = served().get_document(1);
  EXPECT_EQ(document.get_value(schema::kSlotReport), "a");
  const std::string order = document.get_value(schema::kSlotOrder);
  const std::string newest = document.get_value(schema::kSlotNewest);
  ASSERT_EQ(newest.size(), 8 + order.size());
  EXPECT_EQ(static_cast<unsigned char>(newest[0]), 0xFFU - '2');
  EXPECT_EQ(newest.substr(8), order);
}

TEST_F(NodeIndex, IsMadeAnewByEachUpdateThatChangesIt) {
  index_.write("a.txt", report_with("Port", {"A harbour pact."}));
  index_.write("b.txt", report_with("Ship", {"A ship sails."}));
  update();
  const Xapian::Database before = served();
  const std::string uuid = before.get_uuid();
  EXPECT_EQ(index_.update().rebuilt, false);  // nothing to do
  EXPECT_EQ(served().get_uuid(), uuid);

  index_.change("a.txt", report_with("Port", {"A harbour war."}));
  index_.remove("b.txt");
  const UpdateSummary summary = index_.update();  // it stays an index for nodes
  EXPECT_TRUE(summary.rebuilt);
  EXPECT_EQ(summary.updated, 1U);
  EXPECT_EQ(summary.removed, 1U);
  EXPECT_EQ(summary.generation, 2U);
  EXPECT_NE(served().get_uuid(), uuid);
  EXPECT_EQ(served().get_doccount(), 1U);
  EXPECT_EQ(served().get_termfreq("ship"), 0U);
  EXPECT_EQ(served().get_termfreq("war"), 1U);
  EXPECT_EQ(before.get_termfreq("pact"), 1U);  // whoever had it open reads on
  EXPECT_THAT(check_index(index_.index()), IsEmpty());
  EXPECT_EQ(index_.rebuild().generation, 3U);
  EXPECT_EQ(IndexDir(index_.index()).usable_manifest().made_for, MadeFor::kNodes);
}

TEST_F(NodeIndex, IsMadeOfAnIndexThatIsNotForNodes) {
  index_.write("a.txt", report_with("Port", {"A harbour pact."}));
  index_.update_all();
  EXPECT_FALSE(std::filesystem::exists(index_.in_index(schema::kStubFile)));
  const UpdateSummary summary = update();
  EXPECT_TRUE(summary.rebuilt);
  EXPECT_EQ(summary.unchanged, 1U);
  EXPECT_EQ(served().get_doccount(), 1U);
}

}  // namespace
}  // namespace ibid
