// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sources cited in the same passages, against pairs counted in the texts by hand or by an
// expression.
#include "search/sources/cited_together.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <utility>

#include "search/sources/source_reader.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::report_with;
using testing::SampleIndex;
using testing::TestIndex;

SourcesTogether together_in(const TestIndex& test, std::size_t limit) {
  OpenIndex index(test.index());
  return SourceReader(index).together(limit);
}

std::vector<std::string> names(const SourcesTogether& together) {
  std::vector<std::string> out;
  for (const SourceSummary& source : together.sources) out.push_back(source.source);
  return out;
}

TEST(SourcesTogether, CountsThePassagesThatCiteBoth) {
  TestIndex test;
  test.write("one.txt", report_with("One", {"A (source: Reuters; Yonhap)", "B (source: Reuters)",
                                            "C (source: Reuters; 연합인포맥스; Yonhap)"}));
  test.write("둘.txt", report_with("둘", {"가 (출처: 연합인포맥스; Reuters)", "출처가 없다."}));
  test.update_all();
  const SourcesTogether all = together_in(test, 10);
  EXPECT_EQ(names(all), (std::vector<std::string>{"Reuters", "Yonhap", "연합인포맥스"}));
  EXPECT_EQ(all.sources[0].passages, 4U);
  EXPECT_EQ(all.pairs, (std::vector<CitedTogether>{{0, 1, 2}, {0, 2, 2}, {1, 2, 1}}));
  EXPECT_EQ(all.left_out, 0U);

  const SourcesTogether two = together_in(test, 2);
  EXPECT_EQ(names(two), (std::vector<std::string>{"Reuters", "Yonhap"}));
  EXPECT_EQ(two.pairs, (std::vector<CitedTogether>{{0, 1, 2}}));
  EXPECT_EQ(two.left_out, 1U);
  EXPECT_TRUE(together_in(test, 0).pairs.empty());
}

TEST(SourcesTogether, CountsARepeatedSourceOfAPassageOnce) {
  TestIndex test;
  test.write("one.txt", report_with("One", {"A (source: Reuters). B (source: Reuters; Yonhap)."}));
  test.update_all();
  EXPECT_EQ(together_in(test, 10).pairs, (std::vector<CitedTogether>{{0, 1, 1}}));
}

TEST(SourcesTogether, ForgetsWhatWasRemoved) {
  TestIndex test;
  test.write("one.txt", report_with("One", {"A (source: Reuters; Yonhap)"}));
  test.write("two.txt", report_with("Two", {"B (source: Reuters)"}));
  test.update_all();
  test.remove("one.txt");
  test.update_all();
  EXPECT_EQ(names(together_in(test, 10)), (std::vector<std::string>{"Reuters"}));
  EXPECT_TRUE(together_in(test, 10).pairs.empty());
}

TEST(SourcesTogether, OfTheSamplesAreThoseOfTheirPassages) {
  SampleIndex samples;
  std::map<std::pair<std::string, std::string>, std::uint64_t> expected;
  for (const Report& report : samples.reports()) {
    for (const Passage& passage : report.passages) {
      std::set<std::string> cited;
      for (const Citation& citation : passage.citations) cited.insert(citation.source);
      for (auto a = cited.begin(); a != cited.end(); ++a) {
        for (auto b = std::next(a); b != cited.end(); ++b) ++expected[{*a, *b}];
      }
    }
  }
  ASSERT_FALSE(expected.empty());
  const SourcesTogether all = SourceReader(samples.open()).together(100'000);
  std::map<std::pair<std::string, std::string>, std::uint64_t> found;
  for (const CitedTogether& pair : all.pairs) {
    const std::string& a = all.sources[pair.a].source;
    const std::string& b = all.sources[pair.b].source;
    found[std::minmax(a, b)] = pair.passages;
  }
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace ibid
