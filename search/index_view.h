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

namespace ibid {

struct IndexView {
  Xapian::Database database;
  std::shared_ptr<const PlaceFile> places;    // never null
  std::shared_ptr<const GoneDocuments> gone;  // never null
  std::shared_ptr<IndexPostings> postings;    // null: only Xapian knows this format
};

// What queries ask of words; may throw Xapian::Error. 0: no passage has the term.
Xapian::doccount frequency(const IndexView& index, const std::string& term);
bool has_terms_beginning(const IndexView& index, const std::string& prefix);
std::string metadata(const IndexView& index, const std::string& key);  // empty: there is none

}  // namespace ibid
