// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/decoded_source.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ibid {
namespace {

using std::string_literals::operator""s;

TEST(DecodedSource, SaysItsTextInEveryForm) {
  const struct {
    std::string text, bytes;
  } kCases[] = {
      {"Korea led", "Korea led"},
      {"한국이 앞섰다", "한국이 앞섰다"},
      {" ", "\r\n\t  "},
      {"&", "&amp;"},
      {"R&D <1>", "R&amp;D &lt;1&gt;"},
      {"한–국", "&#xD55C;&ndash;&#44397;"},
      {"5 €", "5 \\u20ac"},
      {"a\"b/c\n", "a\\\"b\\/c\\n"},
      {"😀", "\\ud83d\\ude00"},
      {"R&D", "R\\u0026amp;D"},
      {"한국", "\xC7\xD1\xB1\xB9"},
      {"한국", "\xFE\xFF\xD5\x5C\xAD\x6D"s.substr(2)},
      {"caf\u00E9 bar", "caf\xE9 bar"},
  };
  for (const auto& one : kCases) {
    const std::vector<SourcePiece> pieces = {{one.text, one.bytes}};
    EXPECT_TRUE(decode_to_text(pieces)) << one.bytes;
  }
}

TEST(DecodedSource, SaysNothingElse) {
  const struct {
    std::string text, bytes;
  } kCases[] = {
      {"four", "five"}, {"네 척", "세 척"}, {"&", "&unknown;"},         {"a", ""},
      {" ", ""},        {"x", "&#0;"},      {"x", "&#xD800;"},          {"x", "&#x110000;"},
      {"x", "\\ud800"}, {"x", "\\u12"},     {"x", "&#99999999999999;"}, {"-23%", "23%"},
      {"x", "&"},       {"x", "\\"},        {"x", "\\ud800\\u0041"},
  };
  for (const auto& one : kCases) {
    const std::vector<SourcePiece> pieces = {{one.text, one.bytes}};
    EXPECT_FALSE(decode_to_text(pieces)) << one.bytes;
  }
}

// Bytes are not taken for Korean in one place and for French in another.
TEST(DecodedSource, IsInOneEncoding) {
  const SourcePiece korean = {"한국", "\xC7\xD1\xB1\xB9"};
  const SourcePiece french = {"caf\u00E9 bar", "caf\xE9 bar"};
  const SourcePiece ascii = {"Korea", "Korea"};
  EXPECT_TRUE(decode_to_text(std::vector{korean, ascii}));
  EXPECT_TRUE(decode_to_text(std::vector{ascii, french}));
  EXPECT_FALSE(decode_to_text(std::vector{korean, french}));
}

}  // namespace
}  // namespace ibid
