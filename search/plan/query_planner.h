// SPDX-License-Identifier: GPL-2.0-or-later
//
// Parsed query -> its plan for one state of an index, with the aliases that the editor and the
// index have for its words; also the documents that it matches.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/folder/index_dir.h"
#include "search/index/index_view.h"
#include "search/passages/query_aliases.h"
#include "search/plan/plan.h"
#include "search/query/query.h"
#include "search/words/alias_book.h"

namespace ibid {

// Thread: one object, one thread.
class QueryPlanner {
 public:
  // Both are borrowed for the object's lifetime.
  QueryPlanner(const IndexDir& dir, Analyzer& analyzer) : dir_(dir), analyzer_(analyzer) {}

  // Throws like read_alias_file. May throw Xapian::Error.
  QueryPlan plan(const ParsedQuery& parsed, const QueryAliases& names, const IndexView& index);

  // All documents that the query matches, unranked: a bit per document, by its number. Throws
  // QueryError, and like plan().
  std::vector<bool> matched_documents(std::string_view query, const QueryAliases& names,
                                      const IndexView& index);

 private:
  const IndexDir& dir_;
  Analyzer& analyzer_;
  EditorAliasReader alias_reader_;
};

// The documents that a plan's query matches; an empty query matches nothing. May throw
// Xapian::Error.
std::vector<bool> matched_documents(const Xapian::Query& query, const IndexView& index);

}  // namespace ibid
