// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files found and files indexed -> what to do. Reads no index and no report: it only checks whether
// the paths of problems exist, and looks up what is said by hand.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/files/discover.h"
#include "corpus/given/given_book.h"
#include "indexer/build/read_report.h"
#include "indexer/records/passage_record.h"

namespace ibid {

struct UpdatePlan {
  std::vector<PlannedFile> to_read;    // new files and those of another stamp, by path
  std::vector<std::string> vanished;   // ids of reports whose file was deleted
  std::vector<PlannedFile> unchanged;  // by path
  // Reports that stay though their files were not found now: of other folders, of folders that
  // cannot be read, or of busy files.
  std::vector<PlannedFile> kept;
};

// Whether `path` is `root` or lies below it; both are lexically normal.
bool is_at_or_below(const std::string& path, const std::string& root);

std::uint64_t bytes_of(const std::vector<PlannedFile>& files);

// `known`: report id -> file record, of the whole index. A report vanished if its path is at or
// below a root of the discovery and was not found, unless it is busy or lies below a folder that
// could not be read; and if its file is of a kind that is not read.
enum class KnownFiles : std::uint8_t {
  // Files whose stamps are the indexed ones are unchanged, unless the rules changed by which their
  // format is read.
  kByStamp,
  kByBytes,  // all files are read
};

// `book`: what is said of the reports by hand, null for nothing. Reports of which that is unknown
// stay as they are, and are not added.
UpdatePlan plan_update(const Discovery& found, const std::map<std::string, FileRecord>& known,
                       KnownFiles compare = KnownFiles::kByStamp, GivenBook* book = nullptr);

}  // namespace ibid
