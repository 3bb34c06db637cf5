// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/record_packing.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "indexer/records/record_dictionaries.h"

namespace ibid {
namespace {

constexpr char kEnglish[] =
    "The first two batteries arrived in December (source: go-public-web-eng-77-0-0), and crews "
    "from both countries trained on them until the summer.";
constexpr char kKorean[] =
    "첫 두 포대는 12월에 도착했고(출처: go-public-web-kor-77-0-0), 두 나라의 운용 요원이 여름까지 "
    "함께 훈련했다.";

std::string packed(std::string_view fields, Packing expected) {
  std::string out = "before";
  EXPECT_EQ(pack(fields, out), expected);
  EXPECT_EQ(out.substr(0, 6), "before");
  return out.substr(6);
}

std::string unpacked(Packing packing, std::string_view bytes) {
  std::string room = "left from the last one";
  return std::string(unpack(packing, bytes, room));
}

// Indexes on disk are read with them: other bytes need another schema::kFormatVersion.
TEST(RecordDictionaries, AreThoseOfTheFormat) {
  EXPECT_EQ(sha256_hex(kEnglishDictionary),
            "d97690dbc2f47ce511e1019b63c7719245f6e395db115c6ebb4533de35b7fd5f");
  EXPECT_EQ(sha256_hex(kKoreanDictionary),
            "d3d6726cac98c982cd707cfa9253ab05231916de5499c5ee144e02f2a481c38e");
}

TEST(RecordPacking, ComesBackAsItWas) {
  std::mt19937 random(1);
  std::string noise(5000, '\0');
  for (char& c : noise) c = static_cast<char>(random());
  std::string large;
  while (large.size() < 3'000'000) large += kKorean;
  const std::string mixed = std::string(kKorean) + kKorean + kEnglish;
  const std::vector<std::pair<std::string, Packing>> cases = {
      {"", Packing::kPlain},         {std::string(1, '\0'), Packing::kPlain},
      {"short", Packing::kPlain},    {noise, Packing::kPlain},
      {kEnglish, Packing::kEnglish}, {kKorean, Packing::kKorean},
      {mixed, Packing::kKorean},     {std::string(70'000, 'a'), Packing::kEnglish},
      {large, Packing::kKorean},     {std::string(64, '\0'), Packing::kEnglish}};
  for (const auto& [fields, packing] : cases) {
    const std::string bytes = packed(fields, packing);
    if (packing == Packing::kPlain) {
      EXPECT_EQ(bytes, fields);
    } else {
      EXPECT_LT(bytes.size(), fields.size());
    }
    EXPECT_EQ(unpacked(packing, bytes), fields);
  }
}

// With zstd 1.5.4 a frame that had no room made its successor unreadable, one of thousands.
TEST(RecordPacking, ComesBackAfterWhatCannotBeMadeSmaller) {
  std::mt19937 random(2);
  const std::string texts[] = {kEnglish, kKorean};
  for (int i = 0; i < 20'000; ++i) {
    std::string fields = texts[random() % 2].substr(random() % 90) + texts[random() % 2];
    for (std::size_t noise = random() % 2 * random() % fields.size(); noise > 0; --noise) {
      fields[random() % fields.size()] = static_cast<char>(random());
    }
    std::string bytes;
    const Packing packing = pack(fields, bytes);
    ASSERT_EQ(unpacked(packing, bytes), fields) << i;
  }
}

TEST(RecordPacking, MakesPassagesSmallerInBothLanguages) {
  EXPECT_LT(packed(kEnglish, Packing::kEnglish).size() * 10, sizeof kEnglish * 7);
  EXPECT_LT(packed(kKorean, Packing::kKorean).size() * 10, sizeof kKorean * 7);
}

// A checksum finds all other damage; here nothing may be read or written beyond its bounds.
TEST(RecordPacking, DamageIsReportedOrHarmless) {
  for (const auto& [fields, packing] :
       {std::pair{kEnglish, Packing::kEnglish}, std::pair{kKorean, Packing::kKorean}}) {
    const std::string bytes = packed(fields, packing);
    std::size_t told = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      EXPECT_THROW(unpacked(packing, bytes.substr(0, at)), Error) << at;
      for (const int flip : {0x01, 0x10, 0x80, 0xFF}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ flip);
        try {
          unpacked(packing, damaged);
        } catch (const Error& error) {
          EXPECT_EQ(error.kind(), ErrorKind::kIndex);
          ++told;
        }
      }
    }
    EXPECT_GT(told, bytes.size() / 4);
    EXPECT_THROW(unpacked(packing, bytes + "x"), Error);
    EXPECT_THROW(unpacked(packing, ""), Error);
  }
}

TEST(RecordPacking, RefusesASizeThatNoFrameOfThatLengthCanHave) {
  // RFC 8878, 3.1.1.1: one segment, four bytes of size; then 2 GiB, 512 MiB.
  const std::string tail(20, '\0');
  EXPECT_THROW(unpacked(Packing::kEnglish, std::string("\xA0\x00\x00\x00\x80", 5) + tail), Error);
  EXPECT_THROW(unpacked(Packing::kEnglish, std::string("\xA0\x00\x00\x00\x20", 5) + tail), Error);
}

TEST(RecordPacking, RefusesAnUnknownPacking) {
  for (const int packing : {0, 1, 2, 6, 255}) {
    EXPECT_THROW(unpacked(static_cast<Packing>(packing), kEnglish), Error) << packing;
  }
}

}  // namespace
}  // namespace ibid
