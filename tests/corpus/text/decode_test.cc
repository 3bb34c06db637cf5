// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kPadding(100, '.');  // keeps broken bytes below a tenth

TEST(Decode, KeepsValidTextAsItIs) {
  for (const std::string text : {"", "plain", "한국어와 English", "é😀", "a\r\nb\fc"}) {
    const DecodedText decoded = decode(text);
    EXPECT_EQ(decoded.text, text);
    EXPECT_EQ(decoded.encoding, Encoding::kUtf8);
    EXPECT_THAT(decoded.notes, IsEmpty());
    for (std::size_t at = 0; at <= text.size(); ++at) EXPECT_EQ(decoded.map.to_file(at), at);
  }
}

TEST(Decode, CountsTheByteOrderMarkInFileOffsets) {
  const DecodedText decoded = decode("\xEF\xBB\xBF한a");
  EXPECT_EQ(decoded.text, "한a");
  EXPECT_EQ(decoded.encoding, Encoding::kUtf8);
  EXPECT_EQ(decoded.map.to_file(0), 3U);
  EXPECT_EQ(decoded.map.to_file(3), 6U);
  EXPECT_EQ(decoded.map.to_file(4), 7U);
  EXPECT_THAT(decoded.map.spans({0, 4}, 0), ElementsAre(TextSpan{0, 3, 4, 4}));
  EXPECT_EQ(decode("\xEF\xBB\xBF").map.to_file(0), 3U);
}

struct Broken {
  std::string bytes;
  std::string text;
};

// Table 3-8 of The Unicode Standard, version 15, and the like: one U+FFFD per maximal subpart.
TEST(Decode, ReplacesEachMaximalIllFormedSubsequence) {
  const std::string r = "\xEF\xBF\xBD";
  const std::vector<Broken> table = {
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", r + r + r + r + r + r + r + r + "A"},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", r + r + r + r + r + r + r + r + "A"},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", r + r + r + r + r + "A" + r + r + "B"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", r + r + r + r + "A"},
      {"한\xED\x95국", "한" + r + "국"},
      {"a\xFF", "a" + r},
  };
  for (const Broken& broken : table) {
    EXPECT_EQ(decode(kPadding + broken.bytes, Encoding::kUtf8).text, kPadding + broken.text);
  }
}

TEST(Decode, MapsAroundBrokenBytes) {
  const DecodedText decoded = decode(kPadding + "ab\xFFzz\xE2\x80!", Encoding::kUtf8);
  // text: padding, "ab", U+FFFD (3), "zz", U+FFFD (3), "!"
  EXPECT_EQ(decoded.map.to_file(102), 102U);
  EXPECT_EQ(decoded.map.to_file(103), 102U);
  EXPECT_EQ(decoded.map.to_file(105), 103U);
  EXPECT_EQ(decoded.map.to_file(107), 105U);
  EXPECT_EQ(decoded.map.to_file(110), 107U);
  EXPECT_THAT(decoded.map.spans({101, 111}, 7),
              ElementsAre(TextSpan{7, 101, 1, 1}, TextSpan{8, 102, 3, 1}, TextSpan{11, 103, 2, 2},
                          TextSpan{13, 105, 3, 2}, TextSpan{16, 107, 1, 1}));
}

TEST(Decode, NotesWhereTheBrokenBytesAre) {
  const Encoding utf8 = Encoding::kUtf8;
  EXPECT_THAT(decode(kPadding + "\xFF", utf8).notes,
              ElementsAre("1 byte at offset 100 (line 1) is not UTF-8"));
  EXPECT_THAT(decode("a\r\nb\rc\n\n한" + kPadding + "\xFF\xFE\x80x\n\xFF", utf8).notes,
              ElementsAre("3 bytes at offset 111 (line 5) are not UTF-8",
                          "1 byte at offset 116 (line 6) is not UTF-8"));
  const DecodedText many = decode(kPadding + "\xFFx\xFFx\xFFx\xFFx\xFF", utf8);
  ASSERT_THAT(many.notes, SizeIs(4));
  EXPECT_EQ(many.notes.back(), "5 bytes in 5 places are not UTF-8");
}

std::string refusal(const std::string& bytes, std::optional<Encoding> encoding = {}) {
  try {
    if (encoding) {
      decode(bytes, *encoding);
    } else {
      decode(bytes);
    }
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

TEST(Decode, RefusesBytesThatAreNotText) {
  EXPECT_THAT(refusal(std::string("ab\0cd", 5)), HasSubstr("byte 2 is NUL"));
  EXPECT_THAT(refusal(std::string(8191, 'a') + std::string(1, '\0')), HasSubstr("8191"));
  EXPECT_THAT(refusal(std::string(80, 'a') + std::string(10, '\xFF'), Encoding::kUtf8),
              HasSubstr("tenth"));
}

TEST(Decode, AcceptsANulFurtherDownAndATenthOfBrokenBytes) {
  const std::string late = std::string(8192, 'a') + std::string(1, '\0');
  EXPECT_EQ(decode(late).text, late);
  EXPECT_EQ(refusal(std::string(90, 'a') + std::string(10, '\xFF'), Encoding::kUtf8), "");
}

TEST(DecodeFile, SaysTheSameAsDecode) {
  const std::vector<std::pair<std::string, Encoding>> table = {
      {"", Encoding::kUtf8},
      {"\xEF\xBB\xBF", Encoding::kUtf8},
      {"S-400을 인도에 sold.", Encoding::kUtf8},
      {"\xEF\xBB\xBF한 a", Encoding::kUtf8},
      {kPadding + "ab\xFFzz", Encoding::kUtf8},
      {kPadding + "\xC7\xD1 caf", Encoding::kCp949},
      {kPadding + "caf\xE9", Encoding::kWindows1252},
  };
  for (const auto& [bytes, encoding] : table) {
    const DecodedText expected = decode(bytes, encoding);
    const DecodedText decoded = decode_file(bytes, encoding);
    EXPECT_EQ(decoded.text, expected.text);
    EXPECT_EQ(decoded.encoding, expected.encoding);
    EXPECT_EQ(decoded.notes, expected.notes);
    const ByteRange all{0, decoded.text.size()};
    EXPECT_EQ(decoded.map.spans(all, 0), expected.map.spans(all, 0)) << bytes;
    EXPECT_EQ(decoded.map.to_file(0), expected.map.to_file(0)) << bytes;
  }
}

TEST(Decode, KeepsControlCharacters) { EXPECT_EQ(decode("a\x01\x1B[0mb").text, "a\x01\x1B[0mb"); }

}  // namespace
}  // namespace ibid
