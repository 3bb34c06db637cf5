// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles of other formats that were changed, also with all hashes made again.
#include "tests/search/bundles/forged_bundle.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "corpus/report/passage_id.h"
#include "tests/search/bundles/extracted_bundle.h"

namespace ibid {
namespace {

using testing::BundleFiles;
using ::testing::Contains;
using testing::ExtractedBundleTest;
using ::testing::Field;
using testing::forged;
using testing::Forgery;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::kProgram;
using testing::messages;
using ::testing::Not;
using testing::replaced;
using testing::say;
using Json = nlohmann::ordered_json;

TEST_F(ExtractedBundleTest, ReportsWhatWasForged) {
  const auto at = [](Json& manifest) -> Json& { return manifest["passages"][0]; };
  const auto place = [at](Json& manifest) -> Json& { return at(manifest)["anchor"]["places"][0]; };
  const struct {
    const char *name, *report;
    Forgery change;
    const char* problem;
  } kCases[] = {
      {"the original", "논문", [](BundleFiles& f, Json&) { f["reports/논문.pdf"] += "more"; },
       "it is not the file that was indexed"},
      {"the text", "paper",
       [](BundleFiles& f, Json&) {
         f["texts/paper.txt"] = replaced(f["texts/paper.txt"], "-23%", "+23%");
       },
       "it is not the text that was indexed"},
      {"text and passage, not the file", "web",
       [](BundleFiles& f, Json& m) { say(f, m, "12 GWh", "99 GWh"); },
       "the bytes of the file at its anchor do not say its text"},
      {"Korean text and passage", "web",
       [](BundleFiles& f, Json& m) { say(f, m, "두 배", "세 배"); },
       "the bytes of the file at its anchor do not say its text"},
      {"bytes of the anchor", "web",
       [=](BundleFiles&, Json& m) {
         for (Json* one : {&place(m)["bytes"], &place(m)["spans"][0]["bytes"]}) {
           (*one)["begin"] = 2;
         }
         at(m)["selectors"][1]["start"] = 2;
       },
       "the bytes of the file at its anchor do not say its text"},
      {"an anchor past the file", "web",
       [=](BundleFiles&, Json& m) { place(m)["bytes"]["end"] = 99999; },
       "its anchor ends past the end of the file"},
      {"an anchor of other text", "paper",
       [=](BundleFiles&, Json& m) { place(m)["spans"][0]["text_bytes"]["end"] = 99999; },
       "its anchor is not of its text"},
      {"bytes out of the place", "paper",
       [=](BundleFiles&, Json& m) { place(m)["spans"][0]["bytes"]["end"] = 18446744073709551615U; },
       "the bytes of its anchor are out of order"},
      {"no part", "paper", [=](BundleFiles&, Json& m) { place(m)["part"] = ""; },
       "its anchor names no part of the file"},
      {"the page", "논문", [=](BundleFiles&, Json& m) { place(m)["page"] = 7; },
       "its FragmentSelector is not its page"},
      {"page 0", "논문", [=](BundleFiles&, Json& m) { place(m)["page"] = 0; },
       "its anchor is on no page"},
      {"the fragment", "논문",
       [=](BundleFiles&, Json& m) { at(m)["selectors"][0]["value"] = "page=7"; },
       "its FragmentSelector is not its page"},
      {"a made-up standard", "논문",
       [=](BundleFiles&, Json& m) { at(m)["selectors"][0]["conformsTo"] = "https://example.org"; },
       "its FragmentSelector is not its page"},
      {"a quotation", "논문",
       [=](BundleFiles&, Json& m) { at(m)["selectors"][0]["refinedBy"]["suffix"] = "x"; },
       "the text of its TextQuoteSelector is not there"},
      {"bytes of a page", "논문",
       [=](BundleFiles&, Json& m) {
         at(m)["selectors"].push_back({{"type", "DataPositionSelector"}, {"start", 0}, {"end", 1}});
       },
       "its DataPositionSelector is not that of its anchor"},
      {"a position", "paper",
       [=](BundleFiles&, Json& m) {
         at(m)["selectors"].push_back({{"type", "TextPositionSelector"}, {"start", 0}, {"end", 1}});
       },
       "it has a TextPositionSelector, but its text is not that of the file"},
      {"another grade", "논문", [](BundleFiles&, Json& m) { m["reports"][0]["grade"] = "byte"; },
       "it is not a passage of a report of that format"},
      {"the old hash", "paper",
       [=](BundleFiles&, Json& m) {
         at(m)["permalink"] =
             permalink(at(m)["id"].get<std::string>(), at(m)["text"].get<std::string>());
       },
       "its permalink is not for this text"},
      {"no text", "paper",
       [](BundleFiles&, Json& m) { m["reports"][0]["text_file"] = "texts/x.txt"; },
       "it is not in the bundle"},
      {"the file as the text", "논문",
       [](BundleFiles&, Json& m) { m["reports"][0]["text_file"] = m["reports"][0]["file"]; },
       "it is not the text that was indexed"},
  };
  for (const auto& one : kCases) {
    const std::string changed = forged(make(one.report).bytes, one.change);
    const BundleCheck check = check_bundle(changed, "ibid of another version");
    EXPECT_THAT(messages(check), Contains(HasSubstr(one.problem))) << one.name;
    EXPECT_THAT(check.passages, Contains(Field(&CheckedPassage::proven, false))) << one.name;
  }
}

TEST_F(ExtractedBundleTest, ReportsChangedBytes) {
  const std::string whole = make("web").bytes;
  std::string bundle = whole;
  for (std::size_t at = 0; at < whole.size(); at += 41) {
    bundle[at] = static_cast<char>(whole[at] ^ 0x20);
    EXPECT_THAT(check_bundle(bundle, kProgram).problems, Not(IsEmpty())) << "byte " << at;
    bundle[at] = whole[at];
  }
}

}  // namespace
}  // namespace ibid
