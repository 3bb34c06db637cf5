// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/rules.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

constexpr std::array kRules = std::to_array<Rule>({
    {rule::kNoCitations, FindingLevel::kNote,
     "no citation was recognised in the report, so nothing in it is called uncited",
     "sources named in a form that is not read, or not at all",
     "cite in a form that is read, or check a house draft with --citations-expected"},
    {rule::kFewCitations, FindingLevel::kNote,
     "less than one passage in five cites a source, so nothing in the report is called uncited",
     "a press release of fifteen paragraphs with two quoted sources",
     "cite more of it, or check a house draft with --citations-expected"},
    {rule::kUncitedPassage, FindingLevel::kWarning, "a body passage cites no source",
     "a bullet of section 7 without any (source: …)",
     "cite what it rests on, or say that it is the writer's own view"},
    {rule::kUncitedFigure, FindingLevel::kWarning,
     "a sentence with a figure cites nothing in a passage that cites elsewhere",
     "Trade rose 26.3 percent. It will last (source: go-…).",
     "put the citation into the sentence that holds the figure"},
    {rule::kUncitedDate, FindingLevel::kWarning,
     "a sentence with a date cites nothing in a passage that cites elsewhere",
     "They met on May 16. Both were content (source: go-…).",
     "put the citation into the sentence that holds the date"},
    {rule::kUncitedQuotation, FindingLevel::kWarning,
     "a sentence with a quotation cites nothing in a passage that cites elsewhere",
     "He spoke of a \"no limits\" partnership. Others agreed (source: go-…).",
     "put the citation into the sentence that holds the quotation"},
    {rule::kCitationBeforeSentence, FindingLevel::kWarning,
     "a citation comes before the words it is meant to support",
     "(source: go-…) Beijing has not commented.", "move it to the end of its sentence"},
    {rule::kCitationAfterEnd, FindingLevel::kNote,
     "a citation comes after the passage's last full stop",
     "Beijing has not commented. (source: go-…)",
     "move it before the full stop of the sentence it supports"},
    {rule::kMalformedSourceId, FindingLevel::kError, "a source id breaks the grammar of ids",
     "(source: go-public-web-eng-28772)", "copy the whole id from the source list"},
    {rule::kUnlistedSource, FindingLevel::kWarning,
     "a cited source is not in the report's source list",
     "go-public-web-eng-2877220144866105163-0-0 under an empty Source Documents",
     "add the source to the list, or cite the one that is meant"},
    {rule::kCitationWithoutEntry, FindingLevel::kWarning,
     "a number or label leads to no entry of the source list", "[9] over a list of eight",
     "add the entry, or correct the number"},
    {rule::kNeverCitedSource, FindingLevel::kNote, "a listed source is cited nowhere in the report",
     "a title in Source Documents whose id no passage names",
     "cite it where it was used, or take it off the list"},
    {rule::kDuplicateListing, FindingLevel::kWarning, "a source list names one id twice",
     "two bullets of Source Documents with one id", "keep one of the entries"},
    {rule::kOneIdTwoTitles, FindingLevel::kWarning, "one source id is listed under two titles",
     "the id stands for \"Trade in 2023\" here and \"Customs figures\" there",
     "find out which document the id stands for"},
    {rule::kIdContradictsListing, FindingLevel::kWarning,
     "an id's language or kind is not what its listing shows",
     "go-public-web-eng-… listed with a Korean title", "check that the id belongs to this title"},
    {rule::kOneSourceSection, FindingLevel::kNote, "all citations of a section name one source",
     "section 5: four passages, one source", "look for a second source, or say that there is none"},
    {rule::kContentsMismatch, FindingLevel::kWarning,
     "the table of contents and the headings disagree",
     "contents: 3. Trade; body: 3. Trade and media", "make the two the same"},
    {rule::kNumberingGap, FindingLevel::kWarning, "a number is missing among the headings",
     "2-1, 2-2, 2-4", "renumber them, or restore what was dropped"},
    {rule::kNumberingRepeat, FindingLevel::kWarning, "two headings have the same number",
     "2-1, 2-2, 2-2", "renumber them"},
    {rule::kEmptySection, FindingLevel::kWarning, "a numbered section holds nothing",
     "10. Source Documents at the end of the file", "fill it, or take the heading out"},
    {rule::kHeadingWithoutPassage, FindingLevel::kWarning,
     "a subsection heading has no passage below it", "3-3. Exports, then 3-4. Imports",
     "write the passage, or take the heading out"},
    {rule::kReadingNote, FindingLevel::kNote, "the file could not be read exactly as it is",
     "3 bytes at offset 812 are not UTF-8", "fix the file and index it again"},
    {rule::kStaleReport, FindingLevel::kWarning,
     "the file has changed or disappeared since it was indexed",
     "the stored SHA-256 is not the file's", "run ibid index again"},
    {rule::kRepeatedReport, FindingLevel::kWarning, "a report has the same text as another",
     "budget.docx, and budget.pdf that was made of it", "keep one of the files"},
    {rule::kRepeatedPassage, FindingLevel::kWarning,
     "a passage repeats another nearly word for word", "the bullet of 2-1 appears again in 4-3",
     "drop one of them, or say where it is taken from"},
    {rule::kSourceDrift, FindingLevel::kWarning, "one sentence is cited to different sources",
     "the same sentence under go-…-1-0-0 here and go-…-2-0-0 there",
     "find out which source says it"},
    {rule::kDisagreeingFigures, FindingLevel::kWarning,
     "sentences about the same thing give different figures",
     "bilateral trade of $240.1 billion; bilateral trade totaled $240 billion",
     "check both against their sources; if one is rounded, say so"},
    {rule::kUnsupportedSummary, FindingLevel::kNote,
     "a sentence of the summary or conclusion has no counterpart in the body",
     "the summary speaks of a gas contract that no section mentions",
     "write it into the body with its source, or take it out"},
});

}  // namespace

const char* to_string(FindingLevel level) {
  switch (level) {
    case FindingLevel::kNote:
      return "note";
    case FindingLevel::kWarning:
      return "warning";
    case FindingLevel::kError:
      return "error";
  }
  return "note";
}

std::span<const Rule> audit_rules() { return kRules; }

const Rule* find_rule(std::string_view id) {
  const auto found = std::find_if(kRules.begin(), kRules.end(),
                                  [id](const Rule& r) { return std::string_view(r.id) == id; });
  return found == kRules.end() ? nullptr : &*found;
}

bool is_of_report(const Rule& rule) {
  constexpr std::array kWhole = std::to_array<std::string_view>(
      {rule::kNoCitations, rule::kFewCitations, rule::kOneSourceSection, rule::kContentsMismatch,
       rule::kNumberingGap, rule::kNumberingRepeat, rule::kEmptySection,
       rule::kHeadingWithoutPassage, rule::kReadingNote, rule::kStaleReport,
       rule::kRepeatedReport});
  return std::find(kWhole.begin(), kWhole.end(), rule.id) != kWhole.end();
}

bool accuses(const Rule& rule) {
  constexpr std::array kAccusing = std::to_array<std::string_view>(
      {rule::kUncitedPassage, rule::kUncitedFigure, rule::kUncitedDate, rule::kUncitedQuotation,
       rule::kNeverCitedSource});
  return std::find(kAccusing.begin(), kAccusing.end(), rule.id) != kAccusing.end();
}

}  // namespace ibid
