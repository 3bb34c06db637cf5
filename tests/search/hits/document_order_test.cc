// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order of documents is that of their values, before and after it is learnt.
#include "search/hits/document_order.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "search/index/index_snapshot.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

std::vector<Xapian::docid> all_documents(const Xapian::Database& database) {
  std::vector<Xapian::docid> all;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    all.push_back(*it);
  }
  return all;
}

// By Xapian's own values.
std::vector<Xapian::docid> by_values(const Xapian::Database& database,
                                     std::vector<Xapian::docid> documents) {
  std::stable_sort(documents.begin(), documents.end(), [&](Xapian::docid a, Xapian::docid b) {
    const auto order = [&](Xapian::docid d) {
      return database.get_document(d).get_value(schema::kSlotOrder);
    };
    return order(a) < order(b);
  });
  return documents;
}

void expect_order_of_values(const testing::TestIndex& test, bool in_order) {
  IndexSnapshot snapshot(IndexDir(test.index()));
  const IndexView& index = snapshot.index();
  const std::vector<Xapian::docid> all = all_documents(index.database);
  ASSERT_GT(all.size(), 30U);
  EXPECT_EQ(by_values(index.database, all) == all, in_order);
  std::vector<Xapian::docid> some;
  for (std::size_t i = 1; i < all.size(); i += 3) some.push_back(all[i]);
  for (int time = 0; time < 10; ++time) {  // learnt after the third time
    for (const auto& documents : {some, all, std::vector<Xapian::docid>{all[4]}}) {
      std::vector<Xapian::docid> sorted;
      for (const std::size_t i : document_order(index).sorted(index, documents)) {
        sorted.push_back(documents[i]);
      }
      ASSERT_EQ(sorted, by_values(index.database, documents)) << time;
    }
  }
}

std::vector<std::string> passages(const std::string& word) {
  std::vector<std::string> out;
  for (int i = 0; i < 12; ++i)
    out.push_back("The " + word + " treaty " + std::to_string(i) + " 조약.");
  return out;
}

TEST(DocumentOrder, IsThatOfTheValuesInANewIndexAndAfterUpdates) {
  testing::TestIndex test;
  test.write("b.txt", testing::report_with("B", passages("first")));
  test.write("ba.txt", testing::report_with("Ba", passages("second")));
  test.write("나.txt", testing::report_with("나", passages("셋째")));
  test.update_all();
  expect_order_of_values(test, true);
  test.write("a.txt", testing::report_with("A", passages("fourth")));
  test.change("ba.txt", testing::report_with("Ba", passages("changed")));
  test.update_all();
  expect_order_of_values(test, false);
}

}  // namespace
}  // namespace ibid
