// SPDX-License-Identifier: GPL-2.0-or-later
//
// A permalink -> what has become of it, by two look-ups in one state of an index: of the id, and of
// the text's hash. Names Xapian by way of the snapshot: search internals only.
#pragma once

#include "search/index_snapshot.h"
#include "search/resolution.h"

namespace ibid {

// `ref` holds a hash. Looks at each file once as long as the snapshot remembers (see is_stale).
Resolution resolve(IndexSnapshot& snapshot, const PassageRef& ref);

}  // namespace ibid
