// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is compared before an index is opened: nothing, all blocks, or the branches of large tables.
#include "indexer/folder/one_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/glass/version_file.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TestIndex;

constexpr std::size_t kBlock = 8192;

class OneState : public ::testing::Test {
 protected:
  // A table of postings with more blocks than are read in any case.
  void index_much() const {
    for (int i = 0; i < 8; ++i) {
      std::string text = "협정 ";
      for (int w = 0; w < 5000; ++w) text += " ship" + std::to_string(w * 8 + i);
      test_.write("r" + std::to_string(i) + ".txt", text);
    }
    test_.update_all();
  }
  void index_little() const {
    test_.write("a.txt", "A harbour pact. 항구 협정.");
    test_.update_all();
  }

  static std::string database(const std::string& index) {
    const IndexDir dir(index);
    return dir.database(dir.usable_manifest().build);
  }
  // As another program copies it.
  std::string copied() const {
    std::string copy = dir_.at("copy");
    fs::copy(test_.index(), copy, fs::copy_options::recursive);
    return copy;
  }
  static void flip(const std::string& path, std::size_t at) {
    std::string bytes = testing::read_bytes(path);
    bytes[at] ^= 1;
    testing::write_file(path, bytes);
  }
  static std::string refusal(const std::string& index) {
    try {
      expect_one_state(index, database(index));
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kIndex);
      return error.what();
    }
    return "";
  }

  TestIndex test_;
  testing::TempDir dir_;
};

TEST_F(OneState, IsKnownByTheInodesThatTheWriterLeft) {
  index_little();
  const std::string index = test_.index();
  EXPECT_TRUE(is_sealed(database(index)));
  flip(database(index) + "/docdata.glass", 8000);
  EXPECT_THAT(refusal(index),
              AllOf(HasSubstr("docdata.glass is damaged"), HasSubstr("does not belong together"),
                    HasSubstr("`ibid copy`"), HasSubstr("--rebuild")));
  seal_state(database(index));  // as if the disk had flipped it
  EXPECT_EQ(refusal(index), "");
}

TEST_F(OneState, OfACopyIsKnownByItsSums) {
  index_little();
  const std::string copy = copied();
  EXPECT_EQ(refusal(copy), "");
  for (const char* table : {"postlist.glass", "docdata.glass", "termlist.glass"}) {
    const std::string path = database(copy) + "/" + table;
    flip(path, fs::file_size(path) - 9);
    EXPECT_THAT(refusal(copy), HasSubstr(table));
    flip(path, fs::file_size(path) - 9);
  }
  EXPECT_FALSE(is_sealed(database(copy)));
  note_whole_copy(copy);
  EXPECT_TRUE(is_sealed(database(copy)));
  EXPECT_EQ(refusal(copy), "");
  EXPECT_THAT(check_index(copy), IsEmpty());
}

TEST_F(OneState, NeedsPositionsOfTheSameBuild) {
  index_little();
  const std::string places = database(test_.index()) + "/places";
  flip(places, fs::file_size(places) - 1);
  EXPECT_THAT(refusal(test_.index()), HasSubstr("places is damaged, or of another state"));
}

// No update has written into it: only its branches are read.
TEST_F(OneState, OfALargeNewBuildIsKnownByItsBranches) {
  index_much();
  const std::string copy = copied();
  const std::string path = database(copy) + "/postlist.glass";
  const auto root = glass::decode_tree_roots(testing::read_bytes(database(copy) + "/iamglass"))
                        .tables[static_cast<std::size_t>(glass::Table::kPostlist)];
  ASSERT_GT(root.first_unused_block, 256U);
  ASSERT_GT(root.level, 0U);
  EXPECT_EQ(refusal(copy), "");
  flip(path, kBlock - 1);  // of a leaf
  EXPECT_EQ(refusal(copy), "");
  flip(path, root.root_block * kBlock + kBlock - 1);
  EXPECT_THAT(refusal(copy), HasSubstr("postlist.glass is damaged"));
  flip(path, root.root_block * kBlock + kBlock - 1);
  // A writer may have begun to overwrite what is longer than the build made it.
  testing::write_file(path, testing::read_bytes(path) + std::string(kBlock, '\0'));
  EXPECT_THAT(refusal(copy), HasSubstr("postlist.glass is damaged"));
}

TEST_F(OneState, OfALargeBuildThatWasUpdatedIsKnownByAllBlocks) {
  index_much();
  test_.change("r1.txt", "Shorter now. 짧아졌다.");
  test_.update_all();
  const std::string copy = copied();
  EXPECT_EQ(refusal(copy), "");
  flip(database(copy) + "/postlist.glass", kBlock - 1);
  EXPECT_THAT(refusal(copy), HasSubstr("postlist.glass is damaged"));
}

}  // namespace
}  // namespace ibid
