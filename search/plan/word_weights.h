// SPDX-License-Identifier: GPL-2.0-or-later
//
// The weights of a query's words and of each of their forms in the ranking. The numbers and their
// reasons are in ranking.h.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/token.h"
#include "indexer/quantities/quantity.h"

namespace ibid {

// "exact", "stem" …: see TermMatch::form. `hangul`: as in Word.
const char* form_name(FormKind kind, bool hangul);

// The first form of this kind; null if the word has none. Lender: `analysis`.
const Form* find_form(const Analysis& analysis, const Word& word, FormKind kind);

// The weight of a form of `word`; the bigrams of a word share one weight.
double form_weight(const Analysis& analysis, const Word& word, const Form& form);

// True for US and IT, which are content words while us and it are not: their surface forms do not
// distinguish the two.
bool is_ambiguous(const Analysis& analysis, const Word& word, const Form& form);

// What the text around words says about their weight.
struct TextOfWords {
  std::vector<Quantity> quantities;
  // Where "— Name (@handle) January 2, 2024" begins, which ends the text of an embedded post; npos
  // if there is none.
  std::size_t signature = std::string_view::npos;
};
std::size_t find_signature(std::string_view text);

// A factor for all forms of the word.
double word_worth(const Analysis& analysis, const Word& word, const TextOfWords& text);

}  // namespace ibid
