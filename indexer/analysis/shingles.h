// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts that repeat each other: groups of three consecutive words (shingles), and the terms by
// which passages with the same groups meet in the index.
//
// Sources: Broder, On the resemblance and containment of documents, 1997 (MinHash of shingles);
// FNV-1a, 64 bits (Fowler, Noll, Vo) with the finaliser of MurmurHash3 for the hashes, since the
// bytes on disk must not depend on a library's choice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "indexer/analysis/token.h"

namespace ibid {

// The value of Word::hash.
std::uint64_t hash_word(std::string_view surface);

// Hashes of each three consecutive words of `analysis`, as folded; ascending, distinct. Only words
// in `within` (bytes of the analysed text) count.
std::vector<std::uint64_t> word_triples(const Analysis& analysis, ByteRange within);
std::vector<std::uint64_t> word_triples(const Analysis& analysis);

// Resemblance: triples in both over triples in either, 0 to 1; 0 if one has none.
double resemblance(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// The texts of schema::kResembles terms. Two passages of resemblance r share at least one with
// probability 1 - (1 - r^3)^4: 0.94 for 0.8, 0.99 for 0.9, 0.03 for 0.2. None for an empty list.
std::vector<std::string> resemblance_terms(const std::vector<std::uint64_t>& triples);
// The same of word_triples(analysis).
std::vector<std::string> resemblance_terms(const Analysis& analysis);

// The text of the schema::kSentence term of the words in `within`. It is the same for sentences
// with the same words, however they are punctuated. Empty for fewer than five words.
std::string sentence_term(const Analysis& analysis, ByteRange within);

}  // namespace ibid
