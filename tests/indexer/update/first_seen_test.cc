// SPDX-License-Identifier: GPL-2.0-or-later
//
// In which generation a passage was first seen, over all that may happen to its report.
#include "indexer/records/first_seen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "indexer/documents/document_builder.h"
#include "indexer/folder/database_info.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"
#include "indexer/update/kept_report.h"
#include "indexer/update/xapian_writer.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using testing::report_with;
using testing::TestIndex;

const char kEnglish[] = "Russia signed a pact.";
const char kKorean[] = "러시아와 북한이 국방 협정을 체결했다.";
const char kMixed[] = "S-400을 Turkey에 판다.";

std::string database_of(const TestIndex& test) {
  const IndexDir dir(test.index());
  return dir.database(dir.usable_manifest().build);
}

// Passage id -> the generation in which it was first seen; 0: not known.
std::map<std::string, std::uint64_t> seen(const TestIndex& test) {
  const Xapian::Database database(database_of(test));
  std::map<std::string, std::uint64_t> out;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    if (document.get_data().empty()) continue;  // removed
    out[decode_passage_id(document.get_data())] =
        read_first_seen_value(document.get_value(schema::kSlotFirstSeen));
  }
  return out;
}

class PassagesFirstSeen : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("a.txt", report_with("A", {kEnglish, kKorean}));
    test_.write("b.txt", report_with("B", {kMixed}));
    test_.update_all();
  }
  TestIndex test_;
};

TEST_F(PassagesFirstSeen, AreOfTheGenerationOfTheFirstBuild) {
  EXPECT_THAT(seen(test_), ElementsAre(Pair("a#2.1", 1), Pair("a#3.1", 1), Pair("b#2.1", 1)));
}

TEST_F(PassagesFirstSeen, StayAsTheyWereIfAnUpdateLeavesTheirText) {
  test_.change("a.txt", report_with("A", {"Trade rose.", kEnglish, kKorean}));
  test_.update_all();
  EXPECT_THAT(seen(test_),
              ElementsAre(Pair("a#2.1", 2), Pair("a#3.1", 1), Pair("a#4.1", 1), Pair("b#2.1", 1)));
  test_.change("a.txt", report_with("A", {"Trade rose.", kEnglish, "무역이 늘었다 (trade)."}));
  test_.update_all();
  EXPECT_THAT(seen(test_),
              ElementsAre(Pair("a#2.1", 2), Pair("a#3.1", 1), Pair("a#4.1", 3), Pair("b#2.1", 1)));
}

TEST_F(PassagesFirstSeen, StayAsTheyWereInARebuild) {
  test_.change("a.txt", report_with("A", {kEnglish, kMixed}));
  test_.update_all();
  test_.write("c.txt", report_with("C", {kKorean}));
  EXPECT_EQ(test_.rebuild().generation, 3U);
  EXPECT_THAT(seen(test_),
              ElementsAre(Pair("a#2.1", 1), Pair("a#3.1", 2), Pair("b#2.1", 1), Pair("c#2.1", 3)));
}

TEST_F(PassagesFirstSeen, StayAsTheyWereInAnUpdateThatIsMadeAsABuild) {
  test_.change("a.txt", report_with("A", {kEnglish, kMixed}));
  UpdateOptions options = test_.options();
  options.rebuild_from = 0;
  EXPECT_TRUE(update_index(options).rebuilt);
  EXPECT_THAT(seen(test_), ElementsAre(Pair("a#2.1", 1), Pair("a#3.1", 2), Pair("b#2.1", 1)));
}

TEST_F(PassagesFirstSeen, GoWithAFileThatHasMoved) {
  for (const bool as_build : {false, true}) {
    const std::string from = as_build ? "deep/moved.txt" : "a.txt";
    const std::string to = as_build ? "again.txt" : "deep/moved.txt";
    std::filesystem::create_directories(test_.report_path("deep"));
    std::filesystem::rename(test_.report_path(from), test_.report_path(to));
    test_.write(as_build ? "n2.txt" : "n1.txt", report_with("N", {kKorean}));
    UpdateOptions options = test_.options();
    if (as_build) options.rebuild_from = 0;
    EXPECT_EQ(update_index(options).rebuilt, as_build);
  }
  EXPECT_THAT(seen(test_), ElementsAre(Pair("again#2.1", 1), Pair("again#3.1", 1), Pair("b#2.1", 1),
                                       Pair("n1#2.1", 2), Pair("n2#2.1", 3)));
}

// Its permalinks are the same, whatever the folder.
TEST_F(PassagesFirstSeen, OfAReportOfTheSameIdStayAsTheyWere) {
  test_.remove("a.txt");
  test_.write("deep/a.txt", report_with("A", {kEnglish, "Another line. 다른 문장."}));
  test_.update_all();
  EXPECT_THAT(seen(test_), ElementsAre(Pair("a#2.1", 1), Pair("a#3.1", 2), Pair("b#2.1", 1)));
}

TEST_F(PassagesFirstSeen, AreNewInAnotherReportAndAfterTheyWereGone) {
  test_.write("c.txt", report_with("C", {kEnglish}));
  test_.remove("b.txt");
  test_.update_all();
  test_.write("b.txt", report_with("B", {kMixed}));
  test_.update_all();
  EXPECT_THAT(seen(test_),
              ElementsAre(Pair("a#2.1", 1), Pair("a#3.1", 1), Pair("b#2.1", 3), Pair("c#2.1", 2)));
}

TEST_F(PassagesFirstSeen, AreKnownOfAnIndexOfAnotherAnalyzer) {
  test_.change("a.txt", report_with("A", {kEnglish, kMixed}));
  test_.update_all();
  const IndexDir dir(test_.index());
  Manifest manifest = dir.usable_manifest();
  manifest.analyzer = "ibid-en-ko/1";
  dir.write_manifest(manifest);
  test_.rebuild();
  EXPECT_THAT(seen(test_), ElementsAre(Pair("a#2.1", 1), Pair("a#3.1", 2), Pair("b#2.1", 1)));
}

// As ibid wrote them before format 8: without the value.
void write_as_before(const TestIndex& test, const std::string& id) {
  const std::string database = database_of(test);
  const std::optional<Report> report = kept_report(database, id);
  const FileRecord file = stored_files(Xapian::Database(database)).at(id);
  XapianWriter writer(database, OpenMode::kUpdate, 1 << 20);
  writer.begin_report(id);
  DocumentBuilder builder;
  builder.build(*report, [&](const Passage&, const IndexDocument& d) { writer.add(d); });
  writer.end_report(DocumentBuilder::metadata(*report, count_passages(*report), file.stamp));
  writer.commit();
}

TEST_F(PassagesFirstSeen, OfAnOlderFormatAreKnownFromTheNextChangeOn) {
  write_as_before(test_, "a");
  write_as_before(test_, "b");
  EXPECT_THAT(seen(test_), ElementsAre(Pair("a#2.1", 0), Pair("a#3.1", 0), Pair("b#2.1", 0)));
  test_.change("a.txt", report_with("A", {kEnglish, "New. 새 문장."}));
  test_.update_all();
  EXPECT_THAT(seen(test_), ElementsAre(Pair("a#2.1", 0), Pair("a#3.1", 2), Pair("b#2.1", 0)));
  test_.write("c.txt", report_with("C", {kKorean}));
  test_.rebuild();
  EXPECT_THAT(seen(test_),
              ElementsAre(Pair("a#2.1", 0), Pair("a#3.1", 2), Pair("b#2.1", 0), Pair("c#2.1", 3)));
  const IndexDir dir(test_.index());
  const IndexInfo info =
      database_info(Xapian::Database(database_of(test_)), dir, dir.usable_manifest());
  EXPECT_EQ(info.undated_passages, 2U);
}

TEST_F(PassagesFirstSeen, GenerationsKeepTheTimeAtWhichTheyWereMade) {
  UpdateOptions options = test_.options();
  options.commit_time = 1'766'000'060;
  test_.change("a.txt", report_with("A", {kEnglish, kMixed}));
  update_index(options);
  options.commit_time = 1'766'000'120;
  options.mode = UpdateOptions::Mode::kRebuild;
  update_index(options);
  const Xapian::Database database(database_of(test_));
  EXPECT_EQ(stored_time(database, 1), 1'766'000'000U);
  EXPECT_EQ(stored_time(database, 2), 1'766'000'060U);
  EXPECT_EQ(stored_time(database, 3), 1'766'000'120U);
  EXPECT_EQ(stored_time(database, 4), 0U);
}

// More passages than one chunk has, on several threads, a thousand of them new.
TEST(PassagesOfALargeReport, StayAsTheyWereInARebuild) {
  const TestIndex test;
  std::string text = "# Convoys 수송대\n\nJune 27, 2024\n\n";
  for (int i = 0; text.size() < 1'200'000; ++i) {
    text += "- " + std::to_string(i) + "번째 수송대가 항구에 닿았다 and left the harbour again.\n";
  }
  test.write("b.md", text);
  test.update_all();
  for (int i = 0; i < 1000; ++i) text += "- New line " + std::to_string(i) + " 새 줄.\n";
  test.change("b.md", text);
  UpdateOptions options = test.options();
  options.threads = 3;
  options.mode = UpdateOptions::Mode::kRebuild;
  update_index(options);
  const auto all = seen(test);
  const auto is_new = [](const auto& entry) { return entry.second == 2; };
  EXPECT_EQ(std::count_if(all.begin(), all.end(), is_new), 1000);
  EXPECT_GT(all.size(), 10'000U);
}

TEST(FirstSeenValue, SortsByGenerationAndIsReadBack) {
  std::string before;
  for (const std::uint64_t generation : {1U, 2U, 255U, 256U, 65'535U, 65'536U, 4'000'000'000U}) {
    const std::string value = first_seen_value(generation);
    EXPECT_LT(before, value) << generation;
    EXPECT_EQ(read_first_seen_value(value), generation);
    before = value;
  }
  EXPECT_EQ(read_first_seen_value(""), 0U);
}

}  // namespace
}  // namespace ibid
