// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every weight of the ranking, with its reason. docs/ranking.md has the figures.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ibid {

// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). Passages are short
// and of like length, so repeats saturate early (k1) and length says little (b).
inline constexpr double kBm25K1 = 0.9;
inline constexpr double kBm25B = 0.5;
inline constexpr double kBm25K3 = 1.0;         // repeats in the query: pasted claims repeat words
inline constexpr double kBm25MinLength = 0.3;  // shortest length BM25 tells apart, of the mean

// What a form of a query word adds, against a stem's 1.
struct RankingWeights {
  double stem = 1.0;
  double surface = 0.2;  // "exactly as typed" breaks ties between words of one stem
  double lemma = 1.0;    // 강화 of 강화했다: the noun is there, only its use differs
  double part = 1.0;     // of a hashtag, handle or CamelCase word
  double bigrams = 1.0;  // all of a Korean word together: they overlap, so more of them say no more
  double gram = 0.13;    // each; misspellings and compounds share letters, but so do strangers
  double designator = 1.0;
  double designator_part = 0.2;  // times the form's weight: S and 400 of S-400 say little alone
  double pair = 0.2;  // two words side by side as in the query, unless both are Latin: there the
                      // words say it all (ct20 lost by it), in Korean the particles join in
  // The same quantity however written: rarely chance, and often no word is shared.
  double figure = 1.5;
  double figure_bare = 0.4;  // the unit left out on one side: likely the same, not surely
  double heading = 0.3;      // the heading says what its passages are about
  double alias = 0.8;  // a name in the other language: the same thing, but not the words typed
  double title = 0.1;  // all passages of a report share it: it tells reports apart, not passages
};
inline constexpr RankingWeights kRanking{};

// What a word is worth, times all of its forms.
inline constexpr double kCommonWord = 0.4;  // of daily talk: rare in reports, so BM25 overrates it
inline constexpr double kNumber = 0.8;      // days and years stand in texts on any subject; not
                                            // where a Korean counter is written on: 1989년, 40일
inline constexpr double kFigureWord = 0.4;  // billion, dollars, 억 of a figure: any figure has them
inline constexpr double kSignature = 0.8;   // "— Name (@handle) date" under a pasted post

// Score of a passage with all words of a query of two to five: what a word in one of twenty
// passages is worth. Who types a few words means all of them.
inline constexpr double kAllWords = 3.0;

// Runs of four letters are not looked at when more passages have them than one in kFrequentShare,
// nor pairs when both words are so frequent: they say nothing, and reading postings takes time. Up
// to kFewPostings it takes none to speak of.
inline constexpr std::uint32_t kFrequentShare = 50;
inline constexpr std::uint32_t kFewPostings = 2000;

// `ibid similar`: how many of a passage's words are looked for, the most telling ones.
inline constexpr std::size_t kSimilarTerms = 25;
// Dates, counts and their units fall together by chance; a weapon or a law that both name is no
// chance.
inline constexpr double kSimilarNumber = 0.3;
inline constexpr double kSimilarDesignator = 2.0;
// What passages must have in common to be listed: this share of what the passage scores itself, and
// this many words. docs/ranking.md has the figures.
inline constexpr double kSimilarFloor = 0.2;
inline constexpr std::size_t kSimilarWords = 2;
// From this share of common runs of three words on, a passage is nearly the same text.
inline constexpr double kNearDuplicate = 0.8;

// How many terms a wildcard, or a word beside NEAR, may stand for. The most frequent are kept, and
// the user is told.
inline constexpr std::size_t kMaxExpansion = 200;
// How many terms of the vocabulary are looked at to find them.
inline constexpr std::size_t kMaxExpansionScan = 200'000;

}  // namespace ibid
