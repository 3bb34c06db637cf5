// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/deleted_documents.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "indexer/schema.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

// Six documents of reports a, b, a, a, b, b; the first five list only exact terms.
class Deleted : public ::testing::Test {
 protected:
  Deleted() {
    for (const char* report : {"Ra", "Rb", "Ra", "Ra", "Rb", "Rb"}) {
      Xapian::Document document;
      document.add_term("협정", 1);
      document.add_boolean_term(report);
      database_.add_document(document);
    }
    database_.set_metadata(schema::kMetaExactLists, "5");
    database_.commit();
  }

  testing::TempDir dir_;
  Xapian::WritableDatabase database_{dir_.at("database"),
                                     Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
};

TEST_F(Deleted, AreNoneAtFirst) {
  const DeletedDocuments deleted(database_);
  EXPECT_TRUE(deleted.empty());
  EXPECT_EQ(deleted.next(1), 0U);
  EXPECT_EQ(passage_count(database_), 6U);
}

TEST_F(Deleted, KeepTheirNumbers) {
  remove_documents(database_, "Ra");
  const DeletedDocuments deleted(database_);
  EXPECT_EQ(deleted.count(), 3U);
  EXPECT_EQ(deleted.next(1), 1U);
  EXPECT_EQ(deleted.next(2), 3U);
  EXPECT_EQ(deleted.next(4), 4U);
  EXPECT_EQ(deleted.next(5), 0U);
  EXPECT_EQ(passage_count(database_), 3U);
  EXPECT_EQ(database_.get_doccount(), 6U);
  EXPECT_FALSE(database_.term_exists("Ra"));
  EXPECT_EQ(database_.get_termfreq("Rb"), 3U);
}

TEST_F(Deleted, AreOnlyThoseWithShortLists) {
  remove_documents(database_, "Rb");
  EXPECT_EQ(DeletedDocuments(database_).count(), 2U);  // 2 and 5
  EXPECT_EQ(database_.get_doccount(), 5U);             // Xapian deletes 6
  EXPECT_EQ(passage_count(database_), 3U);
  remove_documents(database_, "Ra");
  EXPECT_EQ(passage_count(database_), 0U);
  remove_documents(database_, "Rc");
  EXPECT_EQ(DeletedDocuments(database_).count(), 5U);
}

TEST_F(Deleted, AreRefusedIfDamaged) {
  for (const char* value : {"", "x", "0", "3x", "-1", "99999999999"}) {
    database_.set_metadata(std::string(schema::kMetaGone) + "0000000002", value);
    if (*value == '\0') continue;  // removes the key
    EXPECT_THROW(DeletedDocuments{database_}, Error) << value;
  }
  database_.set_metadata(std::string(schema::kMetaGone) + "0000000002", "1");
  EXPECT_THROW(DeletedDocuments{database_}, Error);
}

}  // namespace
}  // namespace ibid
