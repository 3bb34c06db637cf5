// SPDX-License-Identifier: GPL-2.0-or-later
//
// A passage as a citation in the forms that people paste: each as text to select, with a button
// where scripts are on.
#pragma once

#include "search/passages/stored_passage.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

Html copy_as(const PageVisit& visit, const StoredPassage& passage);

}  // namespace ibid
