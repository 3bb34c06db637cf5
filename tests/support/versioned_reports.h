// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports that change all at once, again and again, for tests of many readers beside a writer.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "tests/support/test_index.h"

namespace ibid::testing {

// IBID_SOAK_SECONDS and the like; `otherwise` if the variable is not set.
int soak_number(const char* variable, int otherwise);

// Thread: one writer, beside readers of the index.
class VersionedReports {
 public:
  static constexpr int kReports = 4;
  static constexpr int kRebuildEvery = 25;  // commits

  // Writes and indexes version 0, as generation 1.
  VersionedReports();

  // Writes and commits the next version. Its title, its words ("in version7 of 2") and, because
  // each version takes one commit, the generation less one give its number. Returns the generation.
  std::uint64_t commit_next();

  const TestIndex& test() const { return test_; }
  int version() const { return version_; }
  int rebuilds() const { return version_ / kRebuildEvery; }

 private:
  void write() const;

  TestIndex test_;
  int version_ = 0;
};

}  // namespace ibid::testing
