// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/word_positions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "corpus/error.h"
#include "tests/support/hex.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct PlacedWord {
  std::uint32_t position;
  std::string term;
};

std::string encoded(const std::vector<PlacedWord>& words) {
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::uint64_t> hashes;
  std::vector<WordPosition> positions;
  for (const PlacedWord& word : words) {
    const auto [known, is_new] =
        numbers.emplace(word.term, static_cast<std::uint32_t>(hashes.size()));
    if (is_new) hashes.push_back(place_hash(word.term));
    positions.push_back({word.position, known->second});
  }
  WordPositionsEncoder encoder;
  std::string value = "old";
  encoder.encode(positions, hashes, value);
  return value;
}

std::vector<std::uint32_t> found(const std::string& value, std::string_view term) {
  WordPositions words;
  words.read(value);
  std::vector<std::uint32_t> positions;
  words.find(place_hash(term), positions);
  return positions;
}

TEST(WordPositions, AreFoundByTheirTerms) {
  const std::string value = encoded(
      {{1, "defense"}, {2, "pact"}, {3, "국방"}, {4, "협정"}, {5, "pact"}, {205, "heading"}});
  EXPECT_THAT(found(value, "pact"), ElementsAre(2, 5));
  EXPECT_THAT(found(value, "국방"), ElementsAre(3));
  EXPECT_THAT(found(value, "heading"), ElementsAre(205));
  EXPECT_THAT(found("", "pact"), IsEmpty());
}

TEST(WordPositions, OfNoWordAreEmpty) { EXPECT_EQ(encoded({}), ""); }

// Three bits a code: the first byte has the seed and their number; then one run from 7, of two
// words.
TEST(WordPositions, LieOnDiskAsDocumented) {
  const std::string value = encoded({{7, "a"}, {8, "a"}});
  ASSERT_EQ(value.size(), 5U);
  EXPECT_EQ(testing::hex(value.substr(0, 4)), "03 01 07 02");
  // FNV-1a of "a" is af63dc4c8601ec8c (its authors' test vectors); finished and multiplied with the
  // factor of seed 0, its upper three bits are the code, which occurs here twice.
  const auto code = static_cast<unsigned char>(value[4]);
  EXPECT_EQ(code & 7, code >> 3);
  std::uint64_t hash = 0xAF63DC4C8601EC8C;
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCD;
  hash ^= hash >> 33;
  EXPECT_EQ(place_hash("a"), hash);
  EXPECT_EQ(code & 7, hash * 0x9E3779B97F4A7C15 >> 61);
}

// Passages of one to some thousand words; no two terms of one may be confused.
TEST(WordPositions, KeepTheTermsOfAPassageApart) {
  std::mt19937 random(7);
  for (const std::uint32_t words : {1U, 2U, 3U, 10U, 60U, 300U, 5000U}) {
    for (int round = 0; round < 20; ++round) {
      std::vector<PlacedWord> placed;
      std::map<std::string, std::vector<std::uint32_t>> expected;
      std::uint32_t position = 0;
      for (std::uint32_t i = 0; i < words; ++i) {
        position += random() % 30 == 0 ? 1 + static_cast<std::uint32_t>(random() % 100000) : 1;
        const std::string term =
            (random() % 2 == 0 ? "낱말" : "word") + std::to_string(random() % (words + 1));
        placed.push_back({position, term});
        expected[term].push_back(position);
      }
      const std::string value = encoded(placed);
      // One code for two terms would give each the positions of both.
      for (const auto& [term, positions] : expected) ASSERT_EQ(found(value, term), positions);
    }
  }
}

// The reason for the format: 7 million positions of scale took 17 bytes each in Xapian's table.
// Runs of one to many words, of terms in short and long codes: find() looks at several codes at
// once, stands() at one.
TEST(WordPositions, AreFoundWhereTheyStand) {
  std::mt19937 random(11);
  for (const std::uint32_t terms : {1U, 2U, 5U, 40U, 400U, 3000U}) {
    std::vector<PlacedWord> words;
    for (std::uint32_t position = 1; words.size() < 2 * terms + 3;) {
      words.push_back({position, "용어" + std::to_string(random() % terms)});
      position += random() % 9 == 0 ? 1 + static_cast<std::uint32_t>(random() % 50) : 1;
    }
    const std::string value = encoded(words);
    WordPositions read;
    read.read(value);
    for (std::uint32_t term = 0; term < terms; term += 1 + terms / 50) {
      const std::string text = "용어" + std::to_string(term);
      std::vector<std::uint32_t> expected;
      for (const PlacedWord& word : words) {
        const bool is_it = word.term == text;
        if (is_it) expected.push_back(word.position);
        ASSERT_EQ(read.stands(place_hash(text), word.position), is_it) << text;
      }
      ASSERT_EQ(found(value, text), expected) << text;
    }
  }
}

TEST(WordPositions, TakeAFewBitsAWord) {
  std::vector<PlacedWord> words;
  for (std::uint32_t i = 1; i <= 60; ++i) words.push_back({i, "w" + std::to_string(i)});
  EXPECT_LE(encoded(words).size(), 60U * 11 / 8 + 5);
}

TEST(WordPositions, ThatAreDamagedAreReported) {
  const std::string value = encoded({{1, "defense"}, {2, "pact"}, {900, "협정"}});
  WordPositions words;
  for (std::size_t size = 1; size < value.size(); ++size) {
    EXPECT_THROW(words.read(std::string_view(value).substr(0, size)), Error) << size;
  }
  EXPECT_THROW(words.read(value + "x"), Error);
  for (const char* bytes : {"\x01\x01\x01\x01\x01", "\x3f\x01\x01\x01\x01",
                            "\x03\x01\x01\xff\xff\xff\xff\xff\xff\xff\xff\x01\x01"}) {
    EXPECT_THROW(words.read(bytes), Error) << testing::hex(bytes);
  }
}

}  // namespace
}  // namespace ibid
