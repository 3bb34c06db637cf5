// SPDX-License-Identifier: GPL-2.0-or-later
//
// The version file, byte by byte, and against the one that the installed Xapian writes.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>

#include "corpus/error.h"
#include "indexer/glass/version_file.h"
#include "tests/support/hex.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using glass::Statistics;
using glass::TableRoot;
using testing::hex;

glass::Uuid counting_uuid() {
  glass::Uuid uuid;
  for (std::size_t i = 0; i < uuid.size(); ++i) uuid[i] = static_cast<unsigned char>(i);
  return uuid;
}

std::array<TableRoot, glass::kTables> no_tables() {
  std::array<TableRoot, glass::kTables> roots;
  for (std::size_t i = 0; i < roots.size(); ++i) roots[i].compress_min = glass::kCompressMin[i];
  return roots;
}

TEST(GlassVersionFile, HoldsRootsAndStatistics) {
  auto roots = no_tables();
  roots[0] = {.root_block = 300,
              .level = 2,
              .sequential = true,
              .entries = 129,
              .block_size = 2048,
              .compress_min = 0,
              .first_unused_block = 301,
              .fake = false};
  roots[1] = {.root_block = 0,
              .level = 0,
              .sequential = false,
              .entries = 1,
              .block_size = 65536,
              .compress_min = 18,
              .first_unused_block = 1,
              .fake = false};
  const Statistics statistics{.documents = 3,
                              .last_docid = 10,
                              .min_doclen = 2,
                              .max_wdf = 5,
                              .max_doclen = 200,
                              .total_doclen = 210};
  EXPECT_EQ(hex(encode_version_file(counting_uuid(), 1, roots, statistics)),
            "0f 0d 58 61 70 69 61 6e 20 47 6c 61 73 73 04 6e "
            "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 01 "
            "ac 02 0a 81 01 01 00 07 01 ad 02 00 00 00 00 "
            "00 00 01 20 12 06 01 01 00 00 00 00 "
            "00 03 00 04 12 00 "
            "00 03 00 04 00 00 "
            "00 03 00 04 12 00 "
            "00 03 00 04 12 00 "
            "03 07 02 05 c3 01 00 d2 01 00");
}

TEST(GlassVersionFile, IsXapiansOwnForAnEmptyDatabase) {
  const testing::TempDir dir;
  const std::string theirs = dir.at("theirs");
  Xapian::WritableDatabase(theirs, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS).commit();
  std::string expected = testing::read_bytes(theirs + "/iamglass");
  ASSERT_GT(expected.size(), 33U);
  EXPECT_EQ(hex(expected.substr(0, 16)), "0f 0d 58 61 70 69 61 6e 20 47 6c 61 73 73 04 6e");
  // UUID and revision are the database's own.
  const std::string ours = encode_version_file(
      counting_uuid(), static_cast<unsigned char>(expected[32]), no_tables(), Statistics{});
  expected.replace(16, 16, ours, 16, 16);
  EXPECT_EQ(hex(ours), hex(expected));
}

TEST(GlassVersionFile, RefusesImpossibleStatistics) {
  const auto refused = [](const Statistics& statistics) {
    EXPECT_THROW(encode_version_file(counting_uuid(), 1, no_tables(), statistics), Error);
  };
  refused({.documents = 2, .last_docid = 1});
  refused({.documents = 1, .last_docid = 1, .max_wdf = 5, .max_doclen = 4, .total_doclen = 4});
  refused({.documents = 1, .last_docid = 1, .min_doclen = 5, .max_doclen = 4, .total_doclen = 4});
  refused({.documents = 1, .last_docid = 1, .min_doclen = 5, .max_doclen = 5, .total_doclen = 4});
}

TEST(GlassVersionFile, IsPublishedWhole) {
  const testing::TempDir dir;
  glass::publish_version_file(dir.path(), "first");
  EXPECT_EQ(testing::read_bytes(dir.at("iamglass")), "first");
  glass::publish_version_file(dir.path(), "second");
  EXPECT_EQ(testing::read_bytes(dir.at("iamglass")), "second");
  EXPECT_FALSE(std::filesystem::exists(dir.at("v.tmp")));
  EXPECT_THROW(glass::publish_version_file(dir.at("nowhere"), "bytes"), Error);
}

}  // namespace
}  // namespace ibid
