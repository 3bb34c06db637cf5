// SPDX-License-Identifier: GPL-2.0-or-later
//
// What has become of a report's file, and so what the next `ibid index` does. Reads the disk only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/records/passage_record.h"

namespace ibid {

enum class ReportState : std::uint8_t {
  kFresh,    // the file is as it was indexed
  kChanged,  // it has other bytes
  kGone,     // it is no longer in its folder: the report goes with the next run
  kKept,     // it cannot be looked at, or its folder is missing: the report stays
  kUnknown,  // it is on another machine
};
const char* to_string(ReportState state);  // "fresh", "changed", "gone", "kept", "unknown"

// `roots`: the folders and files that the index was made from; see Manifest.
ReportState state_of(const FileRecord& file, const std::vector<std::string>& roots);

}  // namespace ibid
