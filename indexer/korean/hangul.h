// SPDX-License-Identifier: GPL-2.0-or-later
//
// Korean words (eojeol) by rule: which tail is a particle (josa), which a verb ending on a noun.
// Works on precomposed syllables (U+AC00..U+D7A3). No dictionary: the rules check the sound before
// the particle (받침, the final consonant), which distinguishes 평가 (a noun) from 국가+가.
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid {

// How many syllables of `word` are left without its particles and plural mark. At least 1 for a
// non-empty word, and at least 2 unless the rest is the whole word or a whole noun ("미국에서는" ->
// 2, "나는" -> 1).
std::size_t without_particles(std::u32string_view word);

// How many syllables are left of a word that may be a name in 만 with one particle, such as
// 김재만은, of which without_particles() leaves 김재; 0 for other words.
std::size_t name_before_particle(std::u32string_view word);

// True for a noun of three syllables that only looks like one of two with a particle: 경기도,
// 전문가.
bool ends_like_particle(std::u32string_view word);

// How many syllables the noun has that `word` turns into a verb: 강화했다 -> 2, 체결하기로 -> 2; 0
// if the word is not a noun with 하다, 되다, 시키다, 받다 or 당하다 in one of their forms.
std::size_t noun_of_verb(std::u32string_view word);

// True if, after its first `size` syllables, `word` continues with particles, with or without a
// plural mark, or with the ending that makes a verb of a noun: 협정을, 지도자들은, 체결했다; not
// 협정문.
bool goes_on_by_ending(std::u32string_view word, std::size_t size);

// True if `text` consists of syllables that endings of verbs have: 다, 습니다, 으면서.
bool is_verb_ending(std::u32string_view text);

// True if all of `word` is particles: what may follow a number or a Latin word ("S-400을").
bool is_particle(std::u32string_view word);

}  // namespace ibid
