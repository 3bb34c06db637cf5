// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/finish_build.h"

#include <filesystem>

#include "indexer/xapian_sink.h"

namespace ibid {

void finish_build(const IndexDir& dir, const Manifest& manifest) {
  compact_database(dir.unfinished(manifest.build), dir.compacted(manifest.build));
  dir.publish(manifest);
  std::error_code ignored;  // what stays behind the next writer removes
  std::filesystem::remove_all(dir.unfinished(manifest.build), ignored);
}

}  // namespace ibid
