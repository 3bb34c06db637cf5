// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/edit_distance.h"

#include <gtest/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

// Uses ICU's tables, not arithmetic.
std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(0, text, sink, nullptr, status);
  EXPECT_TRUE(U_SUCCESS(status));
  return out;
}

TEST(LettersOf, TakesSyllablesApart) {
  EXPECT_EQ(letters_of("협정"), U"\u1112\u1167\u11B8\u110C\u1165\u11BC");
  EXPECT_EQ(letters_of("가"), U"\u1100\u1161");
  EXPECT_EQ(letters_of("힣"), U"\u1112\u1175\u11C2");
  EXPECT_EQ(letters_of("s400을"), U"s400\u110B\u1173\u11AF");
  EXPECT_EQ(letters_of("éа北🚀"), U"éа北🚀");
  EXPECT_TRUE(letters_of("").empty());
}

TEST(LettersOf, AgreesWithTheDecomposition) {
  for (const std::string word : {"우크라이나", "블라디미르", "값", "뷁", "한국Korea"}) {
    EXPECT_EQ(utf8(letters_of(word)), decomposed(word)) << word;
  }
}

TEST(EditDistance, CountsEditsAndSwaps) {
  const struct {
    std::u32string a, b;
    std::size_t distance;  // with a limit of 3
  } cases[] = {
      {U"", U"", 0},
      {U"pact", U"pact", 0},
      {U"pact", U"pac", 1},
      {U"pact", U"paact", 1},
      {U"pact", U"pict", 1},
      {U"pact", U"apct", 1},
      {U"russia", U"rusia", 1},
      {U"kitten", U"sitting", 3},
      {U"ca", U"abc", 3},  // optimal string alignment, not full Damerau
      {U"abcdef", U"badcfe", 3},
      {U"abcd", U"wxyz", 4},
      {U"", U"abc", 3},
      {U"", U"abcdefgh", 4},
      {U"협정", U"협상", 1},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(edit_distance(c.a, c.b, 3), c.distance) << utf8(c.a) << " " << utf8(c.b);
    EXPECT_EQ(edit_distance(c.b, c.a, 3), c.distance) << utf8(c.b) << " " << utf8(c.a);
    EXPECT_EQ(edit_distance(c.a, c.b, 0), std::min<std::size_t>(c.distance, 1)) << utf8(c.a);
  }
}

}  // namespace
}  // namespace ibid
