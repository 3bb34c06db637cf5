// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/freshness.h"

#include <sys/stat.h>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"

namespace ibid {

bool is_stale_file(const FileRecord& record) {
  constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
  struct stat status {};
  if (::stat(record.stamp.path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return true;
  if (static_cast<std::uint64_t>(status.st_size) != record.stamp.size) return true;
  const std::int64_t mtime_ns =
      static_cast<std::int64_t>(status.st_mtim.tv_sec) * kNanosecondsPerSecond +
      status.st_mtim.tv_nsec;
  if (mtime_ns == record.stamp.mtime_ns) return false;
  try {
    return sha256_hex(read_file(record.stamp.path)) != record.sha256;
  } catch (const Error&) {
    return true;
  }
}

}  // namespace ibid
