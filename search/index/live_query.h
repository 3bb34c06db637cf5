// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries that skip deleted passages. Every query that is given to an Enquire goes through here.
#pragma once

#include <xapian.h>

#include "search/index/index_view.h"

namespace ibid {

// `query` without deleted passages (indexer/folder/deleted_documents.h).
Xapian::Query live(const IndexView& index, const Xapian::Query& query);

// `query`, which checks the positions of words by Xapian's own operators, to be a part of any
// other. Where Xapian 1.4.22 asks it for single documents, below a filter or an AND, an OP_OR may
// give its weight to a document that it has turned down (findings/xapian-phrase-weights.sh). What
// is made of it here is only gone through. Sources of ours need no such care.
Xapian::Query steady(const IndexView& index, const Xapian::Query& query);

}  // namespace ibid
