// SPDX-License-Identifier: GPL-2.0-or-later
//
// Are the indexed bytes still on disk? Reads a file only if its size or time changed.
#pragma once

#include <string>

#include "indexer/records/passage_record.h"

namespace ibid {

// True if the file of `record` is missing, cannot be read, or has another SHA-256.
bool is_stale_file(const FileRecord& record);

}  // namespace ibid
