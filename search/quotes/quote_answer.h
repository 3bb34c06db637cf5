// SPDX-License-Identifier: GPL-2.0-or-later
//
// What can be said of a quotation: where it stands, to the byte or in which other form, how it was
// changed, or that nothing like it was found and what was looked at. Plain values, no Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "search/passages/coverage.h"
#include "search/passages/stored_passage.h"
#include "search/passages/word_diff.h"

namespace ibid {

enum class QuoteStatus : std::uint8_t {
  kExact,       // its bytes stand in a passage, and cut no word there
  kNormalised,  // it stands there but for what `differences` names
  kAltered,     // the nearest passage differs from it in words or punctuation
  kAbsent,      // no passage comes near
};
const char* to_string(QuoteStatus status);  // "exact", "normalised", "altered", "absent"

// In what a normalised quotation may differ; see docs/quotes.md.
enum class FormDifference : std::uint8_t {
  kQuotes,
  kDashes,
  kSpaces,
  kCase,
  kUnicode,         // the same character written otherwise: NFC and NFD, full width, invisible ones
  kDiacritics,      // é and e
  kEllipsis,        // … stands for words left out, or is written otherwise
  kEndPunctuation,  // a full stop, comma or semicolon that only the quotation has at its end
  kCitationMark,    // the report has "(source: …)" where the quotation has nothing
  kPassageBreak,    // it runs over the end of a passage into the next
};
const char* to_string(FormDifference difference);  // "quotes", …, "end punctuation", …

// Part of one passage.
struct QuotedSpan {
  StoredPassage passage;
  ByteRange text;   // of passage.text
  ByteRange bytes;  // in the file
};

// Where a quotation stands: in one passage, or at the end of one and the beginning of the next.
struct QuoteMatch {
  std::vector<QuotedSpan> parts;      // one or two
  std::vector<std::string> left_out;  // what an ellipsis stands for, as the report has it
  bool stale = false;                 // the file is gone or no longer what was indexed
};

// In order of how much they matter, which is the order they are told in.
enum class ChangeKind : std::uint8_t {
  kNegation,
  kNumber,
  kName,
  kHedge,
  kWording,
  kInflection,  // another form of the same word: an ending, a Korean particle
  kPunctuation,
};
const char* to_string(ChangeKind kind);  // "negation", "number", …

// One change, from the report to the quotation.
struct QuoteChange {
  ChangeKind kind = ChangeKind::kWording;
  std::string said;    // by the report; empty: the quotation added something
  std::string quoted;  // empty: the quotation dropped something
  bool operator==(const QuoteChange&) const = default;
};

struct QuoteAlteration {
  QuoteMatch place;
  double similarity = 0;             // of words, 0..1; see quote_alteration.h
  std::string said;                  // the place's words, without citation marks
  std::vector<DiffSpan> diff;        // from `said` to the quotation
  std::vector<QuoteChange> changes;  // by kind, then as they stand
};

// What an answer rests on.
struct QuoteCertificate : AnswerCoverage {
  std::string report;              // the one asked about; empty: all
  std::vector<std::string> forms;  // looked for, in words for people
  std::optional<double> nearest;   // similarity of the nearest passage, where below the floor
  bool bounded = false;  // not every pair of neighbouring passages was looked at: the quotation's
                         // halves are too common
};

// Places listed of one quotation.
inline constexpr std::size_t kMostQuoteMatches = 20;
// No quotation is longer; a passage may be as long.
inline constexpr std::size_t kMostQuoteBytes = 64 * 1024;

// What is looked for: without white space at its ends, and without one pair of quotation marks
// around all of it. A view of `text`.
std::string_view bare_quotation(std::string_view text);

struct QuoteAnswer {
  std::string quotation;  // as looked for: bare_quotation()
  QuoteStatus status = QuoteStatus::kAbsent;
  std::vector<FormDifference> differences;  // kNormalised: of the first place; ascending
  std::vector<QuoteMatch> places;  // kExact, kNormalised: earliest report first, those without
                                   // date last; kMostQuoteMatches at most
  std::uint64_t place_count = 0;   // all of them
  bool places_exact = true;        // false: there may be more
  std::optional<QuoteAlteration> alteration;  // kAltered
  QuoteCertificate certificate;
};

}  // namespace ibid
