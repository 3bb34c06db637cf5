// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

namespace ibid {
namespace {

TEST(SchemaRows, NameEachKeyOnce) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const SchemaRow& row : schema_rows()) {
    EXPECT_FALSE(row.meaning.empty()) << row.key;
    EXPECT_TRUE(seen.emplace(row.where, row.key).second) << row.where << " " << row.key;
  }
  EXPECT_TRUE(seen.contains({"term prefix", "Z"}));
  EXPECT_TRUE(seen.contains({"value slot", "0"}));
  EXPECT_TRUE(seen.contains({"metadata key", schema::kMetaGeneration}));
  EXPECT_TRUE(seen.contains({"file", schema::kManifestFile}));
}

}  // namespace
}  // namespace ibid
