// SPDX-License-Identifier: GPL-2.0-or-later
//
// Korean verbs and adjectives in their inflected forms: 밝혔다, 밝힌 and 밝히는 are 밝히다. Endings
// melt into the stem, so the forms of a verb often share no syllable but the first; what they have
// in common is the form in -아/어 (밝혀), which this works out. By rule for past tenses and endings
// that only verbs have, by a list of stems (indexer/word_lists/verb_stems.txt) for the rest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ibid {

struct VerbForm {
  std::u32string infinitive;  // the form in -아/어: 밝혀, 보내, 도와
  std::size_t stem = 0;       // so many syllables of the word hold the stem: 2 of 밝혔다
  bool certain = false;       // else the word may be something else: 캐나다 ends as a verb does
};

// The verb that `word` is a form of. Nothing for nouns, for verbs made of a noun of two syllables
// or more (noun_of_verb() knows them), and for the auxiliaries 있다, 하다, 되다, 않다, 이다,
// 아니다. The infinitive is made from the word alone, so a few verbs are taken for others that
// share a form with them: 걷다 (collect) for 걷다 (walk).
std::optional<VerbForm> verb_form(std::u32string_view word);

// The form in -아/어 of a stem: 밝히 -> 밝혀, 돕 -> 도와, 모르 -> 몰라. `stem` is not empty.
std::u32string infinitive_of(std::u32string_view stem);

}  // namespace ibid
