// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sentences and language of a passage with signs of Markdown: those of what a reader sees.
#pragma once

#include <vector>

#include "corpus/report/report.h"
#include "corpus/report/source_id.h"

namespace ibid {

// Fills in language and sentences; a sign between two sentences belongs to the one that it touches.
// `marks`: the citation marks in the passage's text.
void read_unmarked(Passage& passage, const std::vector<CitationMark>& marks);

}  // namespace ibid
