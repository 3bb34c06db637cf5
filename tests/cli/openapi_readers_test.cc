// SPDX-License-Identifier: GPL-2.0-or-later
//
// openapi.json, read by a validator of OpenAPI from npm.
#include "tests/cli/citation_readers.h"

namespace ibid {
namespace {

TEST_F(CommandTest, OpenApiIsValid) {
  const std::string readers = IBID_CITATION_READERS;
  if (!fs::exists(readers + "/node_modules/@seriousme") || !succeeds("node --version")) {
    GTEST_SKIP() << "the validator is not in the build folder";
  }
  const std::string check =
      "node " IBID_SOURCE_DIR "/tests/cli/citation_readers/check_openapi.mjs " + readers + " ";
  const std::string document = IBID_SOURCE_DIR "/tools/serve/api/openapi.json";
  EXPECT_TRUE(succeeds(check + document));
  // It does refuse a wrong one.
  Json wrong = Json::parse(read_all(document));
  wrong["paths"]["/v1/info"]["get"]["responses"] = 3;
  write("wrong.json", wrong.dump());
  EXPECT_FALSE(succeeds(check + path("wrong.json")));
}

}  // namespace
}  // namespace ibid
