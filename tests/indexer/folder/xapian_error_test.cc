// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/xapian_error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

template <class XapianError>
Error translated(const XapianError& thrown) {
  try {
    translating_xapian_errors("cannot search the index in x", [&]() -> int { throw thrown; });
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "not translated";
  return {ErrorKind::kUsage, ""};
}

// What Xapian says if it follows a damaged block number; no message calls it corrupt.
TEST(XapianError, OfADamagedBlockNamesTheRemedy) {
  for (const char* reason : {"EOF reading block 116", "inflate failed (invalid block type)"}) {
    const Error error = translated(Xapian::DatabaseError(reason));
    EXPECT_EQ(error.kind(), ErrorKind::kIndex);
    EXPECT_THAT(error.what(), HasSubstr(std::string("cannot search the index in x: ") + reason));
    EXPECT_THAT(error.what(), HasSubstr("run `ibid index --rebuild`"));
  }
}

// What Xapian says of a block of a later commit than the version file's.
TEST(XapianError, OfFilesOfDifferentStatesNamesTheRemedy) {
  const Error error = translated(Xapian::DatabaseModifiedError("The revision being read has been"));
  EXPECT_EQ(error.kind(), ErrorKind::kIndex);
  EXPECT_THAT(error.what(), HasSubstr("its files are of different states"));
  EXPECT_THAT(error.what(), HasSubstr("run `ibid index --rebuild`"));
}

TEST(XapianError, OfALaterStatePassesWhereTheIndexIsOpenedAgain) {
  const auto fail = [] { throw Xapian::DatabaseModifiedError(""); };
  EXPECT_THROW(translating_all_but_modified("cannot search", fail), Xapian::DatabaseModifiedError);
}

TEST(XapianError, OfTheSystemDoesNotMentionDamage) {
  const Error error = translated(Xapian::DatabaseOpeningError("Couldn't open", EACCES));
  EXPECT_EQ(error.kind(), ErrorKind::kSystem);
  EXPECT_THAT(error.what(), Not(HasSubstr("damaged")));
}

}  // namespace
}  // namespace ibid
