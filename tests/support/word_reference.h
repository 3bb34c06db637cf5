// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of texts, and where phrases and neighbours occur, computed without the analyzer and
// without an index: one regular expression over ICU's normal forms, and maps of words to their
// occurrences. It shares with the product only the syntax of citation marks
// (corpus/report/source_id.h) and the list of particles (indexer/korean/hangul.h).
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

// Where a word occurs.
struct RefOccurrence {
  std::uint32_t text = 0, position = 0;
};

class WordReference {
 public:
  void add(RefText text);
  const std::vector<RefText>& texts() const { return texts_; }

  // Numbers of the texts, ascending, in which `words` occur in a row; the last one may continue: a
  // Korean word with particles or an ending, any other with 's. Korean words side by side may be
  // spaced otherwise: then words of one syllable count only as typed, or in rows of up to four.
  std::vector<std::uint32_t> with_phrase(const std::vector<RefWord>& words) const;

  // Occurrences of the word as a phrase of one word.
  std::vector<RefOccurrence> occurrences_as_typed(const RefWord& word) const;
  // Occurrences of all its inflections: words of the same Snowball stem; for Korean, words that are
  // the same without particles.
  std::vector<RefOccurrence> occurrences_inflected(const RefWord& word) const;

 private:
  std::vector<RefOccurrence> occurrences_of(const std::vector<std::string>& words) const;
  bool holds_at(const std::vector<RefWord>& words, const RefOccurrence& at) const;

  std::vector<RefText> texts_;
  std::map<std::string, std::vector<RefOccurrence>> occurrences_;  // ascending
  std::map<std::string, std::vector<std::string>> by_stem_;
};

// Numbers of the texts, ascending, in which an occurrence of `a` and another of `b` are at most
// `distance` words apart; ordered: a before b.
std::vector<std::uint32_t> texts_near(const std::vector<RefOccurrence>& a,
                                      const std::vector<RefOccurrence>& b, std::uint32_t distance,
                                      bool ordered);

}  // namespace ibid::testing
