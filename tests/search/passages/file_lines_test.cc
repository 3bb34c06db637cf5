// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/file_lines.h"

#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "corpus/text/character_at.h"

namespace ibid {
namespace {

// Counts from the start of the file.
LineLocation naive(std::string_view bytes, std::uint64_t offset, Encoding encoding) {
  LineLocation location;
  char32_t last = 0;
  for (std::size_t at = byte_order_mark(bytes, encoding); at < offset && at < bytes.size();) {
    const ByteCharacter next = character_at(bytes, at, encoding);
    at += next.length;
    const bool follows = next.c == '\n' && last == '\r';
    const bool ends = next.c == '\n' || (next.c == '\r' && !bytes.substr(at).starts_with('\n'));
    ++location.column;
    if (ends && at <= offset) location = {location.line + 1, 1};
    last = follows ? 0 : next.c;
  }
  return location;
}

void expect_as_counted(const std::string& bytes, Encoding encoding = Encoding::kUtf8) {
  const FileLines lines(bytes, encoding);
  for (std::uint64_t offset = 0; offset <= bytes.size() + 1; ++offset) {
    const LineLocation expected = naive(bytes, offset, encoding), found = lines.at(offset);
    ASSERT_EQ(std::pair(found.line, found.column), std::pair(expected.line, expected.column))
        << "byte " << offset << " of " << bytes.size();
  }
}

TEST(FileLines, CountsLinesAndColumns) {
  expect_as_counted("");
  expect_as_counted("The port\ngrew.\r\n\r\nIt will\rgrow on.\n");
  expect_as_counted("항구가\r\n커졌다.\n\n계속 커진다");
  expect_as_counted("Busan 신항\n\xFF\xFE broken \xEA\xB0 항구\r");
  expect_as_counted("\xEF\xBB\xBFThe port\n항구");
}

TEST(FileLines, CountsColumnsOfLongLines) {
  std::mt19937 random(11);
  for (const int one_in : {3, 700, 2500}) {
    std::string text;
    while (text.size() < 6000) {
      const auto choice = random() % static_cast<unsigned>(one_in);
      text += choice == 0   ? "\r\n"
              : choice == 1 ? "\n"
              : choice == 2 ? "\r"
              : choice == 3 ? "\xEA\xB0"
              : choice % 2  ? "항"
                            : "a";
    }
    expect_as_counted(text);
  }
}

TEST(FileLines, CountsColumnsInOtherEncodings) {
  std::string cp949 = "ab";
  for (int i = 0; i < 900; ++i) cp949 += i % 7 == 0 ? "\xB0" : "\xC7\xD7";
  expect_as_counted(cp949 + "\n" + cp949, Encoding::kCp949);
}

// Each was counted from the start of its line.
TEST(FileLines, AnswersManyTimesInOneLongLine) {
  std::string text;
  while (text.size() < 2'000'000) text += "항구 port ";
  const std::clock_t begin = std::clock();
  const FileLines lines(text);
  std::uint64_t sum = 0;
  for (std::uint64_t offset = text.size(); offset > 100; offset -= 100) {
    sum += lines.at(offset).column;
  }
  EXPECT_EQ(lines.at(1'000'000).line, 1);
  EXPECT_GT(sum, 0);
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 2);
}

}  // namespace
}  // namespace ibid
