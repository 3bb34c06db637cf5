// SPDX-License-Identifier: GPL-2.0-or-later
//
// What can be said of a claim beside the reports: which of its words, names and figures passages
// hold. Overlap, nothing more: no value here says whether a claim is so. Plain values, no Xapian.
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
  kName,    // capitals, a designator (S-400), or known by another name
  kFigure,  // see indexer/quantities/quantity.h
};
const char* to_string(ClaimUnitKind kind);  // "word", "name", "figure"

struct ClaimUnit {
  ClaimUnitKind kind = ClaimUnitKind::kWord;
  std::string text;  // as typed
  ByteRange range;   // of the claim
  // Whether it counts in shares: words of daily talk and negations are told, not counted.
  bool counts = true;
};

// A part of the claim that a passage holds.
struct HeldUnit {
  std::size_t part = 0;  // of ClaimAnswer::parts
  bool whole = true;     // false: some words of a name, or a word inside a longer Korean one
  // How: "exact", "stem", "particle-stripped", "verb-noun", "part", "designator", "bigram",
  // "alias"; of a figure "exact", "equal" (written otherwise) or "without unit" (one of the two has
  // none).
  std::string form;
  std::string said;  // as the passage writes it
  ByteRange text;    // of the passage's text; in the nearest sentence, where that holds it
};

// A figure of the nearest sentence with the kind and unit of one of the claim that the passage does
// not hold, and another value.
struct OtherQuantity {
  std::size_t part = 0;  // of ClaimAnswer::parts
  std::string said;
  ByteRange text;  // of the passage's text
};

struct ClaimEvidence {
  std::uint64_t rank = 0;  // 1-based, among the passages shown
  double score = 0;        // as a search scores it
  StoredPassage passage;
  bool stale = false;
  // Of the claim's parts that count, those held; a part held in part counts half. 0..1.
  double share = 0;
  std::vector<HeldUnit> held;       // in the order of the claim
  std::vector<std::size_t> lacked;  // of ClaimAnswer::parts; those held in part are not among them
  // The sentence with most of the claim's parts, the first of equals.
  std::uint32_t sentence = 1;               // 1-based
  ByteRange sentence_text, sentence_bytes;  // of the passage's text; of the file
  std::vector<OtherQuantity> other_figures;
  std::vector<std::string> negations;  // of that sentence, that the claim does not have
};

struct ClaimCertificate : AnswerCoverage {
  std::vector<std::string> forms;  // tried, in words for people
  double nearest = 0;              // the largest share that a passage reached
};

struct ClaimAnswer {
  std::string claim;  // as looked for: without white space at its ends
  IndexState index;
  std::vector<std::string> notices;  // see SearchResult::ignored
  std::vector<ClaimUnit> parts;      // in the order of the claim; each different one once
  std::vector<ClaimEvidence> passages;
  std::optional<ClaimCertificate> certificate;  // where no passage is shown
};

// A passage is shown if it holds this share of the claim, and two of its parts where it has two; of
// a long claim, a smaller share and more parts will do. docs/claims.md has the figures.
inline constexpr double kClaimFloor = 0.2;
inline constexpr std::size_t kClaimParts = 2;
inline constexpr double kLongClaimFloor = 0.1;
inline constexpr std::size_t kLongClaimParts = 3;
// No claim is longer.
inline constexpr std::size_t kMostClaimBytes = std::size_t{64} * 1024;

}  // namespace ibid
