// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/reports/report_state.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "search/index/freshness.h"

namespace ibid {
namespace {

// A folder of the index that holds the file, and that is there.
bool is_looked_through(const std::string& path, const std::vector<std::string>& roots) {
  return std::any_of(roots.begin(), roots.end(), [&](const std::string& root) {
    const bool below = path.starts_with(root) &&
                       (root.ends_with('/') || path.substr(root.size()).starts_with('/'));
    return below && access(root.c_str(), R_OK | X_OK) == 0;
  });
}

}  // namespace

const char* to_string(ReportState state) {
  switch (state) {
    case ReportState::kFresh:
      return "fresh";
    case ReportState::kChanged:
      return "changed";
    case ReportState::kGone:
      return "gone";
    case ReportState::kKept:
      return "kept";
    case ReportState::kUnknown:
      return "unknown";
  }
  return "kept";
}

ReportState state_of(const FileRecord& file, const std::vector<std::string>& roots) {
  const std::string& path = file.stamp.path;
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return missing && is_looked_through(path, roots) ? ReportState::kGone : ReportState::kKept;
  }
  if (!is_stale_file(file, FreshnessCheck::kStamp)) return ReportState::kFresh;
  return access(path.c_str(), R_OK) == 0 ? ReportState::kChanged : ReportState::kKept;
}

}  // namespace ibid
