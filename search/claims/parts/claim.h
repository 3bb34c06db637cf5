// SPDX-License-Identifier: GPL-2.0-or-later
//
// A claim compared with the reports: which of its words, names and figures passages hold. Overlap,
// nothing more: no value here says whether a claim is true. Plain values, no Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/text/byte_range.h"
#include "search/passages/coverage.h"
#include "search/passages/hit.h"

namespace ibid {

enum class ClaimUnitKind : std::uint8_t {
  kWord,
  kName,    // capitals, a designator (S-400), or a word with an alias
  kFigure,  // see indexer/quantities/quantity.h
  kDate,    // a day or a month, with or without its year
};
const char* to_string(ClaimUnitKind kind);  // "word", "name", "figure", "date"

struct ClaimUnit {
  ClaimUnitKind kind = ClaimUnitKind::kWord;
  std::string text;  // as typed
  ByteRange range;   // of the claim
  // Whether it counts in shares: common words and negations are reported, not counted.
  bool counts = true;
  bool denied = false;  // "sign" of "did not sign", 서명하지 않았다
};

// A unit of the claim that a passage holds.
struct HeldUnit {
  std::size_t unit = 0;  // of ClaimAnswer::units
  bool whole = true;     // false: some words of a name, or a word inside a longer Korean one
  // How: "exact", "stem", "particle-stripped", "verb-noun", "verb", "part", "designator", "bigram",
  // "alias"; for a figure "exact", "equal" (written in another way), "rounded" (one of the two is
  // the other, rounded) or "without unit" (one of the two has none); for a date "exact" or "equal".
  std::string form;
  std::string said;  // as the passage writes it
  ByteRange text;    // of the passage's text; in the nearest sentence if that holds it
};

enum class DifferenceKind : std::uint8_t {
  kFigure,    // another figure of the same thing
  kDate,      // another day of it
  kNegation,  // one denies what the other says
  kReversal,  // the other way round: rose and fell, exported and imported, who did it to whom
};
const char* to_string(DifferenceKind kind);  // "figure", "date", "negation", "reversal"

// What the passage says differently of what the claim is about. Nothing is said of figures whose
// subject, unit or year is another, or unclear.
struct ClaimDifference {
  DifferenceKind kind = DifferenceKind::kFigure;
  std::string claimed;           // as the claim writes it
  std::string said;              // as the passage writes it
  ByteRange text;                // of the passage's text: `said`
  bool denied_by_claim = false;  // of kNegation: it is the claim that denies
};

// A passage that says nearly the same, with the same figures.
struct NearCopy {
  std::string permalink, report_title, report_date;
};

struct ClaimEvidence {
  std::uint64_t rank = 0;  // 1-based, among the passages shown
  double score = 0;        // as a search scores it
  StoredPassage passage;
  bool stale = false;
  // The held share of the claim's units that count; a unit held in part counts half. 0..1.
  double share = 0;
  // How much it is about what the claim is about: as `share`, but names count kNameWeight times,
  // and a figure that differs counts as held. 0..1.
  double about = 0;
  // How many of the names that the claim is about it has, in its text or in the titles above it.
  // 0..1; 1 if the claim has none that can be recognised.
  double named = 1;
  std::vector<HeldUnit> held;       // in the order of the claim
  std::vector<std::size_t> lacked;  // of ClaimAnswer::units; without those held in part
  // The sentence with most of the claim's units, the first of equals.
  std::uint32_t sentence = 1;                // 1-based
  ByteRange sentence_text, sentence_bytes;   // of the passage's text; of the file
  std::vector<ClaimDifference> differences;  // in the order of the kinds, then of the claim
  std::vector<NearCopy> alike;               // not shown by themselves
};

struct ClaimCertificate : AnswerCoverage {
  std::vector<std::string> forms;  // tried, in words for people
  double nearest = 0;              // the largest share that a passage reached
};

struct ClaimAnswer {
  std::string claim;  // as searched for: without white space at its ends
  IndexState index;
  std::vector<std::string> notices;  // see SearchResult::ignored
  std::vector<ClaimUnit> units;      // in the order of the claim, each only once
  std::vector<ClaimEvidence> passages;
  std::optional<ClaimCertificate> certificate;  // if no passage is shown
};

inline constexpr double kNameWeight = 2;

// A passage is shown if it holds this share of the claim and at least two of its units (one if the
// claim has only one). A smaller share with more units is enough too. See docs/claims.md.
inline constexpr double kClaimFloor = 0.2;
inline constexpr std::size_t kClaimUnits = 2;
inline constexpr double kLongClaimFloor = 0.1;
inline constexpr std::size_t kLongClaimUnits = 3;
// A longer claim is refused.
inline constexpr std::size_t kMostClaimBytes = std::size_t{64} * 1024;

}  // namespace ibid
