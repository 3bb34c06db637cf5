// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lists of four letters that no query would read are not written.
#include "indexer/build/frequent_letters.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/support/naive_load.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using testing::LoadInput;
using testing::OwnedDocument;

constexpr std::uint32_t kPassages = 2500, kMost = 2000;

// All passages from the third on have "abcd", the last kMost of them "bcde", the last one "cdef".
LoadInput passages_with_letters() {
  LoadInput input;
  for (std::uint32_t docid = 1; docid <= kPassages; ++docid) {
    OwnedDocument document;
    document.data = "text";
    if (docid >= 3) document.terms.push_back({"Gabcd", 1});
    if (docid > kPassages - kMost) document.terms.push_back({"Gbcde", 2});
    if (docid == kPassages) document.terms.push_back({"Gcdef", 1});
    document.terms.push_back({"Habove", 1});
    document.terms.push_back({"Zword", 1});
    input.documents.emplace_back(docid, std::move(document));
  }
  return input;
}

Xapian::Database loaded(const std::string& folder, std::size_t shards, TermLists lists) {
  testing::bulk_load(folder, passages_with_letters(), shards, 1 << 30, lists);
  return Xapian::Database(folder);
}

TEST(FrequentLetters, AreRepresentedByTheirFirstPassage) {
  const testing::TempDir dir;
  for (const std::size_t shards : {1U, 3U}) {
    const Xapian::Database database =
        loaded(dir.at(std::to_string(shards)), shards, TermLists::kExact);
    EXPECT_EQ(database.get_termfreq("Gabcd"), 0U);
    EXPECT_EQ(database.get_termfreq("Jabcd"), 1U);
    EXPECT_EQ(*database.postlist_begin("Jabcd"), 3U);
    EXPECT_EQ(database.get_termfreq("Gbcde"), kMost);
    EXPECT_EQ(database.get_termfreq("Gcdef"), 1U);
    EXPECT_FALSE(database.term_exists("Jbcde"));
    EXPECT_EQ(database.get_termfreq("Habove"), kPassages);
    EXPECT_EQ(database.get_termfreq("Zword"), kPassages);
    EXPECT_EQ(database.get_doclength(kPassages), 6U);  // of all words, listed or not
  }
}

// Xapian removes a document from the lists of all these terms.
TEST(FrequentLetters, AreListedIfDocumentsListThem) {
  const testing::TempDir dir;
  const Xapian::Database database = loaded(dir.at("all"), 1, TermLists::kAll);
  EXPECT_EQ(database.get_termfreq("Gabcd"), kPassages - 2);
  EXPECT_FALSE(database.term_exists("Jabcd"));
}

TEST(FrequentLetters, AreThoseOfMoreThanOneInFiftyPassages) {
  EXPECT_TRUE(schema::lists_letters(2000, 2000));
  EXPECT_FALSE(schema::lists_letters(2001, 2001));
  EXPECT_FALSE(schema::lists_letters(2001, 100'049));
  EXPECT_TRUE(schema::lists_letters(2001, 100'050));
  EXPECT_TRUE(schema::lists_letters(100'000, 5'000'000));
  EXPECT_FALSE(schema::lists_letters(100'001, 5'000'000));
}

}  // namespace
}  // namespace ibid
