// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tags of the termlist table, byte by byte; the bytes were worked out by hand.
#include <gtest/gtest.h>
#include <zlib.h>

#include <numeric>
#include <vector>

#include "indexer/glass/deflate.h"
#include "indexer/glass/termlist.h"
#include "tests/support/hex.h"

namespace ibid {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using glass::TermWdf;
using testing::hex;

struct TermlistCase {
  const char* about;
  std::vector<TermWdf> terms;
  std::uint64_t length;
  std::string bytes;
};

TEST(GlassTermlist, SharesPrefixesAndPacksSmallFrequencies) {
  const std::string long_term(100, 'x'), shares_53 = std::string(53, 'x') + "y",
                                         shares_54 = std::string(54, 'x') + "y";
  const std::string long_hex = hex(long_term);
  const std::vector<TermlistCase> cases = {
      {"no terms", {}, 0, ""},
      {"one", {{"ab", 1}}, 1, "01 01 02 61 62 01"},
      {"wdf 0", {{"a", 0}, {"b", 0}}, 0, "00 02 01 61 00 02 01 62"},
      {"a zero byte", {{"a\0"sv, 1}, {"a\0b"sv, 1}}, 2, "02 02 02 61 00 01 08 01 62"},
      {"wdf packed, then not",
       {{"ab", 1}, {"abc", 2}, {"b", 200}},
       203,
       "cb 01 03 02 61 62 01 0b 01 63 00 01 62 c8 01"},
      {"wdf 126 still fits beside a length of 1",
       {{"a", 1}, {"b", 126}, {"c", 127}},
       254,
       "fe 01 03 01 61 01 fe 01 62 00 01 63 7f"},
      {"255 is the last byte to pack into",
       {{long_term, 1}, {shares_53, 1}},
       2,
       "02 02 64 " + long_hex + " 01 ff 01 79"},
      {"256 is not packed",
       {{long_term, 1}, {shares_54, 1}},
       2,
       "02 02 64 " + long_hex + " 01 36 01 79 01"},
      {"Hangul", {{"가", 1}, {"각", 3}}, 4, "04 02 03 ea b0 80 01 12 01 81"}};
  for (const TermlistCase& c : cases) {
    std::string out;
    glass::append_termlist(out, c.length, c.terms);
    EXPECT_EQ(hex(out), c.bytes) << c.about;
  }
}

struct SlotsCase {
  std::vector<std::uint32_t> slots;
  const char* bytes;
};

TEST(GlassTermlist, ListsTheSlotsInUse) {
  const std::vector<SlotsCase> cases = {{{}, ""},
                                        {{0}, "00"},
                                        {{0, 1, 5}, "00 00 03"},
                                        {{3, 200}, "03 c4 01"},
                                        {{0, UINT32_MAX}, "00 fe ff ff ff 0f"}};
  for (const auto& [slots, bytes] : cases) {
    std::string out;
    glass::append_value_slots(out, slots);
    EXPECT_EQ(hex(out), bytes);
  }
}

std::string inflated(const std::string& raw) {
  z_stream stream{};
  EXPECT_EQ(::inflateInit2(&stream, -15), Z_OK);
  std::string out(1000000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(raw.data()));
  stream.avail_in = static_cast<uInt>(raw.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(::inflate(&stream, Z_FINISH), Z_STREAM_END);
  EXPECT_EQ(stream.avail_in, 0U) << "bytes after the stream";
  out.resize(stream.total_out);
  ::inflateEnd(&stream);
  return out;
}

TEST(Deflater, MakesSmallerWhatCanBe) {
  glass::Deflater deflater;
  std::string out;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "지정학 report " + std::to_string(i * i);
  for (const std::size_t size : {std::size_t{400}, std::size_t{2000}, text.size()}) {
    const std::string in = size == 400 ? std::string(400, 'a') : text.substr(0, size);
    ASSERT_TRUE(deflater.raw(in, out)) << size;
    EXPECT_LT(out.size(), in.size());
    EXPECT_EQ(inflated(out), in);
  }
}

TEST(Deflater, SaysWhatCannotBeMadeSmaller) {
  glass::Deflater deflater;
  std::string out;
  for (const std::string& in : {""s, "a"s, "ab"s, "abcdefghijklmnop"s}) {
    EXPECT_FALSE(deflater.raw(in, out)) << in;
  }
}

}  // namespace
}  // namespace ibid
