// SPDX-License-Identifier: GPL-2.0-or-later
//
// Folders without an index, or with one that this program cannot use: refused, with the remedy.
#include "indexer/folder/index_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/error.h"
#include "indexer/folder/index_info.h"
#include "indexer/schema.h"
#include "tests/support/stored_passages.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::list_files;
using testing::report_with;
using testing::stored_passages;
using testing::TestIndex;

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kIndex) << error.what();
    return error.what();
  }
  ADD_FAILURE() << "nothing thrown";
  return "";
}

TEST(IndexDir, HasNoManifestIfThereIsNothing) {
  const testing::TempDir dir;
  EXPECT_FALSE(IndexDir(dir.at("nowhere")).manifest());
  EXPECT_FALSE(IndexDir(dir.path()).manifest());
  EXPECT_THAT(message_of([&] { IndexDir(dir.path()).usable_manifest(); }), HasSubstr("ibid index"));
}

TEST(IndexDir, RefusesAFolderThatHoldsOtherFiles) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  testing::write_file(test.in_index("사진.jpg"), "a picture");
  testing::write_file(test.in_index("passages.9/mine.txt"), "a user's own");
  const auto before = list_files(test.index());
  EXPECT_THAT(message_of([&] { test.update(); }), HasSubstr("--index"));
  EXPECT_THAT(message_of([&] { test.rebuild(); }), HasSubstr("--index"));
  EXPECT_EQ(list_files(test.index()), before);
  EXPECT_FALSE(fs::exists(test.in_index(schema::kLockFile)));
}

// An index has files of these names, too.
TEST(IndexDir, RefusesAFolderOfFilesThatAreNamedLikeItsOwn) {
  for (const char* name :
       {"passages.csv", "passages.2024/협정.txt", "passages.7.unfinished/notes.md",
        "passages.1.unfinished", "passages.bak/postlist.glass"}) {
    const TestIndex test;
    test.write("a.txt", report_with("A", {"A pact."}));
    testing::write_file(test.in_index(name), "a user's own");
    const auto before = list_files(test.index());
    EXPECT_THAT(message_of([&] { test.update(); }), HasSubstr("--index")) << name;
    EXPECT_THAT(message_of([&] { test.rebuild(); }), HasSubstr("--index")) << name;
    EXPECT_EQ(list_files(test.index()), before) << name;
  }
}

TEST(IndexDir, LeavesFilesOfOthersThatCameLater) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  test.update_all();
  const std::string mine = test.in_index("passages.2024/협정.txt");
  testing::write_file(mine, "a user's own");
  test.rebuild();
  test.change("a.txt", report_with("A", {"Another pact."}));
  test.update_all();
  EXPECT_EQ(testing::read_bytes(mine), "a user's own");
  EXPECT_THAT(check_index(test.index()), IsEmpty());
}

TEST(IndexDir, RefusesAFile) {
  const TestIndex test;
  testing::write_file(test.index(), "a file");
  EXPECT_THAT(message_of([&] { test.update(); }), HasSubstr("--index"));
}

std::string manifest_json(const std::string& format, const std::string& analyzer) {
  return "{\"format_version\": " + format + ", \"analyzer\": \"" + analyzer +
         "\", \"created_by\": \"ibid 0.0.1\", \"build\": 1}";
}

struct ManifestCase {
  const char* about;
  std::string json;
};

std::vector<ManifestCase> foreign_manifests() {
  const std::string format = std::to_string(schema::kFormatVersion);
  return {
      {"a later format", manifest_json("999", schema::kAnalyzer)},
      {"an earlier format", manifest_json("0", schema::kAnalyzer)},
      {"another analyzer", manifest_json(format, "ibid-en-ko/0")},
      {"a cut file", "{\"format_version\": 1, \"ana"},
      {"an empty file", ""},
      {"other JSON", "[1, 2, 3]"},
      {"a member missing", "{\"format_version\": 1}"},
      {"a member of another type",
       "{\"format_version\": \"1\", \"analyzer\": 7, \"created_by\": \"\", \"build\": 1}"},
      {"no JSON", "설정 파일"},
  };
}

TEST(IndexDir, RefusesAnIndexItCannotReadAndNamesTheRemedy) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact, 협정."}));
  test.update_all();
  for (const ManifestCase& c : foreign_manifests()) {
    testing::write_file(test.in_index(schema::kManifestFile), c.json);
    const auto before = list_files(test.index());
    EXPECT_THAT(message_of([&] { test.update(); }), HasSubstr("ibid index --rebuild")) << c.about;
    EXPECT_THAT(message_of([&] { check_index(test.index()); }), HasSubstr("ibid index --rebuild"))
        << c.about;
    EXPECT_EQ(list_files(test.index()), before) << c.about;
  }
}

TEST(IndexDir, IsHealedByARebuild) {
  for (const ManifestCase& c : foreign_manifests()) {
    const TestIndex test;
    test.write("a.txt", report_with("A", {"A pact, 협정."}));
    test.update_all();
    testing::write_file(test.in_index(schema::kManifestFile), c.json);
    EXPECT_EQ(test.rebuild().added, 1U) << c.about;
    EXPECT_THAT(check_index(test.index()), IsEmpty()) << c.about;
    EXPECT_EQ(test.update().unchanged, 1U) << c.about;
  }
}

// Until the new one is whole. If ibid.json is damaged, the live build is unknown.
TEST(IndexDir, KeepsWhatItCannotReadThroughARebuildThatIsStopped) {
  for (const ManifestCase& c : foreign_manifests()) {
    const TestIndex test;
    test.write("a.txt", report_with("A", {"A pact, 협정."}));
    test.update_all();
    const std::string whole = testing::read_bytes(test.in_index(schema::kManifestFile));
    const auto passages = stored_passages(test.index());
    testing::write_file(test.in_index(schema::kManifestFile), c.json);
    UpdateOptions options = test.options();
    options.mode = UpdateOptions::Mode::kRebuild;
    EXPECT_TRUE(update_index(options, [](const UpdateProgress&) { return false; }).interrupted);
    EXPECT_EQ(testing::read_bytes(test.in_index(schema::kManifestFile)), c.json) << c.about;
    testing::write_file(test.in_index(schema::kManifestFile), whole);
    EXPECT_EQ(stored_passages(test.index()), passages) << c.about;
    EXPECT_THAT(check_index(test.index()), IsEmpty()) << c.about;
  }
}

TEST(IndexDir, SaysWhatMadeAnIndex) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  test.update_all();
  const Manifest manifest = IndexDir(test.index()).usable_manifest();
  EXPECT_EQ(manifest.format_version, schema::kFormatVersion);
  EXPECT_EQ(manifest.analyzer, schema::kAnalyzer);
  EXPECT_TRUE(manifest.created_by.starts_with("ibid ")) << manifest.created_by;
  EXPECT_TRUE(fs::is_directory(IndexDir(test.index()).database(manifest.build)));
}

}  // namespace
}  // namespace ibid
