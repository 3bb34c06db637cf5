// SPDX-License-Identifier: GPL-2.0-or-later
//
// One report as the audit's rules see it: passages, sentences, and what each sentence holds.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/source_id.h"
#include "search/audit/rules/compared_passage.h"
#include "search/audit/rules/finding.h"
#include "search/audit/sentences/audit_sentence.h"
#include "search/index/index_snapshot.h"

namespace ibid {

struct ReportView {
  Report report;  // without passages
  ReportInfo ref;
  bool stale = false;
  std::vector<StoredPassage> passages;           // in file order
  std::vector<std::int32_t> section_of;          // of each passage, into report.sections; -1: none
  std::vector<std::vector<CitationMark>> marks;  // of each passage, ranges of its text
  std::vector<AuditSentence> sentences;          // in file order
  std::vector<std::shared_ptr<const FindingContext>> contexts;  // of each passage, or none
  // Of each passage, made from the same analysis as its sentences; null where that is another one.
  std::vector<std::shared_ptr<const ComparedPassage>> compared;
  // Of each passage: a footnote, a note below a table, or an entry of a source list.
  std::vector<bool> is_note;
  // Of each passage: the head of a table, a row of one whose source stands below it, or a text of
  // sentences or of a section that need none.
  std::vector<bool> needs_none;
  bool citations_recognised = false;  // a passage of the text itself holds a citation
  // Of the passages that need a source so few cite one that the report cannot mean each to: less
  // than one in five, of at least five, and none by an id.
  bool cites_few = false;
  std::size_t needing = 0, citing = 0;  // passages that need a source, and those that cite one
};

// May throw Xapian::Error.
ReportView view_report(IndexSnapshot& snapshot, const ReportRecord& record, StemAnalyzer& analyzer);

// True for passages that need a source of their own. `passage`: index into view.passages.
bool needs_source(const ReportView& view, std::size_t passage);

// A location in the file of a passage of the view; `text` is a range of its text.
FindingLocation location_in(const ReportView& view, const StoredPassage& passage, ByteRange text);
FindingLocation location_of_passage(const ReportView& view, const StoredPassage& passage);
// The same in another report.
FindingLocation location_in(const StoredPassage& passage, ByteRange text);
FindingLocation location_of_passage(const StoredPassage& passage);
FindingLocation location_of_section(const ReportView& view, const Section& section);
FindingLocation location_of_report(const ReportView& view);

Finding make_finding(const char* rule, std::string message, FindingLocation location,
                     std::vector<FindingLocation> related = {});

}  // namespace ibid
