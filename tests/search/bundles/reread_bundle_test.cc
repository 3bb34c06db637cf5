// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles whose files are read again: what only the reader knows is proven, or found
// wrong.
#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "search/bundles/render_bundle_check.h"
#include "tests/search/bundles/extracted_bundle.h"
#include "tests/search/bundles/forged_bundle.h"

namespace ibid {
namespace {

using testing::all_proven;
using ::testing::AllOf;
using testing::BundleFiles;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::ExtractedBundleTest;
using testing::FakeReader;
using ::testing::Field;
using testing::forged;
using testing::Forgery;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::kProgram;
using testing::messages;
using ::testing::Not;
using ::testing::Optional;
using testing::say;
using ::testing::SizeIs;
using Json = nlohmann::ordered_json;

TEST_F(ExtractedBundleTest, IsProvenWholeWhenReadAgain) {
  const Bundle bundle = make("");
  FakeReader again;
  const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(again));
  EXPECT_THAT(messages(check), IsEmpty());
  EXPECT_THAT(check.passages, AllOf(SizeIs(8), all_proven(true)));
  EXPECT_TRUE(check.reread);
  EXPECT_EQ(again.read, 3);
  EXPECT_THAT(bundle_check_text("a.zip", check),
              HasSubstr("the files were read again and say the same text"));
  EXPECT_THAT(bundle_check_json_lines("a.zip", check),
              HasSubstr(R"("extraction_proven":true,"reread":true)"));
}

TEST_F(ExtractedBundleTest, SaysWhetherTheReaderDiffers) {
  const Bundle bundle = make("논문");
  FakeReader other;
  other.lines[0] = "Storage in ports grew by 23% in the first half.";
  FakeReader newer = other;
  newer.name = "fake/2";
  FakeReader elsewhere;
  elsewhere.shift = 5;
  FakeReader renamed;
  renamed.name = "fake/2";
  const struct {
    FakeReader reader;
    const char* problem;
  } kCases[] = {{other, "read again, its text differs (of the same reader fake/1)"},
                {newer, "its text differs (the reader differs: it was fake/1, now it is fake/2)"},
                {elsewhere, "read again, its text is at other places (of the same reader fake/1)"},
                {renamed, ""}};
  for (auto one : kCases) {
    const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(one.reader));
    if (*one.problem == '\0') {
      EXPECT_THAT(messages(check), IsEmpty());
      EXPECT_THAT(check.passages, all_proven(true));
    } else {
      EXPECT_THAT(messages(check), AllOf(Not(IsEmpty()), Each(HasSubstr(one.problem))));
      EXPECT_THAT(check.passages, all_proven(false));
    }
  }
}

TEST_F(ExtractedBundleTest, SaysThatAFileCannotBeReadAgain) {
  const Bundle bundle = make("paper");
  const BundleCheck check =
      check_bundle(bundle.bytes, kProgram, [](const ReaderInput&) -> std::vector<ExtractedFile> {
        throw Error(ErrorKind::kInput, "it is damaged");
      });
  EXPECT_THAT(messages(check), ElementsAre("it cannot be read again: it is damaged"));
  EXPECT_THROW(check_bundle(bundle.bytes, kProgram,
                            [](const ReaderInput&) -> std::vector<ExtractedFile> {
                              throw Error(ErrorKind::kSystem, "no ibid-read");
                            }),
               Error);
}

// What only the reader knows is found by reading again.
TEST_F(ExtractedBundleTest, ReportsByReadingAgainWhatWasForgedWell) {
  const struct {
    const char* report;
    Forgery change;
    const char* problem;
  } kCases[] = {
      {"논문", [](BundleFiles& f, Json& m) { say(f, m, "-23%", "+23%"); }, "its text differs"},
      {"paper", [](BundleFiles& f, Json& m) { say(f, m, "네 곳", "세 곳"); },
       "its text differs"},
      {"web",
       [](BundleFiles& f, Json& m) {
         say(f, m, "12 GWh", "99 GWh");
         m["passages"][0]["anchor"]["decodes"] = false;
       },
       "its text differs"},
      {"논문",
       [](BundleFiles&, Json& m) {
         m["passages"][0]["anchor"]["places"][0]["page"] = 3;
         m["passages"][0]["selectors"][0]["value"] = "page=3";
       },
       "its text is at other places"},
      {"논문",
       [](BundleFiles&, Json& m) {
         m["passages"][0]["anchor"]["places"][0]["boxes"][0]["top"] = 91;
       },
       "its text is at other places"},
      {"paper", [](BundleFiles&, Json& m) { m["passages"][1]["label"] = "다."; },
       "it has the label \"나.\", not \"다.\""},
      {"논문", [](BundleFiles&, Json& m) { m["reports"][0]["format"] = "docx"; },
       "it is a file of format pdf, not docx"},
      {"논문", [](BundleFiles&, Json& m) { m["reports"][0]["item"] = "7"; },
       "it contains no document \"7\""},
  };
  for (const auto& one : kCases) {
    const std::string changed = forged(make(one.report).bytes, one.change);
    const BundleCheck unread = check_bundle(changed, "ibid of another version");
    EXPECT_THAT(messages(unread), IsEmpty()) << one.problem;
    EXPECT_THAT(unread.passages,
                Contains(Field(&CheckedPassage::extraction_proven, Optional(false))));
    FakeReader again;
    const BundleCheck check = check_bundle(changed, "ibid of another version", std::ref(again));
    EXPECT_THAT(messages(check), Contains(HasSubstr(one.problem)));
    EXPECT_THAT(check.passages,
                Contains(Field(&CheckedPassage::extraction_proven, Optional(false))))
        << one.problem;
  }
}

}  // namespace
}  // namespace ibid
