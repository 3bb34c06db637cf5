// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/heard_folders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/indexer/watch/fake_watch.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class HeardFoldersTest : public ::testing::Test {
 protected:
  HeardFoldersTest() {
    for (const char* name : {"a/b", "a/.git/objects", "협정/둘", "index/passages.1"}) {
      fs::create_directories(at(name));
    }
    fs::create_directory_symlink(at("협정"), at("a/link"));
  }
  std::string at(const std::string& name) const { return dir_.at(name); }

  testing::TempDir dir_;
  testing::FakeWatch watch_;
  HeardFolders folders_{{dir_.path()}, at("index"), watch_};
};

TEST_F(HeardFoldersTest, AreAllBelowARootButHiddenOnesLinksAndTheIndex) {
  folders_.hear_all();
  EXPECT_THAT(watch_.heard,
              UnorderedElementsAre(dir_.path(), at("a"), at("a/b"), at("협정"), at("협정/둘")));
  EXPECT_THAT(folders_.polled(), IsEmpty());
  EXPECT_THAT(folders_.take_news(), IsEmpty());
}

TEST_F(HeardFoldersTest, ConcernFilesThatAreReadOrToldOf) {
  const std::vector<std::pair<const char*, bool>> kCases = {
      {"a/x.txt", true},       {"a/b/보고서.hwp", true}, {"a/ibid.toml", true},
      {"a/old.doc", true},     {"a/x.png", false},       {"a/x.txt.part", false},
      {"a/.x.txt", false},     {"a/.git/x.txt", false},  {"index/x.txt", false},
      {"a/b/c/new.PDF", true}, {"../x.txt", false},
  };
  for (const auto& [name, concerned] : kCases) {
    const std::string path = fs::path(at(name)).lexically_normal().string();
    EXPECT_EQ(folders_.concerns(path), concerned) << name;
  }
}

TEST_F(HeardFoldersTest, AreLookedThroughFromTheHighestThatTellsNothing) {
  watch_.hearing[at("a")] = Hearing::kSilent;
  watch_.hearing[at("a/b")] = Hearing::kSilent;
  folders_.hear_all();
  EXPECT_THAT(folders_.polled(), ElementsAre(at("a")));
  EXPECT_TRUE(folders_.is_polled(at("a/b/x.txt")));
  EXPECT_FALSE(folders_.is_polled(at("협정/x.txt")));
  EXPECT_THAT(folders_.take_news(), ElementsAre(HasSubstr(at("a"))));
  folders_.hear_all();
  EXPECT_THAT(folders_.take_news(), IsEmpty());  // told
}

TEST_F(HeardFoldersTest, AreLookedThroughAsOneIfTheyAreMany) {
  for (int n = 0; n < 100; ++n) {
    const std::string folder = at("many/" + std::to_string(n));
    fs::create_directories(folder);
    watch_.hearing[folder] = Hearing::kNoMore;
  }
  folders_.hear_all();
  EXPECT_THAT(folders_.polled(), ElementsAre(dir_.path()));
  EXPECT_THAT(folders_.take_news(), ElementsAre(HasSubstr("max_user_watches")));
}

TEST_F(HeardFoldersTest, ComeAndGo) {
  folders_.hear_all();
  fs::create_directories(at("new/deep"));
  folders_.hear(at("new"));
  EXPECT_TRUE(watch_.heard.contains(at("new/deep")));
  folders_.forget(at("new"));
  EXPECT_FALSE(watch_.heard.contains(at("new/deep")));
  EXPECT_TRUE(watch_.heard.contains(at("a/b")));
  folders_.hear(at(".hidden"));
  EXPECT_FALSE(watch_.heard.contains(at(".hidden")));
}

TEST_F(HeardFoldersTest, AreWaitedForWhenARootIsMissing) {
  HeardFolders late({at("late")}, at("index"), watch_);
  late.hear_all();
  EXPECT_TRUE(late.has_missing());
  EXPECT_THAT(late.hear_missing(), IsEmpty());
  fs::create_directories(at("late/inner"));
  EXPECT_THAT(late.hear_missing(), ElementsAre(at("late")));
  EXPECT_FALSE(late.has_missing());
  EXPECT_TRUE(watch_.heard.contains(at("late/inner")));
  late.forget(at("late"));
  EXPECT_TRUE(late.has_missing());
}

}  // namespace
}  // namespace ibid
