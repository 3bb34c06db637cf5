// SPDX-License-Identifier: GPL-2.0-or-later
//
// A few flipped bits anywhere in an index: the check finds them before Xapian sees them.
// IBID_EVERY_BYTE=1 tries each byte of a small index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libdeflate.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/folder/one_state.h"
#include "indexer/folder/sums_file.h"
#include "indexer/schema.h"
#include "tests/support/database_compare.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using testing::TestIndex;

constexpr std::size_t kBlock = 8192, kBlockHead = 12;
const bool kEveryByte = std::getenv("IBID_EVERY_BYTE") != nullptr;  // takes some minutes

class BitRot : public ::testing::Test {
 protected:
  BitRot() {
    test_.write("a.txt", testing::report_with("Harbour pact", {"The pact was signed in June."}));
    test_.write("b.txt", testing::report_with("국방 협정", {"두 해군이 협정에 서명했다."}));
    test_.update_all();
  }

  std::string database() const {
    const IndexDir dir(test_.index());
    return dir.database(dir.usable_manifest().build);
  }
  bool is_found() const { return !check_index(test_.index()).empty(); }

  void change_a_report(int number) const {
    const std::string day = std::to_string(number);
    test_.change("a.txt",
                 testing::report_with("Pact of July " + day, {"7월 " + day + "일, over."}));
    test_.update_all();
  }

  // Flips a bit of each `text` in the file.
  static void flip_text(std::string_view text, const std::string& path) {
    std::string bytes = testing::read_bytes(path);
    std::size_t at = bytes.find(text);
    ASSERT_NE(at, std::string::npos) << text;
    for (; at != std::string::npos; at = bytes.find(text)) {
      bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
    }
    testing::write_file(path, bytes);
  }

  struct Tally {
    std::size_t found = 0, harmless = 0;
  };

  // Flips a bit, then all bits, of bytes that are `step` apart, and of the head of each block.
  // Damage that the check does not find must not matter.
  Tally damage_every_file(std::size_t step) const {
    EXPECT_FALSE(is_found());
    const testing::TempDir dir;
    const std::string whole = dir.at("whole");
    fs::copy(database(), whole);
    Tally tally;
    for (const auto& entry : fs::directory_iterator(database())) {
      const std::string path = entry.path().string();
      const std::string bytes = testing::read_bytes(path);
      const std::size_t stride = bytes.size() > kBlock ? step : std::min<std::size_t>(step, 61);
      std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
      const auto put = [&](std::size_t at, char byte) {
        file.seekp(static_cast<std::streamoff>(at)).put(byte).flush();
      };
      for (std::size_t at = 0; at < bytes.size();) {
        for (const char mask : {'\x01', '\xFF'}) {
          put(at, static_cast<char>(bytes[at] ^ mask));
          const bool found = is_found();
          ++(found ? tally.found : tally.harmless);
          if (!found) expect_unchanged(whole, path + " byte " + std::to_string(at));
        }
        put(at, bytes[at]);
        const std::size_t next_block = (at / kBlock + 1) * kBlock;
        at = std::min(next_block, at + (at % kBlock < kBlockHead ? 1 : stride));
      }
    }
    EXPECT_FALSE(is_found());
    std::printf("%zu found, %zu that change nothing\n", tally.found, tally.harmless);
    return tally;
  }

  void expect_unchanged(const std::string& whole, const std::string& about) const {
    const Xapian::Database as_it_was(whole), now(database());
    EXPECT_THAT(testing::differences(as_it_was, now), IsEmpty()) << about;
    EXPECT_EQ(testing::read_bytes(whole + "/places"), testing::read_bytes(database() + "/places"));
  }

  TestIndex test_;
};

// The head of each block and bytes all over it: a sum that leaves out a byte would miss some.
TEST_F(BitRot, OfABitAnywhereInAFileIsFound) {
  const Tally tally = damage_every_file(kEveryByte ? 1 : 1021);
  EXPECT_GT(tally.found, 500U);
  EXPECT_EQ(tally.harmless, 0U);
}

TEST_F(BitRot, OfFilesCutOffIsFound) {
  for (const auto& entry : fs::directory_iterator(database())) {
    const std::string path = entry.path().string();
    const std::string bytes = testing::read_bytes(path);
    for (const std::size_t left :
         {bytes.size() - 1, bytes.size() / 2, std::size_t{1}, std::size_t{0}}) {
      if (left >= bytes.size()) continue;
      testing::write_file(path, bytes.substr(0, left));
      EXPECT_TRUE(is_found()) << path << " cut to " << left;
    }
    testing::write_file(path, bytes);
  }
  EXPECT_FALSE(is_found());
}

TEST_F(BitRot, IsFoundAfterUpdatesOfTheRest) {
  // A byte of names that no update touches: aliases of every index.
  flip_text("모잠비크", database() + "/postlist.glass");
  EXPECT_TRUE(is_found());
  EXPECT_THROW(test_.update(), Error);
  seal_state(database());  // as if the disk had flipped it: no update reads it
  change_a_report(1);
  EXPECT_TRUE(is_found());
}

// Updates leave free blocks behind, whose damage changes no answer; all other damage is found.
TEST_F(BitRot, AfterUpdatesIsFoundOrChangesNothing) {
  for (int i = 0; i < 4; ++i) change_a_report(i);
  const Tally tally = damage_every_file(kEveryByte ? 1 : 509);
  EXPECT_GT(tally.found, 500U);
  EXPECT_GT(tally.harmless, 50U);
}

// The sums of a commit are written before it: as after a kill between the two, and as after the
// next run, which has nothing to do.
TEST_F(BitRot, SumsOfACommitThatWasCutOffAccuseNobody) {
  const std::string version_file = database() + "/iamglass";
  const std::string sums = database() + "/" + schema::kSumsFile;
  for (int i = 0; i < 3; ++i) {
    const std::string before = testing::read_bytes(version_file);
    change_a_report(i);
    testing::write_file(version_file, before);
    testing::write_file(sums + ".tmp", "half of the s");
    EXPECT_THAT(check_index(test_.index()), IsEmpty());
    expect_one_state(test_.index(), database());
    EXPECT_EQ(test_.update().updated, 1U);
    EXPECT_THAT(check_index(test_.index()), IsEmpty());
    EXPECT_FALSE(fs::exists(sums + ".tmp"));
  }
  flip_text("july", database() + "/postlist.glass");
  EXPECT_TRUE(is_found());
}

TEST_F(BitRot, SumsOfAnotherStateAreFound) {
  const std::string sums = database() + "/" + schema::kSumsFile;
  std::string before = testing::read_bytes(sums);
  for (int i = 0; i < 3; ++i) {
    change_a_report(i);
    const std::string now = testing::read_bytes(sums);
    testing::write_file(sums, before);
    EXPECT_THAT(check_index(test_.index()), Not(IsEmpty()));
    EXPECT_THROW(expect_one_state(test_.index(), database()), Error);
    EXPECT_THROW(test_.update(), Error);
    testing::write_file(sums, now);
    EXPECT_THAT(check_index(test_.index()), IsEmpty());
    before = now;
  }
}

// As ibid 0.1 wrote them: they end after the tables.
TEST_F(BitRot, SumsWithoutASealAreRead) {
  change_a_report(1);
  const std::string path = database() + "/" + schema::kSumsFile;
  std::string bytes = testing::read_bytes(path);
  constexpr std::size_t kSealAndSum = 136 + 4;
  bytes.resize(bytes.size() - kSealAndSum);
  std::uint32_t sum = libdeflate_crc32(0, bytes.data(), bytes.size());
  for (int i = 0; i < 4; ++i, sum >>= 8U) bytes += static_cast<char>(sum & 0xFFU);
  testing::write_file(path, bytes);
  EXPECT_FALSE(read_seal(database()));
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
  expect_one_state(test_.index(), database());
  test_.update_all();  // nothing to do, but that
  EXPECT_TRUE(read_seal(database()));
  change_a_report(2);
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
}

// A run that is killed before its commit leaves unused blocks.
TEST_F(BitRot, BlocksOfAnUnfinishedUpdateAreNotJudged) {
  for (int i = 0; i < 3; ++i) {
    Xapian::WritableDatabase writer(database());
    writer.begin_transaction();
    Xapian::Document document;
    for (int k = 0; k < 3000; ++k) document.add_term("lost" + std::to_string(1000 * i + k));
    writer.add_document(document);
    writer.cancel_transaction();
    writer.close();
    EXPECT_THAT(check_index(test_.index()), IsEmpty());
    change_a_report(i);
    EXPECT_THAT(check_index(test_.index()), IsEmpty());
  }
}

TEST_F(BitRot, LostSumsAreNotMadeUp) {
  fs::remove(database() + "/" + schema::kSumsFile);
  EXPECT_TRUE(is_found());
  EXPECT_THROW(test_.update(), Error);
  EXPECT_TRUE(is_found());
  test_.rebuild();
  EXPECT_FALSE(is_found());
}

}  // namespace
}  // namespace ibid
