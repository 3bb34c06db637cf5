// SPDX-License-Identifier: GPL-2.0-or-later
//
// One state of an index as queries read it: the database, and our own readers of its tables and
// files.
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/folder/deleted_documents.h"
#include "indexer/records/position_file.h"
#include "search/index/index_postings.h"
#include "search/index/index_records.h"
#include "search/index/statistics.h"

namespace ibid {

class Bm25Table;
class DocumentOrder;
class KeptSounds;
class NodeReads;
class RankingHelpers;
class SourcePublishers;
class SpellingLists;

// What is derived from a state on first use and kept with it: see statistics(), bm25_table(),
// document_order(), ranking_helpers(), SoundNames, spelling_lists() and source_publishers(). Null
// until then.
struct DerivedFromIndex {
  std::shared_ptr<Statistics> statistics;
  std::shared_ptr<const Bm25Table> bm25;
  std::shared_ptr<DocumentOrder> order;
  std::shared_ptr<RankingHelpers> helpers;
  std::shared_ptr<KeptSounds> sounds;
  std::shared_ptr<NodeReads> node_reads;  // of nodes only
  std::shared_ptr<SpellingLists> spellings;
  std::shared_ptr<SourcePublishers> publishers;
};

struct IndexView {
  Xapian::Database database = {};
  std::string directory = {};                                 // of the database
  std::shared_ptr<const PositionFile> positions = nullptr;    // never null once opened
  std::shared_ptr<const DeletedDocuments> deleted = nullptr;  // likewise
  // Both null if only Xapian knows the format.
  std::shared_ptr<IndexPostings> postings = nullptr;
  std::shared_ptr<IndexRecords> records = nullptr;
  // Of an index on several machines: their databases, which `database` joins; nothing of ours runs
  // where they are, so queries consist of stock operators. Then there are no tables, and no passage
  // is deleted. Empty: the index is here.
  std::vector<Xapian::Database> nodes = {};
  std::string commit = {};  // the version file by which these two were opened
  std::shared_ptr<DerivedFromIndex> derived = std::make_shared<DerivedFromIndex>();  // never null
};

inline bool is_on_nodes(const IndexView& index) { return !index.nodes.empty(); }

// Opens the postings and records of the current state of the database in `index.directory`. Throws
// Error{kSystem}.
void open_tables(IndexView& index);

// Reads from one state. They may throw Xapian::Error and whatever the readers of the tables throw.

// Owner: `index`.
Statistics& statistics(const IndexView& index);
// How many passages have the term; 0: none.
Xapian::doccount frequency(const IndexView& index, const std::string& term);
// True if a passage has the term that is not deleted: terms outlive their last passage.
bool has_live(const IndexView& index, const std::string& term);
bool has_terms_beginning(const IndexView& index, const std::string& prefix);
// Those of `documents` that have the term. Both ascend.
std::vector<Xapian::docid> with_term(const IndexView& index, const std::string& term,
                                     std::span<const Xapian::docid> documents);
// Their values in `slot`, each empty if the document has none. `documents` ascend.
std::vector<std::string> values_of(const IndexView& index, Xapian::valueno slot,
                                   std::span<const Xapian::docid> documents);
// The values in `slot` and how many passages have each, ascending; of nodes.
std::map<std::string, Xapian::doccount> value_counts(const IndexView& index, Xapian::valueno slot);
// Returns the document's record, or empty if there is none or no such document.
std::string record(const IndexView& index, Xapian::docid document);
std::string metadata(const IndexView& index, const std::string& key);  // empty if there is none

}  // namespace ibid
