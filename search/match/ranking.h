// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every weight of the ranking, with its reason. docs/ranking.md has the measurements.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ibid {

// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). Passages are short
// and of similar length, so repeats saturate early (k1) and length matters little (b).
inline constexpr double kBm25K1 = 0.9;
inline constexpr double kBm25B = 0.5;
inline constexpr double kBm25K3 = 1.0;         // repeats in the query: pasted claims repeat words
inline constexpr double kBm25MinLength = 0.3;  // shorter lengths count as this share of the mean

// What a form of a query word adds, relative to 1 for a stem.
struct RankingWeights {
  double stem = 1.0;
  double surface = 0.2;  // "exactly as typed" breaks ties between words of one stem
  double lemma = 1.0;    // 강화 of 강화했다: the same noun, only used differently
  double verb = 0.5;     // in any form: what is done is less telling than who and what
  double part = 1.0;     // of a hashtag, handle or CamelCase word
  double bigrams = 1.0;  // of a Korean word, together: they overlap, so more of them mean no more
  double gram = 0.13;    // each; misspellings and compounds share letters, but so do other words
  double designator = 1.0;
  double designator_part = 0.2;  // times the form's weight: S and 400 of S-400 mean little alone
  double pair = 0.2;  // two adjacent words as in the query, unless both are Latin: there the words
                      // suffice (ct20 got worse with pairs); in Korean the particles count as well
  // The same quantity, however it is written: rarely chance, and often no word is shared.
  double quantity = 1.5;
  double quantity_bare = 0.4;  // one side has no unit: probably the same, not certainly
  double heading = 0.3;        // the heading says what its passages are about
  double alias = 0.8;      // a name in the other language: the same thing, but not the words typed
  double homograph = 0.5;  // times the alias: 인도 is India, and to hand over
  // Another name in the language typed, if that is found, too: it brings passages in, but DPRK is
  // no better a match than the North Korea that was typed. Above this, English claims rank worse.
  double same_language = 0.01;
  double variant = 0.4;   // another spelling, if the one typed is found, too
  double spelling = 0.6;  // another word that is spelt alike, for one that the index does not have
  double title = 0.1;     // all passages of a report share it: it separates reports, not passages
};
inline constexpr RankingWeights kRanking{};

// Factors for certain words; they apply to all forms of a word.
inline constexpr double kCommonWord = 0.4;    // everyday words, rare in reports: overrated by BM25
inline constexpr double kNumber = 0.8;        // days and years occur in texts on any subject; not
                                              // with a Korean counter attached: 1989년, 40일
inline constexpr double kQuantityWord = 0.4;  // billion, dollars, 억: occur with any quantity
inline constexpr double kSignature = 0.8;     // "— Name (@handle) date" under a pasted post

// Added to the score of a passage with all words of a query of two to five: as much as a word in
// one of twenty passages adds. A user who types a few words means all of them.
inline constexpr double kAllWords = 3.0;

// Added to the score of the best kNearHits passages of a query with Korean words, by how close
// together they stand (near_words.h): the first ones are put in a new order. In English it harms.
inline constexpr double kNearWeight = 4;
inline constexpr double kNearHalf = 8;  // words: at this distance a word is worth half
inline constexpr std::size_t kNearHits = 10;
// Bounds of the time that it takes: words of a passage, and of a query, the rarest ones.
inline constexpr std::size_t kMostNearWords = 4096;
inline constexpr std::size_t kMostNearQueryWords = 32;

// Runs of four letters are skipped if too many passages have them (schema::lists_letters()), and so
// are pairs if both words are that frequent: they say nothing, and reading postings takes time. Up to
// so many it takes hardly any.
inline constexpr std::uint32_t kFewPostings = 2000;

// `ibid similar`: how many of a passage's words are searched for; the most distinctive ones.
inline constexpr std::size_t kSimilarTerms = 25;
// Two passages share dates, counts and units by chance, but not the name of a weapon or a law.
inline constexpr double kSimilarNumber = 0.3;
inline constexpr double kSimilarDesignator = 2.0;
// What a passage must have in common to be listed: this share of the score of the given passage
// itself, and this many words. docs/ranking.md has the measurements.
inline constexpr double kSimilarFloor = 0.2;
inline constexpr std::size_t kSimilarWords = 2;
// With at least this share of common runs of three words, a passage is nearly the same text.
inline constexpr double kNearDuplicate = 0.8;

// With how many other spacings a row of Korean words is looked for in a phrase.
inline constexpr std::size_t kMostSpacings = 32;

// How many words of the index are looked for in place of one that it does not have.
inline constexpr std::size_t kMostSpellings = 4;

// How many terms a wildcard, or a word beside NEAR, may expand to. The most frequent are kept, and
// a notice says so.
inline constexpr std::size_t kMaxExpansion = 200;
// How many terms of the vocabulary are examined to find them.
inline constexpr std::size_t kMaxExpansionScan = 200'000;

}  // namespace ibid
