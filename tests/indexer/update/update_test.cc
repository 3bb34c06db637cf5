// SPDX-License-Identifier: GPL-2.0-or-later
//
// The life of an index: built, brought up to date after each kind of change, rebuilt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "indexer/folder/index_info.h"
#include "tests/support/sample_reports.h"
#include "tests/support/stored_passages.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::list_files;
using testing::report_with;
using testing::stored_ids;
using testing::stored_passages;
using testing::TestIndex;

const char kPact[] = "러시아와 북한이 국방 협정을 체결했다.";

class Update : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("pact.txt", report_with("The Pact", {"Russia signed a pact.", kPact}));
    test_.write("deep/trade.txt",
                report_with("Trade", {"Trade rose to $240.1 billion (한중 무역)."}));
    first_ = test_.update();
    ASSERT_THAT(first_.problems, IsEmpty());
  }
  std::string text_of(const std::string& id) const {
    const auto passages = stored_passages(test_.index());
    return passages.contains(id) ? passages.at(id) : "(none)";
  }

  TestIndex test_;
  UpdateSummary first_;
};

TEST_F(Update, BuildsAnIndexOfAllFiles) {
  EXPECT_EQ(first_.added, 2U);
  EXPECT_EQ(first_.updated + first_.removed + first_.unchanged + first_.failed, 0U);
  EXPECT_EQ(first_.passages, 3U);
  EXPECT_EQ(first_.total_reports, 2U);
  EXPECT_EQ(first_.total_passages, 3U);
  EXPECT_FALSE(first_.interrupted);
  EXPECT_THAT(stored_ids(test_.index()), ElementsAre("pact", "trade"));
  EXPECT_EQ(text_of("pact#3.1"), kPact);
}

TEST_F(Update, WritesNothingWhenNothingChanged) {
  const auto before = list_files(test_.index());
  const UpdateSummary again = test_.update();
  EXPECT_EQ(list_files(test_.index()), before);
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_EQ(again.touched + again.added + again.updated + again.removed, 0U);
  EXPECT_EQ(again.bytes, 0U);
  EXPECT_EQ(again.generation, first_.generation);
  EXPECT_EQ(again.total_passages, 3U);
}

TEST_F(Update, NotesANewTimeWithoutAnalysingAgain) {
  testing::touch_file(test_.report_path("pact.txt"));
  const UpdateSummary touched = test_.update();
  EXPECT_EQ(touched.touched, 1U);
  EXPECT_EQ(touched.unchanged, 2U);
  EXPECT_EQ(touched.updated + touched.added + touched.removed, 0U);
  EXPECT_EQ(touched.passages, 0U);
  const auto before = list_files(test_.index());
  const UpdateSummary after = test_.update();
  EXPECT_EQ(after.touched, 0U);
  EXPECT_EQ(list_files(test_.index()), before);
}

TEST_F(Update, ReplacesThePassagesOfAChangedFile) {
  test_.change("pact.txt", report_with("The Pact", {"러시아는 S-400을 인도에 팔았다."}));
  const UpdateSummary changed = test_.update();
  EXPECT_EQ(changed.updated, 1U);
  EXPECT_EQ(changed.unchanged, 1U);
  EXPECT_EQ(changed.added + changed.removed + changed.moved, 0U);
  EXPECT_EQ(changed.passages, 1U);
  EXPECT_EQ(changed.total_passages, 2U);
  EXPECT_GT(changed.generation, first_.generation);
  EXPECT_EQ(text_of("pact#2.1"), "러시아는 S-400을 인도에 팔았다.");
  EXPECT_EQ(text_of("pact#3.1"), "(none)");
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
}

TEST_F(Update, TakesARenamedFileForAMove) {
  fs::rename(test_.report_path("pact.txt"), test_.report_path("조약.txt"));
  const UpdateSummary renamed = test_.update();
  EXPECT_EQ(renamed.moved, 1U);
  EXPECT_EQ(renamed.updated, 1U);
  EXPECT_EQ(renamed.added + renamed.removed, 0U);
  EXPECT_THAT(stored_ids(test_.index()), ElementsAre("trade", "조약"));
  EXPECT_EQ(text_of("조약#3.1"), kPact);
  EXPECT_EQ(text_of("pact#3.1"), "(none)");
  EXPECT_EQ(renamed.total_reports, 2U);
}

TEST_F(Update, KeepsTheIdOfAFileMovedToAnotherFolder) {
  fs::create_directories(test_.report_path("archive"));
  fs::rename(test_.report_path("pact.txt"), test_.report_path("archive/pact.txt"));
  const UpdateSummary moved = test_.update();
  EXPECT_EQ(moved.moved, 1U);
  EXPECT_EQ(moved.total_reports, 2U);
  EXPECT_EQ(moved.total_passages, 3U);
  EXPECT_THAT(stored_ids(test_.index()), ElementsAre("pact", "trade"));
  const auto record = stored_report(testing::live_database(test_.index()), "pact");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->report.path, test_.report_path("archive/pact.txt"));
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
}

TEST_F(Update, DropsARemovedFile) {
  test_.remove("deep/trade.txt");
  const UpdateSummary removed = test_.update();
  EXPECT_EQ(removed.removed, 1U);
  EXPECT_EQ(removed.unchanged, 1U);
  EXPECT_EQ(removed.total_reports, 1U);
  EXPECT_EQ(removed.total_passages, 2U);
  EXPECT_THAT(stored_ids(test_.index()), ElementsAre("pact"));
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
}

TEST_F(Update, LeavesReportsOfOtherFoldersAlone) {
  test_.remove("pact.txt");
  const UpdateSummary only_deep = test_.update({test_.report_path("deep")});
  EXPECT_EQ(only_deep.removed, 0U);
  EXPECT_THAT(stored_ids(test_.index()), ElementsAre("pact", "trade"));
}

TEST_F(Update, IndexesAFileOnceHoweverOftenItIsNamed) {
  TestIndex other;
  const std::string path = other.write("a.txt", report_with("A", {"협정 one."}));
  const UpdateSummary named = other.update(
      {path, path, other.folder(), other.folder() + "/./a.txt", other.folder() + "/../reports"});
  EXPECT_EQ(named.added, 1U);
  EXPECT_EQ(named.total_passages, 1U);
}

TEST_F(Update, GivesFilesOfOneNameDifferentIds) {
  test_.write("deep/pact.txt", report_with("Another", {"Another pact."}));
  const UpdateSummary both = test_.update();
  EXPECT_EQ(both.added, 1U);
  EXPECT_THAT(stored_ids(test_.index()), ElementsAre("deep-pact", "pact", "trade"));
  EXPECT_EQ(text_of("deep-pact#2.1"), "Another pact.");
  EXPECT_EQ(text_of("pact#3.1"), kPact);
  EXPECT_EQ(test_.update().unchanged, 3U);
}

TEST_F(Update, RebuildsBesideTheOldIndex) {
  test_.change("pact.txt", report_with("The Pact", {"New text."}));
  test_.remove("deep/trade.txt");
  const UpdateSummary rebuilt = test_.rebuild();
  EXPECT_EQ(rebuilt.updated, 1U);
  EXPECT_EQ(rebuilt.removed, 1U);
  EXPECT_EQ(rebuilt.total_reports, 1U);
  EXPECT_GT(rebuilt.generation, first_.generation);
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
  EXPECT_EQ(text_of("pact#2.1"), "New text.");
  EXPECT_EQ(test_.update().unchanged, 1U);
}

TEST_F(Update, RaisesTheGenerationWithEachChangeAndNeverElse) {
  std::uint64_t last = first_.generation;
  for (int i = 0; i < 4; ++i) {
    test_.change("pact.txt", report_with("The Pact", {"Version " + std::to_string(i)}));
    const UpdateSummary changed = i == 2 ? test_.rebuild() : test_.update();
    EXPECT_GT(changed.generation, last);
    EXPECT_EQ(test_.update().generation, changed.generation);
    last = changed.generation;
  }
}

TEST(UpdateOfManyCommits, KeepsTheSameIndexAsOneCommit) {
  const TestIndex once, often;
  UpdateOptions options = once.options();
  options.paths = testing::sample_paths();
  const UpdateSummary in_one = update_index(options);
  options.index_dir = often.index();
  options.memory_bytes = 1;
  often.update_all();  // an index without reports, so that all are added to it
  const UpdateSummary in_many = update_index(options);
  EXPECT_GT(in_many.generation, in_one.generation);
  EXPECT_EQ(in_many.total_reports, in_one.total_reports);
  EXPECT_EQ(stored_passages(once.index()), stored_passages(often.index()));
  EXPECT_THAT(check_index(often.index()), IsEmpty());
}

TEST(NewBuild, IsTheSameWhateverTheMemoryAndThreads) {
  const TestIndex whole, spilled;
  UpdateOptions options = whole.options();
  options.paths = testing::sample_paths();
  options.threads = 1;
  update_index(options);
  options.index_dir = spilled.index();
  options.memory_bytes = 1;
  options.threads = 5;
  update_index(options);
  for (const char* name : {"postlist.glass", "docdata.glass", "termlist.glass", "places"}) {
    const std::string file = std::string("/passages.1/") + name;
    EXPECT_TRUE(testing::read_bytes(whole.index() + file) ==
                testing::read_bytes(spilled.index() + file))
        << name;
  }
  EXPECT_THAT(check_index(spilled.index()), IsEmpty());
}

// Passages of one line, in English, Korean and both, with sections and a source list.
std::string large_report(std::size_t bytes) {
  const std::vector<std::string> lines = {
      "Convoy {} reached the harbour (source: go-public-web-eng-{}-0-0).",
      "{}번째 수송대가 항구에 닿았다(출처: go-public-news-kor-N{}-0-0).",
      "S-400을 실은 convoy {} 는 한중 무역의 {} percent다."};
  std::string text = "# Convoys 수송대\n\nJune 27, 2024\n\n";
  for (std::size_t i = 0; text.size() < bytes; ++i) {
    if (i % 2000 == 0) text += "\n## " + std::to_string(i / 2000 + 1) + ". 절 on trade\n\n";
    std::string line = lines[i % lines.size()];
    for (std::size_t at; (at = line.find("{}")) != std::string::npos;) {
      line.replace(at, 2, std::to_string(i * 7919 % 100003));
    }
    text += "- " + line + "\n";
  }
  text += "\n## Source Documents\n\n";
  for (int i = 0; i < 200; ++i) {
    text += "- Title - 신문 (go-public-web-eng-" + std::to_string(i) + "-0-0)\n";
  }
  return text;
}

class LargeReports : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("a.txt", report_with("A", {"A pact.", kPact}));
    test_.write("b.md", large_report(1'300'000));
    test_.write("c.txt", report_with("C", {"국방 협정."}));
    test_.write("d.md", large_report(1'060'000) + "\n- A broken \xFF byte.\n");
    test_.write("e.txt", report_with("E", {"S-400을 판다."}));
  }
  TestIndex test_;
};

TEST_F(LargeReports, AreBuiltTheSameWhateverTheMemoryAndThreads) {
  UpdateOptions options = test_.options();
  options.threads = 1;
  const UpdateSummary first = update_index(options);
  EXPECT_EQ(first.added, 5U);
  ASSERT_THAT(first.notes, ::testing::SizeIs(1));
  EXPECT_THAT(first.notes[0].message, ::testing::HasSubstr("1 byte at offset"));
  const TestIndex other;
  options.index_dir = other.index();
  options.threads = 3;
  options.memory_bytes = 96 << 20;  // each thread has a sixteenth of what the one had
  UpdateProgress last;
  const UpdateSummary second = update_index(options, [&](const UpdateProgress& progress) {
    EXPECT_GE(progress.bytes_done, last.bytes_done);
    EXPECT_GE(progress.passages, last.passages);
    last = progress;
    return true;
  });
  EXPECT_EQ(second.passages, first.passages);
  EXPECT_EQ(last.bytes_done, last.bytes_total);
  EXPECT_EQ(last.passages, second.total_passages);
  for (const char* name : {"postlist.glass", "docdata.glass", "termlist.glass", "places"}) {
    const std::string file = std::string("/passages.1/") + name;
    EXPECT_TRUE(testing::read_bytes(test_.index() + file) ==
                testing::read_bytes(other.index() + file))
        << name;
  }
  EXPECT_THAT(check_index(other.index()), IsEmpty());
}

TEST_F(LargeReports, AreTheSameWhenAnUpdateAddsThem) {
  test_.update_all();
  const TestIndex other;
  other.write("z.txt", report_with("Z", {"Other."}));
  other.update_all();
  UpdateOptions options = other.options();
  options.paths = {test_.folder()};
  options.rebuild_from = UINT64_MAX;
  options.memory_bytes = 8 << 20;
  const UpdateSummary added = update_index(options);
  EXPECT_EQ(added.added, 5U);
  EXPECT_FALSE(added.rebuilt);
  const auto expected = stored_passages(test_.index());
  EXPECT_EQ(added.passages, expected.size());
  auto stored = stored_passages(other.index());
  EXPECT_EQ(std::erase_if(stored, [](auto& entry) { return entry.first.starts_with("z#"); }), 1U);
  EXPECT_EQ(stored, expected);
  for (const char* id : {"b", "d"}) {
    const auto built = stored_report(testing::live_database(test_.index()), id);
    const auto updated = stored_report(testing::live_database(other.index()), id);
    ASSERT_TRUE(built && updated) << id;
    EXPECT_EQ(updated->passage_count, built->passage_count);
    EXPECT_EQ(updated->citation_count, built->citation_count);
    EXPECT_EQ(updated->report.language, "mul");
    EXPECT_EQ(built->report.language, "mul");
    EXPECT_GE(built->report.listed_sources.size(), 200U);
    EXPECT_EQ(updated->report.listed_sources.size(), built->report.listed_sources.size());
  }
  EXPECT_THAT(check_index(other.index()), IsEmpty());
}

TEST(UpdateOfTheSamples, StoresEveryPassageOfEveryReport) {
  const TestIndex test;
  const UpdateSummary summary = test.update(testing::sample_paths());
  std::map<std::string, std::string> expected;
  for (const Report& report : testing::sample_reports()) {
    for (const Passage& passage : report.passages) expected[passage.id] = passage.text;
  }
  EXPECT_EQ(stored_passages(test.index()), expected);
  EXPECT_EQ(summary.total_passages, expected.size());
}

TEST(UpdateProgressReports, CountFilesAndEndWithDone) {
  const TestIndex test;
  UpdateOptions options = test.options();
  options.paths = testing::sample_paths();
  std::vector<UpdateProgress> reported;
  const UpdateSummary summary = update_index(options, [&](const UpdateProgress& progress) {
    reported.push_back(progress);
    return true;
  });
  ASSERT_GE(reported.size(), 3U);
  EXPECT_EQ(reported.front().phase, UpdateProgress::Phase::kDiscovering);
  EXPECT_EQ(reported.back().phase, UpdateProgress::Phase::kDone);
  EXPECT_EQ(reported.back().files_done, testing::sample_paths().size());
  EXPECT_EQ(reported.back().files_done, reported.back().files_total);
  EXPECT_EQ(reported.back().bytes_done, summary.bytes);
  EXPECT_EQ(reported.back().passages, summary.total_passages);
  for (std::size_t i = 1; i < reported.size(); ++i) {
    EXPECT_GE(reported[i].files_done, reported[i - 1].files_done);
    EXPECT_LE(reported[i].bytes_done, reported[i].bytes_total);
  }
}

}  // namespace
}  // namespace ibid
