// SPDX-License-Identifier: GPL-2.0-or-later
//
// Are the indexed bytes still on disk?
#pragma once

#include <cstdint>

#include "indexer/records/passage_record.h"

namespace ibid {

// How a file is compared with what was indexed.
enum class FreshnessCheck : std::uint8_t {
  kStamp,  // size, times and inode; its bytes only if one of these differs
  kBytes,  // its SHA-256, always: for answers that vouch for the bytes of a few files
};

// True if the file of `record` is missing, cannot be read, or has other bytes.
bool is_stale_file(const FileRecord& record, FreshnessCheck check);

}  // namespace ibid
