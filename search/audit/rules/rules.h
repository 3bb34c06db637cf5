// SPDX-License-Identifier: GPL-2.0-or-later
//
// The table of the audit's rules: what each one means and how to fix what it finds. The only
// definition of the rules; printed by `ibid audit --rules list` and in its help.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ibid {

enum class FindingLevel : std::uint8_t { kNote, kWarning, kError };
const char* to_string(FindingLevel level);  // "note", "warning", "error", as SARIF names them

struct Rule {
  const char* id;  // kebab-case, never changed once released
  FindingLevel level;
  const char* meaning;  // one line
  const char* example;
  const char* remedy;  // how to fix
};

// By subject: citations, sources, structure, repeats, figures, summary.
std::span<const Rule> audit_rules();
// nullptr if there is no such rule.
const Rule* find_rule(std::string_view id);

// Whether the rule says that something is not cited: it is left out for a report of which no
// citation was understood.
bool accuses(const Rule& rule);
// Whether what it finds is about the report as a whole: it is left out where a query names a part.
bool is_of_report(const Rule& rule);

// The ids, for the code that reports findings.
namespace rule {
inline constexpr char kFewCitations[] = "few-citations";
inline constexpr char kNoCitations[] = "no-citations-recognised";
inline constexpr char kUncitedPassage[] = "uncited-passage";
inline constexpr char kUncitedFigure[] = "uncited-figure";
inline constexpr char kUncitedDate[] = "uncited-date";
inline constexpr char kUncitedQuotation[] = "uncited-quotation";
inline constexpr char kCitationBeforeSentence[] = "citation-before-sentence";
inline constexpr char kCitationAfterEnd[] = "citation-after-end";
inline constexpr char kMalformedSourceId[] = "malformed-source-id";
inline constexpr char kUnlistedSource[] = "unlisted-source";
inline constexpr char kCitationWithoutEntry[] = "citation-without-entry";
inline constexpr char kNeverCitedSource[] = "never-cited-source";
inline constexpr char kDuplicateListing[] = "duplicate-listing";
inline constexpr char kOneIdTwoTitles[] = "one-id-two-titles";
inline constexpr char kIdContradictsListing[] = "id-contradicts-listing";
inline constexpr char kOneSourceSection[] = "one-source-section";
inline constexpr char kContentsMismatch[] = "contents-mismatch";
inline constexpr char kNumberingGap[] = "numbering-gap";
inline constexpr char kNumberingRepeat[] = "numbering-repeat";
inline constexpr char kEmptySection[] = "empty-section";
inline constexpr char kHeadingWithoutPassage[] = "heading-without-passage";
inline constexpr char kReadingNote[] = "reading-note";
inline constexpr char kStaleReport[] = "stale-report";
inline constexpr char kRepeatedReport[] = "repeated-report";
inline constexpr char kRepeatedPassage[] = "repeated-passage";
inline constexpr char kSourceDrift[] = "source-drift";
inline constexpr char kDisagreeingFigures[] = "disagreeing-figures";
inline constexpr char kUnsupportedSummary[] = "unsupported-summary";
}  // namespace rule

}  // namespace ibid
