// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries without removed passages. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include "search/index/index_view.h"

namespace ibid {

// What `query` matches, but for passages that are gone (indexer/folder/gone_documents.h). Whatever is
// asked of an Enquire goes through here.
Xapian::Query live(const IndexView& index, const Xapian::Query& query);

}  // namespace ibid
