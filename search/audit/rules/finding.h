// SPDX-License-Identifier: GPL-2.0-or-later
//
// The results of an audit: findings, each with its location in a file, and attribution. Plain
// values.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/text/byte_range.h"
#include "search/audit/rules/rules.h"
#include "search/passages/hit.h"

namespace ibid {

// What the locations in one passage have in common.
struct FindingContext {
  std::vector<SectionTitle> section;  // the titles above it
  std::string text;
  std::vector<std::string> sources;  // that it cites, in words (see source_words())
};

struct FindingLocation {
  std::string report_id;
  std::string path;        // of the report's file, as indexed; bytes
  std::string passage_id;  // empty for a heading, or the report as a whole
  std::string permalink;   // of the passage; empty without one
  // Of the file, or of the extracted text; empty if the finding is about the whole report.
  ByteRange bytes;
  std::string excerpt;  // the text there, as indexed
  // Of a place in a passage: the passage, empty without one, and the part of its text that the
  // finding is about. Never null. A report may have thousands of findings in one passage.
  std::shared_ptr<const FindingContext> context = no_context();
  ByteRange part;
  // Of a report whose file is neither plain text nor Markdown: how its text was made, where the
  // place is in the file, and what the page shows before the passage ("가.").
  std::shared_ptr<const ReportExtraction> extraction;
  std::vector<PartRange> places;
  std::string label;
  // 1-based; columns count code points; 0 of an extracted text, or if the file has changed or
  // cannot be read.
  std::uint64_t line = 0, column = 0;
  std::uint64_t end_line = 0, end_column = 0;  // of the first code point past the range
  std::string written;  // the text there, as in the file, with its line ends; empty without lines

  static std::shared_ptr<const FindingContext> no_context();
};

// "p. 7", "word/document.xml", with the label behind it ("p. 7, 가."); empty of plain text and
// Markdown.
std::string place_words(const FindingLocation& location);
// Of a file whose places are its bytes: where the location is in it; else nothing.
std::optional<ByteRange> file_bytes(const FindingLocation& location);

struct Finding {
  const Rule* rule = nullptr;                // of audit_rules()
  FindingLevel level = FindingLevel::kNote;  // the rule's, unless the finding says less
  std::string message;                       // one clause, lower case, no full stop
  FindingLocation location;
  std::vector<FindingLocation> related;  // what it was compared with
  // 16 hex digits, the same as long as the rule finds the same text anywhere in the same report: of
  // SHA-256 over rule, report id, the text and, among equal ones, its number.
  std::string fingerprint;
  bool accepted = false;  // its fingerprint is in the baseline
};

// How much of a text says where it comes from. Counts body passages only: a summary, conclusion or
// glossary repeats the body. Nothing here judges whether a source supports a sentence.
struct Attribution {
  std::uint64_t passages = 0, cited_passages = 0;
  std::uint64_t sentences = 0, cited_sentences = 0;  // cited: it holds a citation
  std::uint64_t figures = 0, cited_figures = 0;      // amounts, percentages, counts, dates
  std::uint64_t citations = 0;                       // one for each source in each mark
  std::uint64_t sound_citations = 0;                 // well formed, and listed by the report
  std::uint64_t passage_sources = 0;                 // distinct sources per passage, summed
  std::uint64_t distinct_sources = 0;
  std::uint64_t largest_source = 0;  // passages that cite the most cited source
  std::string largest_source_id;
  std::string largest_source_told;  // its title, publisher and date, as a list gives them
};

struct SectionAttribution {
  SectionTitle section;
  Attribution attribution;
};

struct ReportAudit {
  ReportInfo report;
  bool stale = false;
  // False: no passage of its text cites anything in a form that is read.
  bool citations_recognised = true;
  bool cites_few = false;  // less than one passage in five cites anything
  bool whole = true;  // false: only a part matches the query, so rules of the report are left out
  std::vector<Finding> findings;  // by position in the file, then rule
  Attribution attribution;
  std::vector<SectionAttribution> sections;  // top-level ones with body passages, in file order
};

struct AuditTotals {
  IndexState index;                         // when the audit began
  bool complete = true;                     // false: stopped before the last report
  std::uint64_t last_generation = 0;        // greater than index.generation if a writer was at work
  std::uint64_t reports = 0, passages = 0;  // audited
  std::uint64_t in_part = 0;                // reports of which only a part matches the query
  std::uint64_t without_citations = 0;      // reports of which none was recognised
  std::uint64_t few_citations = 0;          // reports with few
  Attribution attribution;
  std::map<std::string, std::uint64_t> by_rule;  // findings, without accepted ones
  std::uint64_t notes = 0, warnings = 0, errors = 0, accepted = 0;
};

}  // namespace ibid
