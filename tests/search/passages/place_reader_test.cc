// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/place_reader.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

class PlaceReaderTest : public ::testing::Test {
 protected:
  StoredPassage passage_at(const std::string& file, const std::string& bytes, std::uint64_t begin,
                           Encoding encoding = Encoding::kUtf8) {
    StoredPassage passage;
    passage.report.path = dir_.at(file);
    passage.report.encoding = encoding;
    passage.bytes = {begin, begin + 1};
    testing::write_file(passage.report.path, bytes);
    return passage;
  }

  void expect_at(const std::optional<LineLocation>& place, std::uint64_t line,
                 std::uint64_t column) {
    ASSERT_TRUE(place.has_value());
    EXPECT_EQ(place->line, line);
    EXPECT_EQ(place->column, column);
  }

  testing::TempDir dir_;
  PlaceReader reader_;
};

TEST_F(PlaceReaderTest, CountsLinesAndCharacters) {
  expect_at(reader_.read(passage_at("en.txt", "Title\n\n- The pact\n", 9)), 3, 3);
  // Each syllable is three bytes and one character.
  expect_at(reader_.read(passage_at("ko.txt", "협정\r\n가. 급유는\r\n", 13)), 2, 4);
  expect_at(reader_.read(passage_at("mixed.md", "\xEF\xBB\xBF# S-400 협정\n", 5)), 1, 3);
  const std::string wide("a\0\n\0\0\xAC", 6);
  expect_at(reader_.read(passage_at("wide.txt", wide, 4, Encoding::kUtf16Le)), 2, 1);
}

TEST_F(PlaceReaderTest, SaysNothingOfAFileItCannotCount) {
  StoredPassage passage = passage_at("short.txt", "one\n", 4);
  EXPECT_FALSE(reader_.read(passage).has_value());  // past its end
  passage.report.path = dir_.at("missing.txt");
  EXPECT_FALSE(reader_.read(passage).has_value());
  passage.report.path = dir_.path();
  EXPECT_FALSE(reader_.read(passage).has_value());
  StoredPassage large = passage_at("large.txt", "", 0);
  std::filesystem::resize_file(large.report.path, kMaxPlacedFileBytes + 1);
  EXPECT_FALSE(reader_.read(large).has_value());
}

}  // namespace
}  // namespace ibid
