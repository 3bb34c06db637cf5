// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs that stop before their end: by the caller, by another writer's lock, by a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <future>
#include <memory>

#include "corpus/error.h"
#include "corpus/parser/passage_text.h"
#include "indexer/documents/document_builder.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/records/passage_record.h"
#include "indexer/schema.h"
#include "indexer/update/xapian_writer.h"
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

// Stops a run after `files` files. With a memory bound of one byte each file is committed by
// itself, and the change of phase makes the run ask each time.
ProgressCallback stop_after(std::uint64_t files) {
  return [files](const UpdateProgress& progress) {
    return progress.phase != UpdateProgress::Phase::kIndexing || progress.files_done < files;
  };
}

UpdateOptions file_by_file(const TestIndex& test) {
  UpdateOptions options = test.options();
  options.memory_bytes = 1;
  return options;
}

void write_three(const TestIndex& test) {
  test.write("a.txt", report_with("A", {"A pact."}));
  test.write("b.txt", report_with("B", {"국방 협정."}));
  test.write("c.txt", report_with("C", {"S-400을 판다."}));
}

TEST(InterruptedUpdate, LeavesNoIndexOfAFirstBuild) {
  const TestIndex test;
  write_three(test);
  for (const std::uint64_t files : {std::uint64_t{0}, std::uint64_t{2}}) {
    const UpdateSummary summary = update_index(file_by_file(test), stop_after(files));
    EXPECT_TRUE(summary.interrupted);
    EXPECT_THAT(list_files(test.index()), IsEmpty());
    EXPECT_THROW(check_index(test.index()), Error);
  }
  EXPECT_EQ(test.update().added, 3U);
}

// A run that changes nothing says what is there, not that there is no index.
TEST(InterruptedUpdate, OfARebuildSaysWhatTheIndexHolds) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  UpdateOptions options = file_by_file(test);
  options.mode = UpdateOptions::Mode::kRebuild;
  const UpdateSummary stopped = update_index(options, stop_after(1));
  EXPECT_TRUE(stopped.interrupted);
  test.write("d.txt", std::string(100, '\0'));
  options.all_or_nothing = true;
  const UpdateSummary withheld = update_index(options);
  EXPECT_TRUE(withheld.withheld);
  for (const UpdateSummary& summary : {stopped, withheld}) {
    EXPECT_EQ(summary.total_reports, 3U);
    EXPECT_EQ(summary.total_passages, 3U);
    EXPECT_EQ(summary.generation, 1U);
  }
}

TEST(InterruptedUpdate, KeepsWhatAnUpdateHadDone) {
  const TestIndex test;
  test.update_all();
  write_three(test);
  const UpdateSummary summary = update_index(file_by_file(test), stop_after(2));
  EXPECT_TRUE(summary.interrupted);
  EXPECT_EQ(summary.added, 2U);
  EXPECT_EQ(summary.total_reports, 2U);
  EXPECT_THAT(stored_ids(test.index()), ElementsAre("a", "b"));
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  const UpdateSummary rest = test.update();
  EXPECT_EQ(rest.added, 1U);
  EXPECT_EQ(rest.unchanged, 2U);
}

// When Xapian drops one report, it drops all uncommitted changes.
TEST(InterruptedUpdate, KeepsWholeReportsWhenItStopsInsideALargeOne) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  test.write("d.txt", report_with("D", {"A fourth pact, 네 번째 협정."}));
  test.remove("a.txt");
  std::string large;
  for (int i = 0; large.size() < 1'200'000; ++i) {
    large += "Paragraph " + std::to_string(i) + " on convoys and 협정의 이행 says little.\n\n";
  }
  test.write("e.txt", large);
  const UpdateSummary summary = update_index(test.options(), [](const UpdateProgress& progress) {
    return progress.current.find("e.txt") == std::string::npos || progress.passages < 100;
  });
  EXPECT_TRUE(summary.interrupted);
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(summary.removed, 1U);
  EXPECT_EQ(summary.total_reports, 3U);
  EXPECT_THAT(stored_ids(test.index()), ElementsAre("b", "c", "d"));
  EXPECT_THAT(check_index(test.index()), IsEmpty());
}

// A report larger than the memory is written in chunks; no reader sees one of them.
TEST(InterruptedUpdate, LeavesNoPartOfALargeReport) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  const auto before = stored_passages(test.index());
  {
    XapianWriter writer(IndexDir(test.index()).database(1), OpenMode::kUpdate, 1);
    writer.begin_report("big");
    DocumentBuilder builder;
    Report report;
    report.id = "big";
    for (int i = 0; i < 3; ++i) {
      const PassageText text{"국방 pact", {{0, 0, 11, 11}}};
      report.passages.push_back(make_passage(text, PassageKind::kBody));
      report.passages.back().id = "big#0." + std::to_string(i + 1);
    }
    builder.build(report, [&](const Passage&, const IndexDocument& d) {
      writer.add(d);
      EXPECT_EQ(stored_passages(test.index()), before);
    });
    writer.end_report({});
  }
  EXPECT_EQ(stored_passages(test.index()), before);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
}

TEST(InterruptedUpdate, HoldsALargeReportWholeAfterTheCommit) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  std::string text = "S-400 and 협정.";
  for (int i = 0; i < 200; ++i) text += "\n\nParagraph " + std::to_string(i) + " on 협정의 이행.";
  test.write("d.txt", text);
  UpdateOptions options = test.options();
  options.memory_bytes = 1;
  EXPECT_EQ(update_index(options).added, 1U);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  EXPECT_EQ(stored_passages(test.index()).size(), 3U + 201U);
}

TEST(InterruptedUpdate, KeepsTheOldIndexOfARebuild) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  const auto before = stored_passages(test.index());
  UpdateOptions options = file_by_file(test);
  options.mode = UpdateOptions::Mode::kRebuild;
  EXPECT_TRUE(update_index(options, stop_after(1)).interrupted);
  EXPECT_EQ(stored_passages(test.index()), before);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  EXPECT_EQ(test.update().unchanged, 3U);
}

ErrorKind kind_thrown_by(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "nothing thrown";
  return ErrorKind::kUsage;
}

TEST(WriterLock, KeepsASecondWriterOut) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  const auto before = list_files(test.index());
  const WriterLock lock(test.index(), 0);
  EXPECT_EQ(kind_thrown_by([&] { test.update(); }), ErrorKind::kLocked);
  EXPECT_EQ(kind_thrown_by([&] { test.rebuild(); }), ErrorKind::kLocked);
  EXPECT_EQ(list_files(test.index()), before);
}

TEST(WriterLock, WaitsAsLongAsItWasTold) {
  const TestIndex test;
  const WriterLock lock(test.index(), 0);
  UpdateOptions options = test.options();
  options.lock_timeout_ms = 60;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(kind_thrown_by([&] { update_index(options); }), ErrorKind::kLocked);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(60));
}

TEST(WriterLock, IsTakenWhenTheOtherWriterEnds) {
  const TestIndex test;
  write_three(test);
  auto lock = std::make_unique<WriterLock>(test.index(), 0);
  UpdateOptions options = test.options();
  options.lock_timeout_ms = 60'000;
  auto run = std::async(std::launch::async, [&] { return update_index(options); });
  lock.reset();
  EXPECT_EQ(run.get().added, 3U);
}

TEST(WriterLock, LetsReadersIn) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  const WriterLock lock(test.index(), 0);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
}

TEST(CrashLeftovers, AreCleanedByTheNextWriter) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  const auto whole = list_files(test.index());
  testing::write_file(test.in_index("passages.2.unfinished/postlist.glass"), "half");
  testing::write_file(test.in_index("passages.7/postlist.glass"), "of a build never switched to");
  EXPECT_EQ(test.update().unchanged, 3U);
  EXPECT_EQ(list_files(test.index()), whole);
}

TEST(CrashLeftovers, DoNotHinderAFirstBuild) {
  const TestIndex test;
  write_three(test);
  testing::write_file(test.in_index("passages.1.unfinished/postlist.glass"), "half");
  testing::write_file(test.in_index("passages.1/postlist.glass"), "renamed, but not switched to");
  EXPECT_EQ(test.update().added, 3U);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  EXPECT_FALSE(fs::exists(test.in_index("passages.1.unfinished")));
}

TEST(CrashLeftovers, DoNotHinderARebuild) {
  const TestIndex test;
  write_three(test);
  test.update_all();
  testing::write_file(test.in_index("passages.2.unfinished/iamglass"), "half");
  testing::write_file(test.in_index("passages.2/iamglass"), "half");
  testing::write_file(test.in_index("ibid.json.new"), "{");
  test.rebuild();
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  EXPECT_EQ(stored_passages(test.index()).size(), 3U);
}

}  // namespace
}  // namespace ibid
