// SPDX-License-Identifier: GPL-2.0-or-later
//
// The last step of a new build: compacted, then made the live one.
#pragma once

#include "indexer/index_dir.h"

namespace ibid {

// The database dir.unfinished(manifest.build) is closed and whole. For the lock's holder. Throws
// Error{kIndex, kSystem}; the index is then as it was before.
void finish_build(const IndexDir& dir, const Manifest& manifest);

}  // namespace ibid
