// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/freshness.h"

#include <optional>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"

namespace ibid {

bool is_stale_file(const FileRecord& record, FreshnessCheck check) {
  const std::optional<FileStamp> now = stamp_of_file(record.stamp.path);
  if (!now || now->size != record.stamp.size) return true;
  if (check == FreshnessCheck::kStamp && is_same_file(*now, record.stamp)) return false;
  try {
    return sha256_hex(read_file(record.stamp.path)) != record.sha256;
  } catch (const Error&) {
    return true;
  }
}

}  // namespace ibid
