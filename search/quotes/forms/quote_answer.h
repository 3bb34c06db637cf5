// SPDX-License-Identifier: GPL-2.0-or-later
//
// The answer for a quotation: where it occurs, to the byte or in which other form, how it was
// changed, or that nothing like it was found and what was searched. Plain values, no Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/text/byte_range.h"
#include "search/passages/coverage.h"
#include "search/passages/stored_passage.h"
#include "search/passages/word_diff.h"

namespace ibid {

enum class QuoteStatus : std::uint8_t {
  kExact,       // its bytes are in a passage and cut no word there
  kNormalised,  // it is there except for `differences`
  kAltered,     // the nearest passage differs from it in words or punctuation
  kAbsent,      // no passage comes near
};
const char* to_string(QuoteStatus status);  // "exact", "normalised", "altered", "absent"

// How a normalised quotation may differ; see docs/quotes.md.
enum class FormDifference : std::uint8_t {
  kQuotes,
  kDashes,
  kSpaces,
  kCase,
  kUnicode,         // the same character in another form: NFC and NFD, full width, invisible ones
  kDiacritics,      // é and e
  kEllipsis,        // … stands for omitted words, or is written in another way
  kEndPunctuation,  // a full stop, comma or semicolon only at the end of the quotation
  kCitationMark,    // the report has "(source: …)" or a note mark where the quotation has nothing
  kPassageBreak,    // it continues from one passage into the next
  kMarkup,          // the report has signs of Markdown there, which a reader does not see, or the
                    // quotation a bracketed letter, "[T]he"
};
const char* to_string(FormDifference difference);  // "quotes", …, "end punctuation", …

// A span of one passage.
struct QuotedSpan {
  StoredPassage passage;
  ByteRange text;   // of passage.text
  ByteRange bytes;  // in the file
};

// Where a quotation occurs: in one passage, or at the end of one and the beginning of the next.
struct QuoteMatch {
  std::vector<QuotedSpan> spans;      // one or two
  std::vector<std::string> left_out;  // what an ellipsis stands for, as in the report
  bool stale = false;                 // the file is gone or no longer what was indexed
};

// In order of gravity, which is also the order in which they are reported.
enum class ChangeKind : std::uint8_t {
  kNegation,
  kNumber,
  kName,
  kRestriction,
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
  QuoteMatch match;
  double similarity = 0;             // of words, 0..1; see quote_alteration.h
  std::string said;                  // the report's words there, without citation marks
  std::vector<DiffSpan> diff;        // from `said` to the quotation
  std::vector<QuoteChange> changes;  // by kind, then in order
};

// At most so many are listed.
inline constexpr std::size_t kMostLeftOut = 5;

// A quotation that no passage has, in what a file holds and its passages do not.
struct LeftOutQuote {
  ReportInfo report;
  LeftOutText::Reason reason = LeftOutText::Reason::kHidden;
  std::uint32_t part = 0;  // index into ReportExtraction::parts
  std::string text;        // all that was left out there
};
// "deleted text", "a running head or foot", "text around the article", …
const char* left_out_words(LeftOutText::Reason reason);

// What an answer rests on.
struct QuoteCertificate : AnswerCoverage {
  std::string report;              // the one asked about; empty: all
  std::vector<std::string> forms;  // looked for, in words for people
  std::optional<double> nearest;   // similarity of the nearest passage, if below the floor
  bool bounded = false;  // not every pair of neighbouring passages was searched: the quotation's
                         // halves are too common
  bool left_out_bounded = false;  // not all text that the files hold beside their passages was
                                  // searched
};

// At most so many matches of one quotation are listed.
inline constexpr std::size_t kMostQuoteMatches = 20;
// A longer quotation is refused; a passage may be as long.
inline constexpr std::size_t kMostQuoteBytes = 64 * 1024;

// What is looked for: without white space at its ends, and without one pair of quotation marks
// around all of it. A view of `text`.
std::string_view bare_quotation(std::string_view text);

// Without the brackets by which writers mark a letter whose case they changed: "[T]he".
std::string without_bracketed_letters(std::string_view quotation);

struct QuoteAnswer {
  std::string quotation;  // as searched for: trimmed, without quotation marks around it
  QuoteStatus status = QuoteStatus::kAbsent;
  std::vector<FormDifference> differences;  // kNormalised: of the first match; ascending
  std::vector<QuoteMatch> matches;  // kExact, kNormalised: earliest report first, without a date
                                    // last; at most kMostQuoteMatches
  std::uint64_t match_count = 0;    // all of them
  bool matches_exact = true;        // false: there may be more
  std::optional<QuoteAlteration> alteration;  // kAltered
  std::vector<LeftOutQuote> left_out;         // kAltered, kAbsent
  QuoteCertificate certificate;
};

// The report says so: exact or normalised.
inline bool is_verified(const QuoteAnswer& answer) {
  return answer.status == QuoteStatus::kExact || answer.status == QuoteStatus::kNormalised;
}

}  // namespace ibid
