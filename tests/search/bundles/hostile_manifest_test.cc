// SPDX-License-Identifier: GPL-2.0-or-later
//
// Manifests of reports of other formats that no ibid wrote.
#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "corpus/report/sha256.h"
#include "tests/search/bundles/extracted_bundle.h"
#include "tests/search/bundles/forged_bundle.h"

namespace ibid {
namespace {

using testing::BundleFiles;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::ExtractedBundleTest;
using ::testing::Field;
using testing::forged;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::messages;
using Json = nlohmann::ordered_json;

TEST_F(ExtractedBundleTest, RefusesMembersThatAreNone) {
  const auto at = [](Json& manifest) -> Json& { return manifest["passages"][0]; };
  const auto place = [at](Json& manifest) -> Json& { return at(manifest)["anchor"]["places"][0]; };
  const struct {
    const char* report;
    std::function<void(Json& manifest)> change;
    const char* problem;
  } kCases[] = {
      {"논문", [=](Json& m) { at(m)["anchor"] = 1; }, "passages[0].anchor.grade is missing"},
      {"논문", [=](Json& m) { at(m)["anchor"]["grade"] = "exact"; }, "anchor.grade is not one of"},
      {"논문", [=](Json& m) { at(m)["anchor"]["places"] = "x"; }, "anchor.places is not a list"},
      {"논문", [=](Json& m) { place(m)["page"] = 4294967296U; }, "page is not a small count"},
      {"논문", [=](Json& m) { place(m)["boxes"][0]["left"] = 1e300; }, "left is not a length"},
      {"논문", [=](Json& m) { place(m)["boxes"][0].erase("top"); }, "top is missing"},
      {"논문", [=](Json& m) { at(m).erase("text_bytes"); }, "text_bytes is missing"},
      {"논문", [=](Json& m) { at(m).erase("anchor"); }, "bytes is missing"},
      {"논문", [=](Json& m) { at(m)["selectors"] = Json::array(); }, "not a list of selectors"},
      {"논문", [=](Json& m) { at(m)["selectors"][0]["type"] = "XPathSelector"; },
       "selectors[0].type is not one of the words"},
      {"논문", [=](Json& m) { at(m)["selectors"][0].erase("refinedBy"); }, "refinedBy is missing"},
      {"web", [=](Json& m) { at(m)["selectors"].push_back(at(m)["selectors"][1]); },
       "not a list of different selectors"},
      {"web", [=](Json& m) { at(m)["anchor"].erase("decodes"); }, "decodes is missing"},
      {"web", [=](Json& m) { place(m)["bytes"]["begin"] = 99999; }, "bytes is not a range"},
      {"web", [](Json& m) { m["reports"][0]["format"] = "xlsx"; }, "not the name of a format"},
      {"web", [](Json& m) { m["reports"][0]["encoding"] = "CP949"; }, "not a member beside"},
      {"web", [](Json& m) { m["reports"][0].erase("text_file"); }, "text_file is missing"},
      {"web", [](Json& m) { m["schema_version"] = 1; }, "not the version of what it holds"},
  };
  for (const auto& one : kCases) {
    const std::string changed =
        forged(make(one.report).bytes, [&](BundleFiles&, Json& manifest) { one.change(manifest); });
    const BundleCheck check = check_bundle(changed, "ibid of another version");
    EXPECT_THAT(messages(check), ElementsAre(HasSubstr(one.problem)));
    EXPECT_THAT(check.passages, IsEmpty());
  }
}

// A claim of bytes that is the whole file, for each passage: read no more often than the bundle is
// large.
TEST_F(ExtractedBundleTest, MayClaimTheWholeFileForEachPassage) {
  const std::string changed = forged(make("web").bytes, [](BundleFiles& files, Json& manifest) {
    std::string& file = files["reports/web.html"];
    file += std::string(1'000'000, ' ');
    manifest["reports"][0]["size"] = file.size();
    manifest["reports"][0]["sha256"] = sha256_hex(file);
    Json passage = manifest["passages"][0];
    passage["anchor"]["places"][0]["bytes"] = {{"begin", 0}, {"end", file.size()}};
    passage["anchor"]["places"][0]["spans"].back()["bytes"]["end"] = file.size();
    manifest["passages"] = std::vector<Json>(500, passage);
  });
  const BundleCheck check = check_bundle(changed, "ibid of another version");
  std::size_t unread = 0;
  for (const std::string& message : messages(check)) {
    unread += message == "it is not checked: the ranges of the manifest overlap too often" ? 1 : 0;
  }
  EXPECT_GT(unread, 450U);
  EXPECT_THAT(check.passages, Each(Field(&CheckedPassage::proven, false)));
}

}  // namespace
}  // namespace ibid
