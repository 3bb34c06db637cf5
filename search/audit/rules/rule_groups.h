// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules in groups, one file each. Each adds what it finds in one report, without regard to the
// baseline, to files, or to whether its rules were asked for.
#pragma once

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
// Passages like another one, here or in other reports, and sentences cited to another source.
void find_repeats(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                  Findings& out);
void find_disagreeing_figures(const ReportView& view, IndexSnapshot& snapshot, Analyzer& analyzer,
                              StemWeights& weights, BilingualNames& names, Findings& out);
void find_unsupported_summary(const ReportView& view, StemWeights& weights, BilingualNames& names,
                              Findings& out);

}  // namespace ibid
