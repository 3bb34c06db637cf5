// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules in groups, one file each. Each adds what it finds in one report, without regard to the
// baseline, to files, or to whether its rules were asked for.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/audit/rules/bilingual_names.h"
#include "search/audit/rules/report_view.h"
#include "search/audit/rules/stem_weights.h"

namespace ibid {

using Findings = std::vector<Finding>;

void find_citation_faults(const ReportView& view, Findings& out);
void find_source_faults(const ReportView& view, IndexSnapshot& snapshot, Findings& out);
void find_structure_faults(const ReportView& view, Findings& out);
// Reports whose files of other formats than text have one extracted text: SHA-256 of the text ->
// the first of them by id. May throw Xapian::Error.
using SameTexts = std::map<std::string, std::string>;
SameTexts same_texts(IndexSnapshot& snapshot);
// Passages like another one, here or in other reports, and sentences cited to another source. Of a
// report that has the text of another as a whole that is said once. `same`: of this state; may be
// empty for a report without an extraction.
void find_repeats(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                  const SameTexts& same, Findings& out);
void find_disagreeing_figures(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                              StemWeights& weights, BilingualNames& names, Findings& out);
void find_unsupported_summary(const ReportView& view, StemWeights& weights, BilingualNames& names,
                              Findings& out);

}  // namespace ibid
