// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/json_document.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace ibid {
namespace {

constexpr auto kMany = DocumentPart::Many::kYes;
constexpr auto kOne = DocumentPart::Many::kNo;
const DocumentShape kHits = {
    {"query", kOne, {"query"}}, {"hits", kMany, {"hit"}}, {"end", kOne, {"end"}}};
const DocumentShape kMixed = {
    {"head", kOne, {"head"}}, {"lines", kMany, {}}, {"end", kOne, {"end"}}};

TEST(JsonDocument, GroupsLinesByType) {
  EXPECT_EQ(json_document(kHits,
                          "{\"type\":\"query\",\"q\":\"인도\"}\n{\"type\":\"hit\",\"n\":1}\n"
                          "{\"type\":\"hit\",\"n\":2}\n{\"type\":\"end\"}\n"),
            "{\"query\":{\"type\":\"query\",\"q\":\"인도\"},\"hits\":[{\"type\":\"hit\",\"n\":1},\n"
            "{\"type\":\"hit\",\"n\":2}],\"end\":{\"type\":\"end\"}}\n");
}

TEST(JsonDocument, HasEmptyArraysAndOnlyTheMembersThatCame) {
  EXPECT_EQ(json_document(kHits, ""), "{\"hits\":[]}\n");
  EXPECT_EQ(json_document(kHits, "{\"type\":\"end\"}\n"),
            "{\"hits\":[],\"end\":{\"type\":\"end\"}}\n");
  EXPECT_EQ(json_document({}, ""), "{}\n");
}

TEST(JsonDocument, KeepsMixedLinesInTheirOrder) {
  EXPECT_EQ(json_document(kMixed,
                          "{\"type\":\"head\"}\n{\"type\":\"b\"}\n{\"a\":1}\n{\"type\":\"b\"}\n"
                          "{\"type\":\"end\"}\n"),
            "{\"head\":{\"type\":\"head\"},\"lines\":[{\"type\":\"b\"},\n{\"a\":1},\n"
            "{\"type\":\"b\"}],\"end\":{\"type\":\"end\"}}\n");
}

TEST(JsonDocument, IsTheSameInWhateverPiecesItsLinesCome) {
  const std::vector<std::string> lines = {"{\"type\":\"query\"}\n", "{\"type\":\"hit\"}\n",
                                          "{\"type\":\"hit\"}\n", "{\"type\":\"end\"}\n"};
  std::string whole;
  for (const std::string& line : lines) whole += line;
  for (unsigned cuts = 0; cuts < 8; ++cuts) {
    JsonDocument document(kHits);
    std::string out, piece;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      piece += lines[i];
      if ((cuts >> i) % 2 == 0) continue;
      document.add(piece, out);
      piece.clear();
    }
    document.add(piece, out);
    document.finish(out);
    EXPECT_EQ(out, json_document(kHits, whole)) << cuts;
    EXPECT_EQ(nlohmann::json::parse(out)["hits"].size(), 2U);
  }
}

}  // namespace
}  // namespace ibid
