// SPDX-License-Identifier: GPL-2.0-or-later
//
// How near a passage comes to a quotation, and what the quotation changed. Pure; no Xapian.
//
// Nearness: the quotation's words are laid beside the passage's in order (Smith and Waterman, 1981,
// for words). A word counts 1, a word of daily talk 0.6, a function word 0.3; another form of the
// same word counts 0.7 of that. Similarity is Dice's: twice the common worth, of the worth of both.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/quotes/forms/quote_answer.h"

namespace ibid {

struct NearestStretch {
  double similarity = 0;
  std::size_t common = 0;    // words in common that are no function words
  std::size_t in_order = 0;  // all words in common
  ByteRange text;
};

// A text made ready to be compared with many.
class WordsOfText {
 public:
  WordsOfText(std::string_view text, Analyzer& analyzer);

  struct Item {
    // A form, and its hash: most that are compared differ.
    struct Form {
      std::string text;
      std::size_t hash = 0;
      bool operator==(const Form& other) const { return hash == other.hash && text == other.text; }
    };
    Form surface, stem, lemma;
    double worth = 1;
    bool content = true;
    ByteRange text;
  };
  const std::vector<Item>& items() const { return items_; }

 private:
  std::vector<Item> items_;
};

// The stretch of `passage` that is nearest to `quotation`; empty where they have no word in common.
// Time: words × words.
NearestStretch nearest_stretch(const WordsOfText& passage, const WordsOfText& quotation);

// Below this similarity a passage says something else, and so it does with fewer than two words
// that are no function words in common where the quotation has as many; but not if of four words or
// more all but one are there.
inline constexpr double kQuoteFloor = 0.5;
bool is_near(const NearestStretch& stretch, const WordsOfText& quotation);

// What a quotation made of a stretch of `text`: an alteration without place and similarity.
struct AlteredStretch {
  ByteRange text;  // the stretch, with the words beside it where they matter
  QuoteAlteration alteration;
};
AlteredStretch altered_stretch(std::string_view text, ByteRange stretch, std::string_view quotation,
                               Analyzer& analyzer);

}  // namespace ibid
