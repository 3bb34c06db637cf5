// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/quiet_files.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ibid {

void QuietFiles::note(const FileStamp& stamp, Milliseconds now) {
  const auto [at, is_new] = files_.try_emplace(stamp.path, Seen{stamp, now, now});
  if (is_new || is_same_file(at->second.stamp, stamp)) return;
  at->second.stamp = stamp;
  at->second.since = now;
}

std::vector<std::string> QuietFiles::look(Milliseconds now) {
  std::vector<std::string> gone;
  for (auto at = files_.begin(); at != files_.end();) {
    const std::optional<FileStamp> stamp = stamp_of_file(at->first);
    if (!stamp) {
      gone.push_back(at->first);
      at = files_.erase(at);
      continue;
    }
    if (!is_same_file(at->second.stamp, *stamp)) {
      at->second.stamp = *stamp;
      at->second.since = now;
    }
    ++at;
  }
  return gone;
}

bool QuietFiles::is_quiet(const FileStamp& stamp, Milliseconds now) const {
  const auto at = files_.find(stamp.path);
  return at != files_.end() && is_same_file(at->second.stamp, stamp) && is_quiet(at->second, now);
}

std::vector<std::string> QuietFiles::quiet_paths(Milliseconds now) const {
  std::vector<std::string> out;
  for (const auto& [path, seen] : files_) {
    if (is_quiet(seen, now)) out.push_back(path);
  }
  return out;
}

QuietFiles::Milliseconds QuietFiles::next_quiet(Milliseconds now) const {
  Milliseconds next = Milliseconds::max();
  for (const auto& file : files_) next = std::min(next, file.second.since + quiet_);
  return next == Milliseconds::max() ? next : std::max(next, now);
}

void QuietFiles::drop_quiet(Milliseconds then) {
  std::erase_if(files_, [&](const auto& file) { return is_quiet(file.second, then); });
}

std::vector<std::string> QuietFiles::take_restless(Milliseconds now, Milliseconds longest) {
  std::vector<std::string> out;
  for (auto& [path, seen] : files_) {
    if (seen.told || now - seen.first < longest || is_quiet(seen, now)) continue;
    seen.told = true;
    out.push_back(path);
  }
  return out;
}

}  // namespace ibid
