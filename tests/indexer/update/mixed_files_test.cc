// SPDX-License-Identifier: GPL-2.0-or-later
//
// An index whose files are of different commits, as a copy made beside a writer: an update says so
// and a rebuild heals it, or they are all of the state before.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/error.h"
#include "indexer/folder/index_info.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::report_with;
using testing::TestIndex;

constexpr int kStates = 4;

void write_reports(const TestIndex& test, int state) {
  for (int i = 0; i < 40; ++i) {
    const std::string name = "r" + std::to_string(i);
    const bool changed = state > 0 && i % 8 == state;
    if (state > 0 && !changed) continue;
    std::vector<std::string> passages;
    for (int p = 0; p < 12; ++p) {
      passages.push_back("Pact " + std::to_string(state) + " of " + name + ", 협정 " +
                         std::to_string(p * 37 % 11) + "조가 바뀌었다.");
    }
    const std::string text = report_with(name, passages);
    if (state == 0) {
      test.write(name + ".txt", text);
    } else {
      test.change(name + ".txt", text);
    }
  }
}

TEST(MixedFiles, AreReportedAndHealedByARebuild) {
  const TestIndex test;
  const auto copy_of = [&](int state) { return test.index() + ".state" + std::to_string(state); };
  UpdateOptions in_place = test.options();
  in_place.rebuild_from = ~std::uint64_t{0};
  for (int state = 0; state < kStates; ++state) {
    write_reports(test, state);
    update_index(in_place);
    fs::copy(test.index(), copy_of(state), fs::copy_options::recursive);
  }
  write_reports(test, kStates);
  for (const std::string name : {"docdata.glass", "postlist.glass", "termlist.glass", "iamglass"}) {
    for (int state = 0; state + 1 < kStates; ++state) {
      fs::remove_all(test.index());
      fs::copy(copy_of(kStates - 1), test.index(), fs::copy_options::recursive);
      fs::copy_file(copy_of(state) + "/passages.1/" + name, test.in_index("passages.1/" + name),
                    fs::copy_options::overwrite_existing);
      try {
        update_index(in_place);
        // The state before the last commit still has all its blocks, and its checksums.
        EXPECT_TRUE(name == "iamglass" && state + 2 == kStates) << name << " of state " << state;
        EXPECT_THAT(check_index(test.index()), IsEmpty());
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::kIndex) << error.what();
        EXPECT_THAT(error.what(), HasSubstr("does not belong together"));
        EXPECT_THAT(error.what(), HasSubstr("`ibid index --rebuild --index " + test.index()));
      }
      EXPECT_EQ(test.rebuild().total_reports, 40U) << name << " of state " << state;
      EXPECT_THAT(check_index(test.index()), IsEmpty());
    }
  }
}

}  // namespace
}  // namespace ibid
