// SPDX-License-Identifier: GPL-2.0-or-later
//
// One state of an index as queries read it. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "indexer/gone_documents.h"
#include "indexer/place_file.h"
#include "search/index_postings.h"
#include "search/index_records.h"

namespace ibid {

class Bm25Table;
class RankingHelpers;

struct IndexView {
  Xapian::Database database;
  std::shared_ptr<const PlaceFile> places;    // never null
  std::shared_ptr<const GoneDocuments> gone;  // never null
  // All null where only Xapian knows this format.
  std::shared_ptr<IndexPostings> postings;
  std::shared_ptr<IndexRecords> records;
  std::shared_ptr<const Bm25Table> bm25;
  std::shared_ptr<RankingHelpers> helpers;  // null: none
};

// Opens postings and records of the state of the database at hand, of which it knows what is gone.
// Throws Error{kSystem}.
void open_tables(const std::string& database_dir, IndexView& index);

// What is read of one state; may throw Xapian::Error, and what the readers of the tables throw. 0:
// no passage has the term.
Xapian::doccount frequency(const IndexView& index, const std::string& term);
bool has_terms_beginning(const IndexView& index, const std::string& prefix);
// Of a document; empty: it has none, or is not there.
std::string record(const IndexView& index, Xapian::docid document);
std::string metadata(const IndexView& index, const std::string& key);  // empty: there is none

}  // namespace ibid
