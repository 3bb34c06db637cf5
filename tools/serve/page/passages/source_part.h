// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sources that a passage cites, each with the sentences of this passage and of others that cite
// it: the cited source and what it is cited for on one screen.
#pragma once

#include "search/passages/stored_passage.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

Html source_part(const PageVisit& visit, const StoredPassage& passage);

}  // namespace ibid
