// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/audit.md against the tables it documents.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "search/audit/metrics.h"
#include "search/audit/rules/rules.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

const char* const kPage = IBID_SOURCE_DIR "/docs/audit.md";

// Rows of the table below `heading` with code in the first cell.
std::vector<std::string> rows_below(const std::string& heading) {
  std::istringstream in(testing::read_bytes(kPage));
  std::vector<std::string> out;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (inside && line.starts_with("| `")) out.push_back(line);
  }
  return out;
}

TEST(AuditDocs, HaveTheTableOfRules) {
  std::vector<std::string> rules;
  for (const Rule& rule : audit_rules()) {
    rules.push_back("| `" + std::string(rule.id) + "` | " + to_string(rule.level) + " | " +
                    rule.meaning + " | " + rule.remedy + " |");
  }
  EXPECT_EQ(rows_below("Rules"), rules);
}

TEST(AuditDocs, SayHowEachMetricIsComputed) {
  const std::string page = testing::read_bytes(kPage);
  for (const Metric& metric : attribution_metrics()) {
    EXPECT_THAT(
        page, ::testing::HasSubstr("| " + std::string(metric.name) + " | `" + metric.key + "` |"));
  }
}

}  // namespace
}  // namespace ibid
