// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/versioned_reports.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace ibid::testing {

int soak_number(const char* variable, int otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::atoi(text);
}

VersionedReports::VersionedReports() {
  for (int i = 0; i < kReports; ++i) test_.write("r" + std::to_string(i) + ".txt", "x");
  write();
  test_.update_all();
}

std::uint64_t VersionedReports::commit_next() {
  ++version_;
  write();
  const UpdateSummary summary = version_ % kRebuildEvery == 0 ? test_.rebuild() : test_.update();
  EXPECT_EQ(summary.generation, static_cast<std::uint64_t>(version_) + 1);
  return summary.generation;
}

void VersionedReports::write() const {
  const std::string number = std::to_string(version_);
  for (int i = 0; i < kReports; ++i) {
    test_.change("r" + std::to_string(i) + ".txt",
                 report_with("Version" + number, {"The defense pact, 국방 협정, in version" +
                                                  number + " of " + std::to_string(i) + "."}));
  }
}

}  // namespace ibid::testing
