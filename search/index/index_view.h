// SPDX-License-Identifier: GPL-2.0-or-later
//
// One state of an index as queries read it. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "indexer/folder/deleted_documents.h"
#include "indexer/records/position_file.h"
#include "search/index/index_postings.h"
#include "search/index/index_records.h"

namespace ibid {

class Bm25Table;
class RankingHelpers;

// What the ranker makes of a state when it is first asked, and keeps with it: bm25_table() and
// ranking_helpers(). Null until then.
struct RankingCache {
  std::shared_ptr<const Bm25Table> bm25;
  std::shared_ptr<RankingHelpers> helpers;
};

struct IndexView {
  Xapian::Database database = {};
  std::string directory = {};                           // of the database
  std::shared_ptr<const PositionFile> places = nullptr;    // never null once opened
  std::shared_ptr<const DeletedDocuments> gone = nullptr;  // likewise
  // Both null where only Xapian knows this format.
  std::shared_ptr<IndexPostings> postings = nullptr;
  std::shared_ptr<IndexRecords> records = nullptr;
  std::string commit = {};  // the version file that these two were opened by
  std::shared_ptr<RankingCache> ranking = std::make_shared<RankingCache>();  // never null
};

// Opens postings and records of the state of the database at hand, in `index.directory`. Throws
// Error{kSystem}.
void open_tables(IndexView& index);

// What is read of one state; may throw Xapian::Error, and what the readers of the tables throw. 0:
// no passage has the term.
Xapian::doccount frequency(const IndexView& index, const std::string& term);
bool has_terms_beginning(const IndexView& index, const std::string& prefix);
// Of a document; empty: it has none, or is not there.
std::string record(const IndexView& index, Xapian::docid document);
std::string metadata(const IndexView& index, const std::string& key);  // empty: there is none

}  // namespace ibid
