// SPDX-License-Identifier: GPL-2.0-or-later
//
// Our reader of the table finds the terms that Xapian's own iterator finds.
#include <gtest/gtest.h>
#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "search/index/index_snapshot.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

std::optional<std::string> by_xapian(const Xapian::Database& database, const std::string& term) {
  Xapian::TermIterator at = database.allterms_begin();
  at.skip_to(term);
  if (at == database.allterms_end()) return std::nullopt;
  return *at;
}

TEST(FirstTermFrom, IsWhatXapianFinds) {
  testing::TestIndex test;
  std::vector<std::string> passages;
  for (int i = 0; i < 600; ++i) {  // long lists have several entries in the table
    passages.push_back("The treaty of 조약 and word" + std::to_string(i) + " 낱말" +
                       std::to_string(i * 7) + " 한국어와 English.");
  }
  test.write("a.txt", testing::report_with("A", passages));
  test.update_all();
  IndexSnapshot snapshot(IndexDir(test.index()));
  const IndexView& index = snapshot.index();
  ASSERT_NE(index.postings, nullptr);
  IndexView xapians = index;
  xapians.postings = nullptr;
  xapians.derived = std::make_shared<DerivedFromIndex>();
  std::size_t tried = 0;
  for (auto it = index.database.allterms_begin(); it != index.database.allterms_end(); ++it) {
    const std::string term = *it;
    for (const std::string& from :
         {term, term + "\x01", term + "z", term + "힣", term.substr(0, (term.size() + 1) / 2)}) {
      const auto expected = by_xapian(index.database, from);
      ASSERT_EQ(statistics(index).first_term_from(from, ""), expected) << from;
      ASSERT_EQ(statistics(xapians).first_term_from(from, ""), expected) << from;
      ++tried;
    }
  }
  EXPECT_GT(tried, 5000U);
  EXPECT_EQ(statistics(index).first_term_from("\xF4\x8F\xBF\xBF", ""), std::nullopt);
}

}  // namespace
}  // namespace ibid
