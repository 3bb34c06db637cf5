// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a passage has the parts of a claim: words by the forms that the index knows them by, names
// as sequences of words or by their aliases, figures and days however written. Pure, except for a
// table of name endings that search internals own.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/claims/parts/claim_units.h"

namespace ibid {

// A text beside a claim, analysed as it was indexed.
struct PassageWords {
  std::string_view text;  // lender: the caller
  Analysis analysis;
  std::vector<Quantity> quantities;
  std::vector<NamedDay> days;
  std::vector<DeniedWord> denied;
};
void read_passage(std::string_view text, const std::vector<ByteRange>& markup, Analyzer& analyzer,
                  PassageWords& out);

struct Occurrence {
  ByteRange text;         // of the passage
  std::string_view form;  // HeldUnit::form; lender: the program
  bool whole = true;
};

// Whole before part, then by form, then by position.
bool is_better(const Occurrence& a, const Occurrence& b);

// Of one unit of the claim, in no order; those in part only if there is no whole one.
std::vector<Occurrence> occurrences(const ClaimText& claim, std::size_t unit,
                                    const PassageWords& passage);

// A claim beside a passage: what all comparisons are made of.
struct Compared {
  const ClaimText& claim;
  PassageWords passage;
  PassageWords titles;                         // of its report and sections
  std::vector<std::vector<Occurrence>> found;  // of each unit, in the passage
  std::vector<bool> in_titles;                 // each unit
  std::vector<ByteRange> sentences;            // of the passage
  ByteRange nearest;                           // the sentence that holds most of the claim
};

// Whether a unit is wholly in a stretch of the passage.
bool is_in(const Compared& compared, std::size_t unit, ByteRange range);
// At least half of the claim's names and words, and two of them, are in the nearest sentence: what
// it says differently is said of the same thing.
bool shares_enough(const Compared& compared);
// The sentence of the passage at a byte of it.
ByteRange sentence_at(const Compared& compared, std::uint64_t at);
// `said`: of the passage.
ClaimDifference difference_at(DifferenceKind kind, std::string_view claimed,
                              const PassageWords& passage, ByteRange said);

}  // namespace ibid
