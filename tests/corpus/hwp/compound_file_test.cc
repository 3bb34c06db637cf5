// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/compound_file.h"

#include <gmock/gmock.h>

#include "tests/corpus/hwp/hwp_cases.h"

namespace ibid {
namespace {

using testing::compound_file_of;
using ::testing::HasSubstr;
using testing::le16;
using testing::le32;
using testing::NamedStreams;

// Bytes that differ everywhere, so that a sector in a wrong place is seen.
std::string pattern(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 7 + i / 251);
  return bytes;
}

std::string with(std::string bytes, std::size_t at, std::string_view by) {
  return bytes.replace(at, by.size(), by);
}

std::string why_damaged(const std::string& bytes, std::string_view stream = {}) {
  try {
    const CompoundFile file(bytes, {});
    if (!stream.empty()) file.read(*file.find(stream));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return {};
}

TEST(CompoundFile, ReadsSmallAndLargeStreams) {
  NamedStreams streams;
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 4095U, 4096U, 4097U, 100'000U}) {
    streams.emplace_back("Stream" + std::to_string(size), pattern(size));
    streams.emplace_back("한글/폴더/" + std::to_string(size), pattern(size + 3));
  }
  const std::string bytes = compound_file_of(streams);
  const CompoundFile file(bytes, {});
  EXPECT_EQ(file.streams().size(), streams.size());
  for (const auto& [name, content] : streams) {
    ASSERT_NE(file.find(name), nullptr) << name;
    EXPECT_EQ(file.read(*file.find(name)), content) << name;
  }
  EXPECT_EQ(file.find("Stream2"), nullptr);
  EXPECT_TRUE(file.has_storage("한글"));
  EXPECT_FALSE(file.has_storage("Stream1"));
}

TEST(CompoundFile, FollowsTheListOfItsTables) {
  // 109 tables in the header cover 7,143,424 bytes.
  const std::string large = pattern(7'400'000);
  const std::string bytes = compound_file_of({{"large", large}, {"small", pattern(700)}});
  const CompoundFile file(bytes, {});
  EXPECT_EQ(file.read(*file.find("large")), large);
  EXPECT_EQ(file.read(*file.find("small")), pattern(700));
}

TEST(CompoundFile, RefusesWhatIsDamaged) {
  const std::string good = compound_file_of({{"a", pattern(5000)}, {"bb", pattern(100)}});
  EXPECT_EQ(why_damaged(good, "a"), "");
  EXPECT_THAT(why_damaged("no compound file"), HasSubstr("not a compound file"));
  EXPECT_THAT(why_damaged(good.substr(0, 100)), HasSubstr("header is cut off"));
  EXPECT_THAT(why_damaged(with(good, 30, le16(40))), HasSubstr("size of sectors"));
  EXPECT_THAT(why_damaged(with(good, 76, le32(0x00FFFFFF))), HasSubstr("tables is not there"));
  EXPECT_THAT(why_damaged(with(good, 80, good.substr(76, 4))), HasSubstr("tables is not there"));
  EXPECT_THAT(why_damaged(with(good, 68, le32(0x00FFFFFF))),
              HasSubstr("list of its tables is broken"));
  EXPECT_THAT(why_damaged(with(good, 48, le32(0x00FFFFFF))), HasSubstr("directory is cut off"));
  EXPECT_THAT(why_damaged(with(good, 48, le32(0))), HasSubstr("no root"));
}

TEST(CompoundFile, RefusesChainsThatGoInACircleOrOut) {
  const std::string good = compound_file_of({{"a", pattern(50'000)}, {"bb", pattern(200)}});
  const std::size_t fat = (u32_at(good, 76) + 1) * std::size_t{512};
  // The large stream has sectors 0 to 97.
  EXPECT_EQ(u32_at(good, fat), 1U);
  EXPECT_THAT(why_damaged(with(good, fat + 4, le32(0)), "a"), HasSubstr("a goes in a circle"));
  EXPECT_THAT(why_damaged(with(good, fat + 4, le32(1)), "a"), HasSubstr("a goes in a circle"));
  EXPECT_THAT(why_damaged(with(good, fat + 4, le32(0x00FFFFFF)), "a"), HasSubstr("a is cut off"));
  EXPECT_THAT(why_damaged(with(good, fat + 4, le32(0xFFFFFFFE)), "a"), HasSubstr("a is cut off"));
  EXPECT_THAT(why_damaged(good.substr(0, good.size() / 2), "a"), HasSubstr("not there"));
  // The small one has the first four small sectors.
  const std::size_t mini_fat = (u32_at(good, 60) + 1) * std::size_t{512};
  EXPECT_EQ(u32_at(good, mini_fat), 1U);
  EXPECT_THAT(why_damaged(with(good, mini_fat, le32(0)), "bb"), HasSubstr("bb goes in a circle"));
  EXPECT_THAT(why_damaged(with(good, mini_fat, le32(9999)), "bb"), HasSubstr("bb is cut off"));
}

TEST(CompoundFile, RefusesADirectoryThatIsNoTree) {
  const std::string good = compound_file_of({{"a", "1"}, {"bb", "2"}, {"ccc", "3"}});
  const std::size_t directory = (u32_at(good, 48) + 1) * std::size_t{512};
  const std::size_t first = directory + 128, second = directory + 256;
  EXPECT_EQ(u32_at(good, first + 72), 2U);
  EXPECT_THAT(why_damaged(with(good, second + 72, le32(1))), HasSubstr("not a tree"));
  EXPECT_THAT(why_damaged(with(good, second + 68, le32(2))), HasSubstr("not a tree"));
  EXPECT_THAT(why_damaged(with(good, second + 72, le32(4000))), HasSubstr("not a tree"));
  const std::string same = with(with(good, second, good.substr(first, 64)), second + 64, le16(4));
  EXPECT_THAT(why_damaged(same), HasSubstr("one name"));
  EXPECT_THAT(why_damaged(with(good, first, le16('/'))), HasSubstr("slash"));
  EXPECT_THAT(why_damaged(with(good, first + 120, le32(0x7FFFFFFF)), "a"), HasSubstr("longer"));
}

TEST(CompoundFile, HasAsManyStreamsAsTheLimitAllows) {
  NamedStreams streams;
  for (int i = 0; i < 50; ++i) streams.emplace_back(std::to_string(i), "x");
  const std::string bytes = compound_file_of(streams);
  ReaderLimits limits;
  limits.entries = 20;
  EXPECT_THROW(CompoundFile(bytes, limits), Error);
  limits.entries = 60;
  EXPECT_EQ(CompoundFile(bytes, limits).streams().size(), 50U);
}

}  // namespace
}  // namespace ibid
