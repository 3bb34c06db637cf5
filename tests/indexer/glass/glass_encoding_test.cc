// SPDX-License-Identifier: GPL-2.0-or-later
//
// The primitives of glass keys and tags, byte by byte; the bytes were worked out by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "corpus/error.h"
#include "indexer/glass/encoding.h"
#include "tests/support/hex.h"

namespace ibid {
namespace {

using namespace std::string_literals;
using testing::hex;

struct NumberCase {
  std::uint64_t number;
  const char* bytes;
};

const std::vector<NumberCase> kVarints = {{0, "00"},
                                          {1, "01"},
                                          {127, "7f"},
                                          {128, "80 01"},
                                          {0x3fff, "ff 7f"},
                                          {0x4000, "80 80 01"},
                                          {0x7fff, "ff ff 01"},
                                          {0x8000, "80 80 02"},
                                          {0x3fffff, "ff ff ff 01"},
                                          {0x400000, "80 80 80 02"},
                                          {UINT32_MAX, "ff ff ff ff 0f"},
                                          {UINT64_MAX, "ff ff ff ff ff ff ff ff ff 01"}};

TEST(GlassEncoding, WritesVarints) {
  for (const auto& [number, bytes] : kVarints) {
    std::string out = "x";
    glass::append_varint(out, number);
    EXPECT_EQ(hex(out.substr(1)), bytes) << number;
  }
}

TEST(GlassEncoding, ReadsVarintsOneAfterTheOther) {
  std::string all;
  for (const auto& [number, bytes] : kVarints) glass::append_varint(all, number);
  const char* at = all.data();
  for (const auto& [number, bytes] : kVarints) {
    EXPECT_EQ(glass::read_varint(at, all.data() + all.size()), number);
  }
  EXPECT_EQ(at, all.data() + all.size());
}

TEST(GlassEncoding, RefusesBytesThatAreNotAVarint) {
  for (const std::string& bytes :
       {""s, "\x80"s, "\xff\xff"s, std::string(9, '\xff') + "\x02", std::string(20, '\x80')}) {
    const char* at = bytes.data();
    EXPECT_THROW(glass::read_varint(at, bytes.data() + bytes.size()), Error) << hex(bytes);
  }
}

TEST(GlassEncoding, WritesNumbersThatSort) {
  const std::vector<NumberCase> cases = {{0, "00 00"},
                                         {1, "00 01"},
                                         {127, "00 7f"},
                                         {128, "00 80"},
                                         {0x7fff, "7f ff"},
                                         {0x8000, "80 80 00"},
                                         {0x10000, "81 00 00"},
                                         {0x3fffff, "bf ff ff"},
                                         {0x400000, "c0 40 00 00"},
                                         {0x1fffffff, "df ff ff ff"},
                                         {0x20000000, "e0 20 00 00 00"},
                                         {UINT32_MAX, "e0 ff ff ff ff"}};
  std::vector<std::string> keys;
  for (const auto& [number, bytes] : cases) {
    keys.emplace_back();
    glass::append_sortable(keys.back(), static_cast<std::uint32_t>(number));
    EXPECT_EQ(hex(keys.back()), bytes) << number;
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
}

TEST(GlassEncoding, WritesLastNumbers) {
  const std::vector<NumberCase> cases = {{0, ""},
                                         {1, "01"},
                                         {255, "ff"},
                                         {256, "00 01"},
                                         {0x10203, "03 02 01"},
                                         {UINT32_MAX, "ff ff ff ff"}};
  for (const auto& [number, bytes] : cases) {
    std::string out;
    glass::append_last(out, number);
    EXPECT_EQ(hex(out), bytes) << number;
  }
}

struct StringCase {
  std::string text;
  const char* open;
};

TEST(GlassEncoding, WritesStringsThatSort) {
  const std::vector<StringCase> cases = {
      {"", ""},           {"\0"s, "00 ff"},     {"\0\0"s, "00 ff 00 ff"}, {"\0b"s, "00 ff 62"},
      {"a", "61"},        {"a\0"s, "61 00 ff"}, {"a\0b"s, "61 00 ff 62"}, {"ab", "61 62"},
      {"인", "ec 9d b8"}, {"\xff"s, "ff"}};
  std::vector<std::string> keys;
  for (const auto& [text, open] : cases) {
    std::string out;
    glass::append_sortstr_open(out, text);
    EXPECT_EQ(hex(out), open);
    glass::append_sortstr_closed(out, text);
    const std::string closed = open + (text.empty() ? "00"s : " 00"s);
    EXPECT_EQ(hex(out), (text.empty() ? "" : open + " "s) + closed);
    keys.push_back(out.substr((out.size() - 1) / 2));
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
}

TEST(GlassEncoding, WritesStringsWithTheirLength) {
  std::string out;
  glass::append_string(out, "a\0b"s);
  glass::append_string(out, "");
  EXPECT_EQ(hex(out), "03 61 00 62 00");
  out.clear();
  glass::append_string(out, std::string(128, 'x'));
  EXPECT_EQ(hex(out.substr(0, 3)), "80 01 78");
  EXPECT_EQ(out.size(), 130U);
}

}  // namespace
}  // namespace ibid
