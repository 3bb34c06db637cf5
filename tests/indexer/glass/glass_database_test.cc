// SPDX-License-Identifier: GPL-2.0-or-later
//
// A database written by indexer/glass against one that Xapian wrote of the same documents: as made,
// after ordinary updates, after compaction, and after updates of that.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/support/database_compare.h"
#include "tests/support/glass_cases.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using testing::check_errors;
using testing::differences;
using testing::GlassCase;
using ::testing::IsEmpty;

// Replaces, deletes and adds all over the database, in three commits.
void update(const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_OPEN);
  std::vector<Xapian::docid> docids;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    docids.push_back(*it);
  }
  const std::size_t step = docids.size() / 40 + 1;
  Xapian::Document document;
  document.set_data("changed");
  document.add_posting("changed", 7);
  document.add_posting("the", 9, 1000);
  document.add_term(std::string("a\0b", 3), 2);
  document.add_value(0, "00000000");
  document.add_value(9, "new slot");
  for (std::size_t i = 0; i < docids.size(); i += step) {
    database.replace_document(docids[i], document);
  }
  database.commit();
  for (std::size_t i = step / 2; i + 1 < docids.size(); i += step) {
    if (i % step != 0) database.delete_document(docids[i]);
  }
  if (!docids.empty()) database.delete_document(docids.back());
  database.commit();
  for (int i = 0; i < 30; ++i) {
    Xapian::Document more = document;
    more.add_posting("more" + std::to_string(i), 1);
    database.add_document(more);
  }
  database.set_metadata("after", "the update");
  database.commit();
}

void compact(const std::string& from, const std::string& to) {
  Xapian::Database(from).compact(to, Xapian::DBCOMPACT_NO_RENUMBER);
}

class GlassDatabase : public ::testing::TestWithParam<GlassCase> {
 protected:
  void expect_same(const std::string& ours, const std::string& theirs, const char* when) const {
    if (GetParam().check == testing::Check::kXapians) {
      EXPECT_EQ(check_errors(ours), "") << when;
    }
    EXPECT_THAT(differences(Xapian::Database(ours), Xapian::Database(theirs)), IsEmpty()) << when;
  }
};

TEST_P(GlassDatabase, IsTheOneThatXapianWrites) {
  const testing::TempDir dir;
  const std::string ours = dir.at("ours"), theirs = dir.at("theirs");
  const testing::LoadInput input = GetParam().input();
  naive_load(ours, input, GetParam().options);
  xapian_load(theirs, input, GetParam().options);
  expect_same(ours, theirs, "as made");
  compact(ours, ours + ".compact");
  compact(theirs, theirs + ".compact");
  expect_same(ours + ".compact", theirs + ".compact", "compacted");
  if (GetParam().options.compression == testing::Compression::kAsXapian) {
    for (const char* table : {"/docdata.glass", "/termlist.glass"}) {
      EXPECT_TRUE(testing::read_bytes(ours + ".compact" + table) ==
                  testing::read_bytes(theirs + ".compact" + table))
          << table;
    }
  }
  update(ours);
  update(theirs);
  expect_same(ours, theirs, "updated");
  compact(ours, ours + ".again");
  compact(theirs, theirs + ".again");
  expect_same(ours + ".again", theirs + ".again", "updated and compacted");
  update(ours + ".again");
  update(theirs + ".again");
  expect_same(ours + ".again", theirs + ".again", "updated, compacted and updated");
}

// Runs in memory, runs on disk and a merge of both, of one shard and of several.
TEST_P(GlassDatabase, IsTheSameByTheBulkLoader) {
  if (GetParam().check != testing::Check::kXapians) GTEST_SKIP() << "too far for Xapian's check";
  const testing::TempDir dir;
  const testing::LoadInput input = GetParam().input();
  xapian_load(dir.at("theirs"), with_positions(input));
  constexpr std::uint64_t kMuch = 1 << 30, kLittle = 16 << 20, kLeast = 1;
  const std::uint64_t little = input.documents.size() > 500 ? kLittle : kLeast;
  bulk_load(dir.at("whole"), input, 1, kMuch, TermLists::kAll);
  expect_same(dir.at("whole"), dir.at("theirs"), "from one run");
  bulk_load(dir.at("merged"), input, 3, little, TermLists::kAll);
  expect_same(dir.at("merged"), dir.at("theirs"), "from many runs");
  naive_load(dir.at("naive"), input, {}, TermLists::kExact);
  bulk_load(dir.at("exact"), input, 3, little, TermLists::kExact);
  expect_same(dir.at("exact"), dir.at("naive"), "with short lists of terms");
  for (const char* table : {"/postlist", "/docdata", "/termlist"}) {
    EXPECT_TRUE(testing::read_bytes(dir.at("whole") + table + ".glass") ==
                testing::read_bytes(dir.at("merged") + table + ".glass"))
        << table;
  }
  update(dir.at("merged"));
  update(dir.at("theirs"));
  expect_same(dir.at("merged"), dir.at("theirs"), "updated");
}

// Nine children fill a branch block of 2 KiB and eight entries a leaf: each number of entries
// around 8 * 9 and 8 * 9 * 9, where new blocks of one child and new levels begin.
TEST(GlassTree, IsSoundWhereLevelsBegin) {
  const testing::TempDir dir;
  std::vector<int> counts;
  for (int n = 68; n <= 76; ++n) counts.push_back(n);
  for (int n = 640; n <= 658; ++n) counts.push_back(n);
  for (const int count : counts) {
    testing::LoadInput input;
    for (int i = 0; i < count; ++i) {
      input.metadata.emplace_back(std::string(237, 'x') + std::to_string(100 + i),
                                  std::string(1, static_cast<char>('a' + i % 26)));
    }
    const std::string folder = dir.at(std::to_string(count));
    naive_load(folder, input, {2048, testing::Compression::kNone});
    ASSERT_EQ(check_errors(folder), "") << count;
    Xapian::WritableDatabase database(folder, Xapian::DB_OPEN);
    std::size_t found = 0;
    for (auto it = database.metadata_keys_begin(); it != database.metadata_keys_end(); ++it) {
      ASSERT_EQ(*it, input.metadata[found].first) << count;
      ASSERT_EQ(database.get_metadata(*it), input.metadata[found].second) << count;
      ++found;
    }
    ASSERT_EQ(found, input.metadata.size());
    for (std::size_t i = 0; i < found; i += 3) database.set_metadata(input.metadata[i].first, "");
    database.set_metadata(input.metadata.back().first + "x", std::string(300, 'y'));
    database.commit();
    ASSERT_EQ(check_errors(folder), "") << count << ", with a third of the entries gone";
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, GlassDatabase, ::testing::ValuesIn(testing::glass_cases()),
                         [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace ibid
