// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sixty claims about the samples, judged by hand (judged_claims.tsv): the passage that a reader
// wants comes first, what it says differently is said, and nothing else is.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "search/claims/claim_checker.h"
#include "search/open/open_index.h"
#include "tests/support/golden_file.h"
#include "tests/support/sample_reports.h"
#include "tests/support/test_index.h"
#include "tests/support/text_parts.h"

namespace ibid::testing {
namespace {

struct JudgedClaim {
  std::string kind, passages, difference, claim;
};

std::vector<JudgedClaim> judged_claims() {
  std::vector<JudgedClaim> out;
  const std::string file = std::string(IBID_SOURCE_DIR) + "/tests/search/claims/judged_claims.tsv";
  for (const std::string& line : split_at(read_bytes(file), '\n')) {
    if (line.starts_with('#')) continue;
    const std::vector<std::string> cells = split_at(line, '\t');
    if (cells.size() == 4) out.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return out;
}

// "3.25% => 3.50%" of the file, "negation" or "reversal".
bool is_wanted(const std::string& wanted, const ClaimDifference& given) {
  const std::size_t arrow = wanted.find(" => ");
  if (arrow == std::string::npos) return to_string(given.kind) == wanted;
  return given.kind <= DifferenceKind::kDate &&
         given.claimed.find(wanted.substr(0, arrow)) != std::string::npos &&
         given.said.find(wanted.substr(arrow + 4)) != std::string::npos;
}

class JudgedClaims : public ::testing::Test {
 protected:
  JudgedClaims() { test_.update(sample_paths()); }
  TestIndex test_;
};

TEST_F(JudgedClaims, HaveTheRightPassageFirstAndNoMisleadingDifference) {
  OpenIndex index(test_.index());
  ClaimChecker checker(index, {});
  const std::vector<JudgedClaim> claims = judged_claims();
  ASSERT_EQ(claims.size(), 60U);
  std::size_t about = 0, first = 0;
  for (const JudgedClaim& judged : claims) {
    const ClaimAnswer answer = checker.check(judged.claim);
    if (judged.passages != "-") {
      ++about;
      const std::vector<std::string> right = split_at(judged.passages, ' ');
      const std::string best = answer.passages.empty() ? "" : answer.passages[0].passage.id;
      const bool is_first = std::find(right.begin(), right.end(), best) != right.end();
      first += is_first ? 1 : 0;
    }
    bool is_said = judged.difference == "-";
    for (const ClaimEvidence& evidence : answer.passages) {
      for (const ClaimDifference& difference : evidence.differences) {
        const bool right = is_wanted(judged.difference, difference);
        is_said = is_said || (right && evidence.rank == 1);
        EXPECT_TRUE(right) << judged.claim << " misled by " << to_string(difference.kind) << ' '
                           << difference.claimed << " => " << difference.said << " of "
                           << evidence.passage.id;
      }
    }
    EXPECT_TRUE(is_said) << judged.claim << " lacks " << judged.difference;
  }
  EXPECT_EQ(about, 48U);
  EXPECT_EQ(first, about);
}

}  // namespace
}  // namespace ibid::testing
