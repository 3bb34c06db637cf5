// SPDX-License-Identifier: GPL-2.0-or-later
//
// The check of an index finds nothing on a whole one and something on each damaged one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <functional>

#include "corpus/error.h"
#include "indexer/folder/block_sums.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/schema.h"
#include "tests/support/sample_reports.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using testing::TestIndex;

const char kReport[] = "indo-pacific-air-defence-2024-07-15";

void overwrite_middle(const std::string& path) {
  std::string bytes = testing::read_bytes(path);
  ASSERT_GT(bytes.size(), 4096U) << path;
  bytes.replace(bytes.size() / 2 - 1024, 2048, 2048, '\xA5');
  testing::write_file(path, bytes);
}

Xapian::WritableDatabase writable(const std::string& database) {
  return Xapian::WritableDatabase(database, Xapian::DB_OPEN);
}

// With sums that are right: no bit is wrong, only what it says.
void commit(Xapian::WritableDatabase& database, const std::string& path) {
  database.commit();
  make_block_sums(path);
}

struct DamageCase {
  const char* about;
  std::function<void(const std::string& database)> damage;
};

std::vector<DamageCase> damages() {
  return {
      {"bytes in postlist.glass",
       [](const std::string& db) { overwrite_middle(db + "/postlist.glass"); }},
      {"bytes in docdata.glass",
       [](const std::string& db) { overwrite_middle(db + "/docdata.glass"); }},
      {"bytes in places", [](const std::string& db) { overwrite_middle(db + "/places"); }},
      {"places cut off",
       [](const std::string& db) {
         fs::resize_file(db + "/places", fs::file_size(db + "/places") - 1);
       }},
      {"postlist.glass gone", [](const std::string& db) { fs::remove(db + "/postlist.glass"); }},
      {"termlist.glass gone", [](const std::string& db) { fs::remove(db + "/termlist.glass"); }},
      {"places gone", [](const std::string& db) { fs::remove(db + "/places"); }},
      {"iamglass empty", [](const std::string& db) { testing::write_file(db + "/iamglass", ""); }},
      {"the database gone", [](const std::string& db) { fs::remove_all(db); }},
      {"postlist.glass cut",
       [](const std::string& db) { fs::resize_file(db + "/postlist.glass", 8192); }},
      {"a report record gone",
       [](const std::string& db) {
         auto database = writable(db);
         database.set_metadata(std::string(schema::kMetaReport) + kReport, "");
         commit(database, db);
       }},
      {"a file record gone",
       [](const std::string& db) {
         auto database = writable(db);
         database.set_metadata(std::string(schema::kMetaFile) + kReport, "");
         commit(database, db);
       }},
      {"a report record that does not decode",
       [](const std::string& db) {
         auto database = writable(db);
         database.set_metadata(std::string(schema::kMetaReport) + kReport, "?");
         commit(database, db);
       }},
      {"the count of reports wrong",
       [](const std::string& db) {
         auto database = writable(db);
         database.set_metadata(schema::kMetaReports, "5000");
         commit(database, db);
       }},
      {"a passage gone",
       [](const std::string& db) {
         auto database = writable(db);
         database.delete_document(std::string(1, schema::kPassageId) + kReport + "#1.1");
         commit(database, db);
       }},
      {"a passage twice",
       [](const std::string& db) {
         auto database = writable(db);
         database.add_document(database.get_document(1));
         commit(database, db);
       }},
      {"a passage's record damaged",
       [](const std::string& db) {
         auto database = writable(db);
         Xapian::Document document = database.get_document(2);
         document.set_data(document.get_data().substr(0, 20));
         database.replace_document(2, document);
         commit(database, db);
       }},
      {"a passage not findable by its id",
       [](const std::string& db) {
         auto database = writable(db);
         Xapian::Document document = database.get_document(2);
         auto term = document.termlist_begin();
         term.skip_to(std::string(1, schema::kPassageId));
         document.remove_term(*term);
         database.replace_document(2, document);
         commit(database, db);
       }},
  };
}

TEST(CheckIndex, FindsNothingWrongWithAWholeIndex) {
  const TestIndex test;
  test.update(testing::sample_paths());
  EXPECT_THAT(check_index(test.index()), IsEmpty());
}

TEST(CheckIndex, FindsEachKindOfDamage) {
  const TestIndex whole;
  whole.update(testing::sample_paths());
  for (const DamageCase& c : damages()) {
    SCOPED_TRACE(c.about);
    const testing::TempDir dir;
    fs::copy(whole.index(), dir.at("index"), fs::copy_options::recursive);
    const IndexDir index(dir.at("index"));
    c.damage(index.database(index.usable_manifest().build));
    const std::vector<std::string> findings = check_index(index.path());
    EXPECT_THAT(findings, Not(IsEmpty()));
    EXPECT_LE(findings.size(), 100U);
    for (const std::string& finding : findings) EXPECT_FALSE(finding.empty());
  }
}

TEST(CheckIndex, ThrowsIfThereIsNoIndex) {
  const testing::TempDir dir;
  EXPECT_THROW(check_index(dir.at("nowhere")), Error);
  EXPECT_THROW(check_index(dir.path()), Error);
}

TEST(CheckIndex, IsHealedByARebuild) {
  const TestIndex test;
  test.update(testing::sample_paths());
  const IndexDir index(test.index());
  overwrite_middle(index.database(index.usable_manifest().build) + "/postlist.glass");
  UpdateOptions options = test.options();
  options.paths = testing::sample_paths();
  options.mode = UpdateOptions::Mode::kRebuild;
  update_index(options);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
}

}  // namespace
}  // namespace ibid
