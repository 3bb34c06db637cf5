// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/byte_range.h"

#include <gtest/gtest.h>

#include <vector>

namespace ibid {
namespace {

// "ab cd" wrapped: "ab" at 10, CRLF and two spaces, "cd" at 16; then U+FFFD for one byte at 18.
const std::vector<TextSpan> kSpans = {{0, 10, 2, 2}, {3, 16, 2, 2}, {5, 18, 3, 1}};

struct Mapped {
  ByteRange text, file;
};

TEST(FileRange, MapsTextToTheFile) {
  const std::vector<Mapped> table = {
      {{0, 2}, {10, 12}}, {{1, 2}, {11, 12}}, {{0, 5}, {10, 18}},
      {{3, 5}, {16, 18}}, {{2, 3}, {12, 16}},  // the joining space maps to all between the lines
      {{1, 4}, {11, 17}}, {{5, 8}, {18, 19}}, {{0, 8}, {10, 19}},
  };
  for (const Mapped& row : table) {
    EXPECT_EQ(file_range(kSpans, row.text), row.file) << row.text.begin << " " << row.text.end;
  }
}

TEST(FileRange, ClampsWhatLiesOutside) {
  EXPECT_EQ(file_range(kSpans, {4, 99}), (ByteRange{17, 19}));
  EXPECT_EQ(file_range(kSpans, {50, 99}), (ByteRange{19, 19}));
  EXPECT_EQ(file_range(kSpans, {4, 2}), (ByteRange{17, 17}));
  EXPECT_EQ(file_range(std::vector<TextSpan>{}, {0, 1}), (ByteRange{0, 0}));
}

}  // namespace
}  // namespace ibid
