// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of the index that are spelt nearly like a word that it does not have.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/token.h"
#include "search/index/index_view.h"

namespace ibid {

// Whether the index has a word: in a form that represents the whole of it (kYes), or, of a Korean
// word, all its pairs of syllables (kParts): then it may be a compound.
enum class Known : std::uint8_t { kNo, kParts, kYes };
Known known_in(const IndexView& index, const Analysis& analysis, const Word& word);

struct SimilarSpelling {
  std::string text;       // a surface form; of a Korean word, a stem
  std::size_t edits = 0;  // letters put in, left out, replaced, or exchanged with the next one
  Xapian::doccount frequency = 0;
};

// Those with the fewest edits: one, or two of a word of eight letters or more; of Korean words by
// the letters of their syllables. At most kMostSpellings, the most frequent first; those in which
// ㅐ stands for ㅔ and the like, if there are any, alone. Two edits are only found behind the
// second letter or the first syllable. `word` is a surface form, or a Korean stem; of fewer than
// four letters nothing is similar. Reads some hundred terms and the words that begin alike, which
// are kept (spelling_lists.h), not the vocabulary. May throw
// Xapian::Error.
std::vector<SimilarSpelling> similar_spellings(const IndexView& index, std::string_view word);

}  // namespace ibid
