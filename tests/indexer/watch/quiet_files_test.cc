// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/quiet_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "indexer/watch/silent_systems.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class QuietFilesTest : public ::testing::Test {
 protected:
  FileStamp stamp() const { return *stamp_of_file(path_); }
  void grow() { testing::write_file(path_, text_ += "더 more."); }

  testing::TempDir dir_;
  std::string text_ = "글.";
  std::string path_ = testing::write_file(dir_.at("글 a.txt"), text_);
  QuietFiles quiet_{milliseconds(2000)};
};

TEST_F(QuietFilesTest, AreQuietAfterTheSameStampForLongEnough) {
  quiet_.note(stamp(), milliseconds(100));
  EXPECT_FALSE(quiet_.is_quiet(stamp(), milliseconds(2099)));
  EXPECT_TRUE(quiet_.is_quiet(stamp(), milliseconds(2100)));
  EXPECT_EQ(quiet_.next_quiet(milliseconds(500)), milliseconds(2100));
  EXPECT_THAT(quiet_.quiet_paths(milliseconds(2099)), IsEmpty());
  EXPECT_THAT(quiet_.quiet_paths(milliseconds(2100)), ElementsAre(path_));
}

TEST_F(QuietFilesTest, BeginAgainWhenTheyGrow) {
  quiet_.note(stamp(), milliseconds(0));
  grow();
  EXPECT_THAT(quiet_.look(milliseconds(1900)), IsEmpty());
  EXPECT_THAT(quiet_.quiet_paths(milliseconds(3899)), IsEmpty());
  EXPECT_THAT(quiet_.quiet_paths(milliseconds(3900)), ElementsAre(path_));
}

TEST_F(QuietFilesTest, AreNotQuietWithAnotherStampThanWasSeen) {
  quiet_.note(stamp(), milliseconds(0));
  grow();
  EXPECT_FALSE(quiet_.is_quiet(stamp(), milliseconds(5000)));
}

TEST_F(QuietFilesTest, AreForgottenWhenTheyAreReadOrGone) {
  quiet_.note(stamp(), milliseconds(0));
  quiet_.drop_quiet(milliseconds(1999));
  EXPECT_FALSE(quiet_.is_empty());
  quiet_.drop_quiet(milliseconds(2000));
  EXPECT_TRUE(quiet_.is_empty());
  quiet_.note(stamp(), milliseconds(0));
  std::filesystem::remove(path_);
  EXPECT_THAT(quiet_.look(milliseconds(100)), ElementsAre(path_));
  EXPECT_TRUE(quiet_.is_empty());
  EXPECT_EQ(quiet_.next_quiet(milliseconds(0)), milliseconds::max());
}

TEST_F(QuietFilesTest, AreNamedOnceIfTheyNeverAreQuiet) {
  quiet_.note(stamp(), milliseconds(0));
  for (int ms = 1000; ms <= 9000; ms += 1000) {
    grow();
    quiet_.look(milliseconds(ms));
    const auto restless = quiet_.take_restless(milliseconds(ms), milliseconds(5000));
    EXPECT_EQ(restless.size(), ms == 5000 ? 1U : 0U) << ms;
  }
}

TEST(SilentSystems, AreKnownByTheirType) {
  EXPECT_TRUE(is_silent_system(0x6969));       // NFS
  EXPECT_TRUE(is_silent_system(0xFF534D42));   // CIFS
  EXPECT_TRUE(is_silent_system(0xFE534D42));   // SMB 2
  EXPECT_TRUE(is_silent_system(0x65735546));   // FUSE
  EXPECT_FALSE(is_silent_system(0xEF53));      // ext4
  EXPECT_FALSE(is_silent_system(0x9123683E));  // btrfs
  EXPECT_FALSE(is_silent_system(0x58465342));  // XFS
  EXPECT_FALSE(is_silent_system(0x01021994));  // tmpfs
  EXPECT_FALSE(is_silent_system(0x794C7630));  // overlayfs
  EXPECT_FALSE(is_on_silent_system("/tmp"));
  EXPECT_FALSE(is_on_silent_system("/없음"));
}

}  // namespace
}  // namespace ibid
