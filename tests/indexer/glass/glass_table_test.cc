// SPDX-License-Identifier: GPL-2.0-or-later
//
// Blocks of a table byte by byte, its tree, what it refuses; and the version file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

#include "corpus/error.h"
#include "indexer/glass/block_table.h"
#include "indexer/glass/postlist_writer.h"
#include "tests/support/hex.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using namespace std::string_literals;
using glass::TableRoot;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::hex;

// Writes one table of 2 KiB blocks and reads its bytes.
class GlassTable : public ::testing::Test {
 protected:
  template <class Fill>
  void write(Fill&& fill) {
    glass::TableWriter table(path_, {2048, 0});
    fill(table);
    root_ = table.finish();
    bytes_ = testing::read_bytes(path_);
  }
  std::size_t number(std::size_t at, std::size_t width) const {
    return std::strtoul(("0x" + plain(bytes_.substr(at, width))).c_str(), nullptr, 16);
  }
  static std::string plain(const std::string& bytes) {
    std::string digits = hex(bytes);
    std::erase(digits, ' ');
    return digits;
  }
  // The items of a block in the order of its directory, each from its beginning to the end of the
  // item before it in the block.
  std::vector<std::string> items(std::size_t block) const {
    const std::size_t begin = block * 2048, directory_end = number(begin + 9, 2);
    std::vector<std::string> found;
    std::size_t end = 2048;
    for (std::size_t at = 11; at < directory_end; at += 2) {
      const std::size_t item = number(begin + at, 2);
      found.push_back(hex(bytes_.substr(begin + item, end - item)));
      end = item;
    }
    return found;
  }

  testing::TempDir dir_;
  const std::string path_ = dir_.at("table.glass");
  TableRoot root_;
  std::string bytes_;
};

TEST_F(GlassTable, WithoutEntriesIsAnEmptyFile) {
  write([](auto&) {});
  EXPECT_EQ(bytes_, "");
  EXPECT_TRUE(root_.fake);
  EXPECT_TRUE(root_.sequential);
  EXPECT_EQ(root_.entries, 0U);
}

TEST_F(GlassTable, OfOneEntryIsOneLeaf) {
  write([](auto& table) { table.add("k", "tag"); });
  ASSERT_EQ(bytes_.size(), 2048U);
  // Revision 1, level 0, 2023 bytes free twice, the directory ends at 15: items at 2045 and 2038.
  EXPECT_EQ(hex(bytes_.substr(0, 15)), "00 00 00 01 00 07 e7 07 e7 00 0f 07 fd 07 f6");
  EXPECT_EQ(bytes_.substr(15, 2023), std::string(2023, '\0'));
  EXPECT_EQ(hex(bytes_.substr(2038)), "60 04 01 6b 74 61 67 60 00 00");
  EXPECT_FALSE(root_.fake);
  EXPECT_EQ(root_.root_block, 0U);
  EXPECT_EQ(root_.level, 0U);
  EXPECT_EQ(root_.entries, 1U);
  EXPECT_EQ(root_.first_unused_block, 1U);
}

TEST_F(GlassTable, MarksWhatIsDeflated) {
  write([](auto& table) { table.add("k", "t", true); });
  EXPECT_THAT(items(0), ElementsAre("60 00 00", "e0 02 01 6b 74"));
}

TEST_F(GlassTable, TellsLeavesApartByTheShortestKey) {
  // Four items of 500 bytes and the item without a key fill a block of 2048.
  write([](auto& table) {
    for (const char* key : {"a111", "a222", "a333", "a444"}) table.add(key, std::string(498, 't'));
    for (const char* key : {"a455", "a555", "a666", "a777"}) table.add(key, std::string(498, 't'));
    table.add("b999", "t");
  });
  ASSERT_EQ(bytes_.size(), 4 * 2048U);
  EXPECT_EQ(root_.root_block, 3U);
  EXPECT_EQ(root_.level, 1U);
  EXPECT_EQ(root_.entries, 9U);
  EXPECT_EQ(bytes_[3 * 2048 + 4], 1);  // the level
  EXPECT_THAT(items(3), ElementsAre("00 00 00 00 00 00 00", "00 00 00 01 03 61 34 35 00 01",
                                    "00 00 00 02 01 62 00 01"));
  EXPECT_THAT(items(2), ElementsAre("60 05 04 62 39 39 39 74"));
}

TEST_F(GlassTable, SplitsALongTagIntoItemsThatFillTheLeaves) {
  std::string tag;
  for (int i = 0; i < 4000; ++i) tag += static_cast<char>('a' + i % 26);
  write([&](auto& table) { table.add("k", tag); });
  std::string together;
  std::size_t component = 0;
  for (const std::size_t block : {0U, 1U}) {
    const std::size_t directory_end = number(block * 2048 + 9, 2);
    for (std::size_t at = 11 + (block == 0 ? 2 : 0); at < directory_end; at += 2) {
      const std::size_t item = block * 2048 + number(block * 2048 + at, 2);
      const std::size_t size = (number(item, 2) & 0x1fff) + 3;
      EXPECT_LE(size, 507U);
      ++component;
      const std::size_t head = component == 1 ? 4 : 6;
      EXPECT_EQ((number(item, 2) & 0x2000) != 0, component == 1);
      if (component > 1) {
        EXPECT_EQ(number(item + 4, 2), component);
      }
      together += bytes_.substr(item + head, size - head);
      EXPECT_EQ((number(item, 2) & 0x4000) != 0, together.size() == tag.size());
    }
  }
  EXPECT_EQ(together, tag);
  EXPECT_EQ(root_.entries, 1U);
  // Leaf 1 begins inside the tag: the separator is the whole key and the component.
  EXPECT_EQ(items(2).back(), "00 00 00 01 01 6b 00 05");
}

TEST_F(GlassTable, ManyLevelsInterleaveWithTheLeaves) {
  write([](auto& table) {
    for (int i = 100000; i < 120000; ++i) {
      table.add(std::string(220, 'x') + std::to_string(i), "");
    }
  });
  EXPECT_GE(root_.level, 4U);
  EXPECT_EQ(root_.entries, 20000U);
  EXPECT_EQ(bytes_.size(), root_.first_unused_block * 2048U);
  EXPECT_EQ(root_.root_block, root_.first_unused_block - 1);
}

TEST_F(GlassTable, HoldsMetadataValuesLengthsAndTerms) {
  write([](auto& table) {
    glass::PostlistWriter out(table);
    out.metadata("m", "v");
    out.value_statistics(0, 2, "a", "b");
    out.value_statistics(1, 1, "c", "c");
    out.begin_values(0);
    out.value(1, "a");
    out.value(4, "b");
    out.end_values();
    out.begin_values(1);
    out.value(300, "c");
    out.value(301, "");
    out.end_values();
    out.begin_lengths();
    out.length(1, 3);
    out.length(2, 0);
    out.length(300, 200);
    out.end_lengths();
    out.begin_term("\0"s);
    out.posting(300, 200);
    out.end_term();
    out.begin_term("nowhere");
    out.end_term();
    out.begin_term("t");
    out.posting(1, 1);
    out.posting(2, 0);
    out.posting(300, 2);
    out.end_term();
  });
  EXPECT_THAT(items(0), ElementsAre("60 00 00",
                                    "60 04 03 00 c0 6d 76",                    // metadata
                                    "60 06 02 00 d0 02 01 61 62",              // 2, a to b
                                    "60 06 03 00 d0 01 01 01 63",              // 1, c
                                    "60 0a 05 00 d8 00 00 01 01 61 02 01 62",  // a, gap 3, b
                                    "60 07 05 00 d8 01 01 2c 01 63",           // at 300
                                    "60 0f 02 00 e0 00 00 00 31 ab 02 03 00 00 a9 02 c8 01",
                                    "60 0b 02 00 ff 01 c8 01 ab 02 31 00 c8 01",  // one at 300
                                    "60 0d 01 74 03 03 00 31 ab 02 01 00 00 a9 02 02"));
  EXPECT_EQ(root_.entries, 8U);
}

std::string refusal(const std::function<void()>& act, ErrorKind kind) {
  try {
    act();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    return error.what();
  }
  ADD_FAILURE() << "nothing was refused";
  return "";
}

TEST_F(GlassTable, RefusesInvalidKeys) {
  glass::TableWriter table(path_, {});
  table.add("b", "");
  const auto added = [&](const std::string& key) {
    return refusal([&] { table.add(key, ""); }, ErrorKind::kIndex);
  };
  EXPECT_EQ(added("b"), "cannot write " + path_ + ": the key b does not come after b");
  EXPECT_THAT(added("a\0\xff"s), HasSubstr("the key a\\x00\\xff does not come after b"));
  EXPECT_THAT(added(""), HasSubstr("0 bytes"));
  EXPECT_THAT(added(std::string(256, 'x')), HasSubstr("256 bytes"));
  table.add(std::string(255, 'x'), "");
}

TEST_F(GlassTable, RefusesPostingsOutOfOrder) {
  glass::TableWriter table(path_, {});
  glass::PostlistWriter out(table);
  EXPECT_THAT(refusal([&] { out.metadata("m", ""); }, ErrorKind::kIndex), HasSubstr("m is empty"));
  out.begin_term("t");
  EXPECT_THROW(out.posting(0, 1), Error);
  out.posting(7, 1);
  EXPECT_THAT(refusal([&] { out.posting(7, 1); }, ErrorKind::kIndex),
              HasSubstr("document 7 comes after document 7"));
  out.end_term();
  EXPECT_THAT(refusal([&] { out.begin_term(std::string(246, 'x')); }, ErrorKind::kIndex),
              HasSubstr("246 bytes"));
  EXPECT_THROW(out.begin_term(std::string(123, '\0')), Error);
  out.begin_values(0);
  out.value(2, "v");
  EXPECT_THROW(out.value(2, "v"), Error);
}

TEST_F(GlassTable, RefusesInvalidBlockSizes) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1024}, std::size_t{8000}, std::size_t{131072}}) {
    refusal([&] { glass::TableWriter(path_, {size, 0}); }, ErrorKind::kUsage);
  }
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(GlassTable, SaysWhereAndWhyItCannotWrite) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
  glass::TableWriter table("/dev/full", {});
  table.add("k", "tag");
  EXPECT_EQ(refusal([&] { table.finish(); }, ErrorKind::kSystem),
            "cannot write /dev/full: No space left on device");
  EXPECT_THAT(refusal([&] { glass::TableWriter(dir_.at("no/table"), {}); }, ErrorKind::kSystem),
              HasSubstr("cannot open " + dir_.at("no/table")));
}

}  // namespace
}  // namespace ibid
