// SPDX-License-Identifier: GPL-2.0-or-later
//
// Stands in for `ibid index reports` with limits that no option has, so that a few small reports
// do what otherwise takes many: tuned_writer MEMORY REBUILD_FROM, in bytes; see update.h.
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "indexer/update/update.h"

int main(int argc, char** argv) {
  if (argc < 3) return 64;
  ibid::UpdateOptions options;
  options.index_dir = std::getenv("IBID_INDEX");
  options.paths = {"reports"};
  options.memory_bytes = std::strtoull(argv[1], nullptr, 10);
  options.rebuild_from = std::strtoull(argv[2], nullptr, 10);
  options.threads = 1;
  try {
    const ibid::UpdateSummary summary = ibid::update_index(options);
    return summary.problems.empty() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
