// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries that skip deleted passages. Every query that is given to an Enquire goes through here.
#pragma once

#include <xapian.h>

#include "search/index/index_view.h"

namespace ibid {

// `query` without deleted passages (indexer/folder/deleted_documents.h).
Xapian::Query live(const IndexView& index, const Xapian::Query& query);

}  // namespace ibid
