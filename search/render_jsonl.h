// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers as JSON lines for scripts: value -> text, each line complete and ended. The grammar is
// docs/output-format.md. Prints nothing, throws nothing but std::bad_alloc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "search/hit.h"
#include "search/searcher.h"

namespace ibid {

// A "query" line, one "hit" line each, an "end" line. Hits carry "explain" where asked for.
std::string search_json_lines(const SearchResult& result, Explain explain);

// A "similar-to" line, a "similar" line each.
std::string similar_json_lines(const SimilarResult& result, Explain explain);

// A passage among its neighbours.
struct PassageInContext {
  std::vector<StoredPassage> passages;  // in file order
  std::size_t asked = 0;                // index of the one that was asked for
  bool stale = false;
  std::optional<bool> changed;  // for a permalink: its hash is not that of the text shown
  std::string cited_as;         // the id of the permalink, where its text is shown under another
  std::vector<std::string> cited_at;  // permalinks of where the cited text stands, if elsewhere too
  std::optional<Anchors> anchors;     // of the passage that was asked for
};

// One "passage" line for each.
std::string passage_json_lines(const PassageInContext& passage);

// A "report" line, then "section" and "passage" lines in file order.
std::string outline_json_lines(const ReportOutline& outline);

}  // namespace ibid
