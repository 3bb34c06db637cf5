// SPDX-License-Identifier: GPL-2.0-or-later
//
// A passage that was removed is no longer repeated, though an index with short lists of terms still
// has what it shares with others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/audit/auditor.h"
#include "search/audit/rules/rules.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kEnglish[] =
    "The ministry said that the port of Busan handled more containers in June than in any month "
    "before, and that it would open two more berths by the end of the year.";
constexpr char kKorean[] =
    "국토부는 부산항이 지난 6월에 어느 달보다 많은 컨테이너를 처리했으며 올해 말까지 선석 두 곳을 "
    "더 열 "
    "것이라고 밝혔다. 이는 작년 같은 달보다 크게 늘어난 것이다.";

std::vector<std::string> repeats_in(const std::string& index_dir) {
  OpenIndex index(index_dir);
  Auditor auditor(index);
  AuditOptions options;
  options.rules = {rule::kRepeatedPassage};
  std::vector<std::string> messages;
  auditor.run(options, [&](const ReportAudit& report) {
    for (const Finding& finding : report.findings) messages.push_back(finding.message);
    return Next::kGoOn;
  });
  return messages;
}

TEST(RemovedRepeats, AreNotFound) {
  for (const std::uint64_t exact_from : {std::uint64_t{0}, UINT64_MAX}) {
    testing::TestIndex test;
    UpdateOptions options = test.options();
    options.exact_lists_from = exact_from;
    test.write("a.txt", testing::report_with("First", {kEnglish, kKorean}));
    test.write("b.txt", testing::report_with("Second", {kKorean, kEnglish}));
    test.write("c.txt", testing::report_with("Third", {"Another port, 다른 항구."}));
    update_index(options);
    EXPECT_THAT(repeats_in(test.index()),
                ElementsAre(HasSubstr("repeats a#"), HasSubstr("repeats a#")));
    test.remove("a.txt");
    options.removals = UpdateOptions::Removals::kAny;
    update_index(options);
    EXPECT_THAT(repeats_in(test.index()), IsEmpty());
    test.write("d.txt", testing::report_with("Fourth", {kEnglish}));
    update_index(options);
    EXPECT_THAT(repeats_in(test.index()), ElementsAre(HasSubstr("repeats b#")));
  }
}

}  // namespace
}  // namespace ibid
