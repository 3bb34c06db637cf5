// SPDX-License-Identifier: GPL-2.0-or-later
//
// The comparison that tests of the glass writer rely on notices each difference it claims to
// notice.
#include "tests/support/database_compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/support/glass_cases.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using testing::differences;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::LoadInput;

LoadInput some() {
  LoadInput input;
  for (std::uint32_t i = 1; i <= 5; ++i) {
    input.documents.emplace_back(i, testing::varied_document(i));
    // Neither the least nor the greatest of anything: a change here moves no bound.
    input.documents.back().second.terms.push_back({"하나", 2});
  }
  input.metadata = {{"a", "1"}, {"b", "2"}};
  return input;
}

struct Change {
  const char* said;  // in the first difference
  std::function<void(LoadInput&)> make;
};

TEST(DatabaseCompare, SeesEachChange) {
  const auto third = [](LoadInput & input) -> auto& { return input.documents[2].second; };
  const std::vector<Change> changes = {
      {"documents: 5 and 4", [](auto& input) { input.documents.pop_back(); }},
      {"last docid: 5 and 6", [](auto& input) { input.documents[4].first = 6; }},
      {"total length", [&](auto& input) { third(input).terms.back().wdf = 3; }},
      {"least length",
       [](auto& input) {
         input.documents[0].second.terms = {{"x", 1}};
       }},
      {"data of document 3", [&](auto& input) { third(input).data += "."; }},
      {"term of document 3", [&](auto& input) { third(input).terms.back().term = "하나둘"; }},
      {"value of document 3", [&](auto& input) { third(input).values[0].second += "0"; }},
      {"values of document 3", [&](auto& input) { third(input).values.pop_back(); }},
      {"slot of document 3", [&](auto& input) { third(input).values[0].first = 1; }},
      {"metadata a: 1 and 2", [](auto& input) { input.metadata[0].second = "2"; }},
      {"metadata key: b and c", [](auto& input) { input.metadata[1].first = "c"; }},
      {"metadata keys: the first has more", [](auto& input) { input.metadata.pop_back(); }}};
  const testing::TempDir dir;
  xapian_load(dir.at("a"), some());
  xapian_load(dir.at("same"), some());
  const Xapian::Database a(dir.at("a"));
  EXPECT_THAT(differences(a, Xapian::Database(dir.at("same"))), IsEmpty());
  int number = 0;
  for (const Change& change : changes) {
    LoadInput changed = some();
    change.make(changed);
    const std::string folder = dir.at("b" + std::to_string(number++));
    xapian_load(folder, changed);
    const std::vector<std::string> found = differences(a, Xapian::Database(folder));
    ASSERT_FALSE(found.empty()) << change.said;
    EXPECT_LE(found.size(), 50U);
    EXPECT_THAT(found, ::testing::Contains(HasSubstr(change.said)));
  }
}

TEST(DatabaseCompare, CheckSeesDamage) {
  const testing::TempDir dir;
  xapian_load(dir.at("a"), some());
  EXPECT_EQ(testing::check_errors(dir.at("a")), "");
  // A table cut short, which Xapian reports: of some damaged blocks 1.4.22 reads past the end.
  const std::string bytes = testing::read_bytes(dir.at("a/termlist.glass"));
  testing::write_file(dir.at("a/termlist.glass"), bytes.substr(0, bytes.size() - 4096));
  EXPECT_NE(testing::check_errors(dir.at("a")), "");
}

}  // namespace
}  // namespace ibid
