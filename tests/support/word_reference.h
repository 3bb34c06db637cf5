// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of texts, and where phrases and neighbours stand, worked out without the analyzer and
// without an index: one regular expression over ICU's normal forms, and maps of words to places.
// What it shares with the product is what a citation mark looks like (corpus/report/source_id.h) and which
// syllables are particles (indexer/analysis/hangul.h).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ibid::testing {

struct RefWord {
  std::string text;  // folded
  bool hangul = false;
  std::uint32_t begin = 0, end = 0;  // UTF-16 units of RefText::normal
};

struct RefText {
  std::u16string normal;  // the text in NFKC, without invisible characters and citation marks
  std::vector<RefWord> words;
};

class WordReader {
 public:
  WordReader();
  ~WordReader();
  RefText read(std::string_view text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// Where a word stands.
struct RefPlace {
  std::uint32_t text = 0, position = 0;
};

class WordReference {
 public:
  void add(RefText text);
  const std::vector<RefText>& texts() const { return texts_; }

  // Numbers of the texts, ascending, in which `words` stand in a row; the last one may go on: a
  // Korean word into particles or an ending, any other into 's.
  std::vector<std::uint32_t> with_phrase(const std::vector<RefWord>& words) const;

  // Places of the word as a phrase of one word is found.
  std::vector<RefPlace> places_as_typed(const RefWord& word) const;
  // Places of all its inflections: of one Snowball stem; Korean, of one word without particles.
  std::vector<RefPlace> places_inflected(const RefWord& word) const;

 private:
  std::vector<RefPlace> places_of(const std::vector<std::string>& words) const;

  std::vector<RefText> texts_;
  std::map<std::string, std::vector<RefPlace>> places_;  // ascending
  std::map<std::string, std::vector<std::string>> by_stem_;
};

// Numbers of the texts, ascending, in which a place of `a` and another of `b` are at most
// `distance` words apart; ordered: a before b.
std::vector<std::uint32_t> texts_near(const std::vector<RefPlace>& a,
                                      const std::vector<RefPlace>& b, std::uint32_t distance,
                                      bool ordered);

}  // namespace ibid::testing
