// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query's word is worth to the ranking, and each of its forms. The weights themselves and
// their reasons are in ranking.h.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/token.h"
#include "indexer/quantities/quantity.h"

namespace ibid {

// "exact", "stem" …: see TermMatch::form. `hangul`: of the word.
const char* form_name(FormKind kind, bool hangul);

// Of a form of `word`; the bigrams of a word share theirs.
double form_weight(const Analysis& analysis, const Word& word, const Form& form);

// US and IT are content where us and it are none; their surface forms cannot tell the two apart.
bool is_ambiguous(const Analysis& analysis, const Word& word, const Form& form);

// The text that words stand in, as far as it says what they are worth.
struct TextOfWords {
  std::vector<Quantity> figures;
  // Where "— Name (@handle) January 2, 2024" begins, which ends the text of an embedded post; npos
  // where there is none.
  std::size_t signature = std::string_view::npos;
};
std::size_t find_signature(std::string_view text);

// Times all of the word's forms.
double word_worth(const Analysis& analysis, const Word& word, const TextOfWords& text);

}  // namespace ibid
