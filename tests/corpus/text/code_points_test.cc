// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/code_points.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ibid {
namespace {

TEST(CodePoints, StepForwardAndBackOverTheSameCharacters) {
  const std::string text = "aé한😀";
  const std::vector<char32_t> expected = {U'a', U'é', U'한', U'😀'};
  std::vector<char32_t> forward;
  for (std::size_t at = 0; at < text.size();) forward.push_back(next_code_point(text, at));
  EXPECT_EQ(forward, expected);
  std::vector<char32_t> backward;
  for (std::size_t at = text.size(); at > 0;) {
    backward.insert(backward.begin(), previous_code_point(text, at));
  }
  EXPECT_EQ(backward, expected);
}

TEST(CodePoints, ReadIllFormedBytesAsReplacementAndMoveOn) {
  for (const std::string text : {"\xFF", "\x80", "\xE2\x80", "\xF0\x9F\x98"}) {
    std::size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), char32_t{0xFFFD});
    EXPECT_GT(at, 0U);
    at = text.size();
    EXPECT_EQ(previous_code_point(text, at), char32_t{0xFFFD});
    EXPECT_LT(at, text.size());
  }
}

TEST(CodePoints, TellBrokenUtf8FromWhatIsWritten) {
  for (const char* text : {"", "a", "é", "한국 S-400", "😀", "\uFFFD"}) EXPECT_TRUE(is_utf8(text));
  for (const std::string text : {"\x9B", "\xC0\x9B", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xEA\xB0",
                                 "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"}) {
    EXPECT_FALSE(is_utf8("가" + text + "b")) << text.size();
    const Utf8Char first = first_char(text + "b");
    EXPECT_FALSE(first.valid);
    EXPECT_EQ(first.length, 1U);
  }
  const Utf8Char hangul = first_char("한국");
  EXPECT_TRUE(hangul.valid);
  EXPECT_EQ(hangul.code, U'한');
  EXPECT_EQ(hangul.length, 3U);
  EXPECT_TRUE(first_char("\uFFFD").valid);
}

TEST(CodePoints, TellHangulLatinAndSpaceApart) {
  for (const char32_t c : U"한ㄱᄀᆨ") {
    EXPECT_TRUE(c == 0 || is_hangul(c)) << static_cast<std::uint32_t>(c);
  }
  EXPECT_FALSE(is_hangul(U'漢'));
  EXPECT_TRUE(is_latin(U'é'));
  EXPECT_FALSE(is_latin(U'я'));
  EXPECT_FALSE(is_latin(U'7'));
  for (const char32_t c : {U' ', U'\t', char32_t{0xA0}, char32_t{0x3000}, char32_t{0x200B}}) {
    EXPECT_TRUE(is_space(c)) << static_cast<std::uint32_t>(c);
  }
  EXPECT_FALSE(is_space(U'·'));
}

TEST(CodePoints, TellWordsFromMarks) {
  for (const char32_t c : {U'a', U'Z', U'7', U'é', U'한', U'漢', U'я', char32_t{0x0301}}) {
    EXPECT_TRUE(is_letter_or_digit(c)) << static_cast<std::uint32_t>(c);
  }
  for (const char32_t c : {U' ', U'-', U'·', U'“', U'€', U'。', U'😀'}) {
    EXPECT_FALSE(is_letter_or_digit(c)) << static_cast<std::uint32_t>(c);
  }
  for (const char32_t c : {U'"', U'“', U'„', U'»', U'「'}) EXPECT_TRUE(is_double_quote(c));
  EXPECT_FALSE(is_double_quote(U'\''));
  EXPECT_TRUE(opens_single_quote(U'‘') && opens_single_quote(U'\''));
  EXPECT_FALSE(opens_single_quote(U'’'));
  EXPECT_TRUE(closes_single_quote(U'’') && closes_single_quote(U'\''));
}

TEST(CodePoints, TellAsciiFromBytesOfLongerCharacters) {
  const std::string text = "7a한é";
  EXPECT_TRUE(is_ascii_digit(text[0]) && is_ascii_letter(text[1]));
  for (std::size_t i = 2; i < text.size(); ++i) {
    EXPECT_FALSE(is_ascii_digit(text[i]) || is_ascii_letter(text[i])) << i;
  }
  EXPECT_FALSE(is_ascii_digit(U'７') || is_ascii_letter(U'ｚ'));
}

TEST(CodePoints, TrimUnicodeSpaceOnly) {
  EXPECT_EQ(trim("\t\u3000 한국 a \u00A0\n"), "한국 a");
  EXPECT_EQ(trim(" \u3000 "), "");
  EXPECT_EQ(trim("x  yy  ", {1, 8}), (ByteRange{3, 5}));
}

TEST(CodePoints, FloorNeverCutsACharacter) {
  const std::string text = "a한b";  // bytes: a at 0, 한 at 1 to 4, b at 4
  const std::vector<std::size_t> floors = {0, 1, 1, 1, 4, 5, 5};
  for (std::size_t at = 0; at < floors.size(); ++at) {
    EXPECT_EQ(floor_boundary(text, at), floors[at]) << at;
  }
}

TEST(CodePoints, LowerOnlyAscii) { EXPECT_EQ(ascii_lower("ABCz É한"), "abcz É한"); }

}  // namespace
}  // namespace ibid
