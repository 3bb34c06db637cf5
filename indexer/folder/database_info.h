// SPDX-License-Identifier: GPL-2.0-or-later
//
// IndexInfo of an open database.
#pragma once

#include <xapian.h>

#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"

namespace ibid {

// May throw Xapian::Error; callers translate.
IndexInfo database_info(const Xapian::Database& database, const IndexDir& dir,
                        const Manifest& manifest);

}  // namespace ibid
