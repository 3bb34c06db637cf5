// SPDX-License-Identifier: GPL-2.0-or-later
//
// The forms by which a word is found besides the one it is written in: stems, lemmas, parts of
// names in CamelCase, bigrams and grams; and how much the word says. Library-internal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/analysis/english.h"
#include "indexer/analysis/form_writer.h"
#include "indexer/analysis/normalize.h"

namespace ibid {

// Thread: one object, one thread.
class WordForms {
 public:
  // kShouts: the text is all in capitals, so they say nothing.
  enum class Text : std::uint8_t { kPlain, kShouts };

  // `chars` are those of `writer`; both outlive this.
  WordForms(const std::vector<FoldedChar>& chars, FormWriter& writer)
      : chars_(chars), writer_(writer) {}

  // Adds to the last word of `writer`, which has only its surface form and is written at `span`.
  void add(const WordSpan& span, Text text);

 private:
  void add_english(const WordSpan& span, Text text);
  void add_korean(const WordSpan& span);

  const std::vector<FoldedChar>& chars_;
  FormWriter& writer_;
  EnglishStemmer stemmer_;
  std::u32string syllables_;
};

}  // namespace ibid
