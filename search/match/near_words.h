// SPDX-License-Identifier: GPL-2.0-or-later
//
// How close together the words of a query stand in a passage. Of passages that share the same
// words, the one that has them side by side mostly is about what was asked; in Korean that tells
// more than all else that was tried (docs/ranking.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/text/byte_range.h"
#include "indexer/analysis/normalize.h"

namespace ibid {

// Folded characters (normalize.h) of one run of one class (text_scan.h).
using NearText = std::u32string;

// A word of a query.
struct NearWord {
  double weight = 0;  // how rare it is
  // Of a Korean word of two syllables or more: its pairs of syllables, each once. It is met by the
  // share of them that a word of the passage has.
  std::vector<std::uint64_t> bigrams;
  // What meets it whole: a word that is one of these, or begins with one in Hangul; or words one
  // after another, as names in the other language.
  std::vector<std::vector<NearText>> names;
};

using NearWords = std::vector<NearWord>;

std::uint64_t bigram_key(char32_t first, char32_t second);
// The runs of a text, as NearReader counts them.
std::vector<NearText> near_texts(std::string_view text);

struct NearPlace {
  double score = 0;  // 0: no word occurs
  ByteRange text;    // from the first to the last of the words that made it
};

// How a text is read. kFast takes plain Hangul, ASCII and punctuation in one pass over the bytes, a
// fifth of the time, and all else by folding it like kFolded. Both give the same.
enum class NearReading : std::uint8_t { kFast, kFolded };

// Reads passages for one query. Thread: one object, one thread.
class NearReader {
 public:
  // `words`: lent for the object's life.
  explicit NearReader(const NearWords& words, NearReading reading = NearReading::kFast);

  // The place of a word of the query around which the words stand closest, each nearest one counted
  // by its weight, how much of it is met, and its distance d in words: 1 / (1 + d / kNearHalf).
  // `skip`: of the text, ascending; their words are not counted. Reads at most kMostNearWords words
  // of the passage.
  NearPlace best_place(std::string_view text, const std::vector<ByteRange>& skip);

 private:
  struct Met {  // by a word of the passage
    std::uint32_t position = 0;
    double strength = 0;
    ByteRange text;
  };
  // A run of the passage that may meet a word of the query.
  struct Token {
    std::uint32_t begin = 0, end = 0;  // of chars_
    std::uint32_t position = 0;
    ByteRange bytes;
  };

  void index_words();
  void read_folded(std::string_view text, const std::vector<ByteRange>& skip);
  bool read_fast(std::string_view text, const std::vector<ByteRange>& skip);
  // Notes the run chars_[begin..] as a word, unless none of the query can be there.
  void end_run(std::size_t begin, ByteRange bytes);
  void meet(const Token& token, std::size_t number);
  bool meets_name(const std::vector<NearText>& name, std::size_t number) const;
  std::u32string_view text_of(const Token& token) const;
  static const Met* nearest(const std::vector<Met>& met, std::uint32_t position, double& worth);

  const NearWords& words_;
  NearReading reading_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys_;  // bigram, word; ascending
  std::vector<std::uint64_t> key_bits_;                        // of their hashes
  std::vector<std::uint64_t> first_bits_;  // of the first characters of words of names
  std::vector<FoldedChar> folded_;
  std::u32string chars_;  // of tokens_, one after another
  std::vector<Token> tokens_;
  std::uint32_t position_ = 0;         // of the next run
  std::vector<std::uint32_t> common_;  // bigrams in common with the run, of each word
  std::vector<std::vector<Met>> met_;  // of each word of the query; ascending
};

}  // namespace ibid
