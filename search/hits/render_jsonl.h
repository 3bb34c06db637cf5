// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers as JSON lines for scripts: value -> text, each line ended. The grammar is in
// docs/output-format.md. Prints nothing, throws nothing but std::bad_alloc.
#pragma once

#include <string>

#include "search/passages/hit.h"
#include "search/passages/outline.h"
#include "search/passages/similar.h"

namespace ibid {

// A "query" line, a "hit" line for each hit, an "end" line. Hits carry "explain" if asked for.
std::string search_json_lines(const SearchResult& result, Explain explain);

// A "similar-to" line, then a "similar" line for each hit.
std::string similar_json_lines(const SimilarResult& result, Explain explain);

// A "passage" line for each.
std::string passage_json_lines(const PassageInContext& passage);

// A "report" line, then "section", "passage" and "left-out" lines in file order.
std::string outline_json_lines(const ReportOutline& outline);

}  // namespace ibid
