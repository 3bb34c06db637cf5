// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles of reports whose text a reader made of another format: what they hold, and what
// is proven of them without reading the files again.
#include "tests/search/bundles/extracted_bundle.h"

#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "corpus/report/sha256.h"
#include "indexer/update/update.h"
#include "search/bundles/render_bundle_check.h"

namespace ibid {
namespace {

using testing::all_proven;
using ::testing::AllOf;
using ::testing::Contains;
using testing::ExtractedBundleTest;
using testing::FakeReader;
using testing::file_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::kLines;
using testing::kProgram;
using testing::kWebPage;
using testing::messages;
using ::testing::Not;
using ::testing::SizeIs;
using Json = nlohmann::ordered_json;

// A file of two documents.
std::string jsonl() {
  std::string out = kLines[0];
  return out + std::string(100 - out.size(), ' ') + kLines[1];
}

TEST_F(ExtractedBundleTest, IsProvenFromItsOwnBytes) {
  const struct {
    const char *report, *file;
    std::size_t passages;
    bool extraction;
  } kCases[] = {{"web", "reports/web.html", 2, true},
                {"paper", "reports/paper.docx", 3, false},
                {"논문", "reports/논문.pdf", 3, false}};
  for (const auto& one : kCases) {
    const Bundle bundle = make(one.report);
    const BundleCheck check = check_bundle(bundle.bytes, kProgram);
    EXPECT_THAT(messages(check), IsEmpty()) << one.report;
    EXPECT_THAT(check.passages, AllOf(SizeIs(one.passages), all_proven(one.extraction)))
        << one.report;
    EXPECT_TRUE(check.page_proven);
    EXPECT_FALSE(check.reread);
    const auto manifest = Json::parse(file_of(bundle.bytes, "manifest.json"));
    EXPECT_EQ(manifest["schema_version"], 2);
    const Json& report = manifest["reports"][0];
    EXPECT_EQ(report["file"], one.file);
    EXPECT_EQ(report["text_file"], std::string("texts/") + one.report + ".txt");
    EXPECT_EQ(report["reader"], "fake/1");
    EXPECT_EQ(sha256_hex(file_of(bundle.bytes, report["text_file"].get<std::string>())),
              report["text_sha256"]);
    EXPECT_EQ(sha256_hex(file_of(bundle.bytes, one.file)), report["sha256"]);
  }
}

TEST_F(ExtractedBundleTest, NamesThePlacesOfItsPassages) {
  const auto places = [&](const std::string& report) {
    const auto manifest = Json::parse(file_of(make(report).bytes, "manifest.json"));
    return manifest["passages"][1];
  };
  const Json web = places("web");
  EXPECT_FALSE(web.contains("bytes"));
  const std::string html = kWebPage;
  const std::uint64_t begin = html.find("한국");
  EXPECT_EQ(web["anchor"]["places"][0]["bytes"]["begin"], begin);
  EXPECT_EQ(web["anchor"]["places"][0]["bytes"]["end"], html.rfind("</p>"));
  EXPECT_EQ(web["selectors"][1]["type"], "DataPositionSelector");
  const Json paper = places("paper");
  EXPECT_EQ(paper["anchor"]["places"][0]["part"], "word/document.xml");
  EXPECT_EQ(paper["label"], "나.");
  EXPECT_THAT(paper["selectors"], SizeIs(1));
  const Json pdf = places("논문");
  EXPECT_EQ(pdf["anchor"]["places"][0]["page"], 2);
  EXPECT_EQ(pdf["anchor"]["places"][0]["boxes"][0]["left"], 72.13);
  EXPECT_EQ(pdf["selectors"][0]["value"], "page=2");
}

TEST_F(ExtractedBundleTest, ShowsPageAndLabel) {
  const std::string page = file_of(make("").bytes, "index.html");
  EXPECT_THAT(page, AllOf(HasSubstr("p. iv (page 1) of <a href"), HasSubstr("p. 2 of <a href"),
                          HasSubstr("<dt>Label</dt><dd>나.</dd>"),
                          HasSubstr("word/document.xml, bytes 1100 to "),
                          HasSubstr("text extracted by fake/1")));
}

TEST_F(ExtractedBundleTest, SaysWhatIsNotProvenUntilItIsReadAgain) {
  const std::string text = bundle_check_text("a.zip", check_bundle(make("").bytes, kProgram));
  EXPECT_THAT(text, AllOf(HasSubstr("a.zip: whole"),
                          HasSubstr("the text was extracted by fake/1; not proven here, --reread "
                                    "reads the file again"),
                          HasSubstr("  (in the extracted text)")));
  EXPECT_THAT(bundle_check_text("a.zip", check_bundle(make("web").bytes, kProgram)),
              AllOf(Not(HasSubstr("extracted")), HasSubstr("proven      web#")));
}

TEST_F(ExtractedBundleTest, HoldsExcerptsOfTheText) {
  for (const char* report : {"web", "paper", "논문"}) {
    const Bundle bundle = make(report, BundleMode::kExcerpts);
    FakeReader again;
    const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(again));
    EXPECT_THAT(messages(check), IsEmpty()) << report;
    EXPECT_THAT(check.passages, all_proven(false));
    EXPECT_EQ(again.read, 0);
    const BundlePassage& passage = check.manifest.passages[0];
    EXPECT_EQ(file_of(bundle.bytes, passage.file), passage.text);
    EXPECT_THAT(bundle_check_text("a.zip", check),
                HasSubstr("not proven here, as the files are not in the bundle"));
  }
}

TEST_F(ExtractedBundleTest, KeepsAFileOfSeveralDocumentsOnce) {
  test_.write("feed.jsonl", jsonl());
  UpdateOptions options = test_.options();
  options.read_documents = std::ref(reader_);
  ASSERT_THAT(update_index(options).problems, IsEmpty());
  BundleRequest request;
  for (const PassageRef& ref : passages_of()) {
    if (ref.report.starts_with("feed")) request.passages.push_back(ref);
  }
  request.program = kProgram;
  const Bundle bundle = make_bundle(open(), request);
  ASSERT_THAT(bundle.manifest.reports, SizeIs(2));
  EXPECT_EQ(bundle.manifest.reports[0].file, bundle.manifest.reports[1].file);
  EXPECT_EQ(bundle.manifest.reports[1].info.extraction->item, "둘");
  FakeReader again;
  const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(again));
  EXPECT_THAT(messages(check), IsEmpty());
  EXPECT_EQ(again.read, 1);
  EXPECT_EQ(check.files, 6U);
  EXPECT_THAT(check.passages, AllOf(SizeIs(2), all_proven(true)));
}

TEST_F(ExtractedBundleTest, RefusesAReportThatHasChanged) {
  const std::vector<PassageRef> refs = passages_of("논문");
  test_.change("논문.pdf", "%PDF-1.4\nAnother");
  BundleRequest request;
  request.passages = refs;
  request.program = kProgram;
  const Bundle bundle = make_bundle(open(), request);
  EXPECT_THAT(bundle.refused, Contains(HasSubstr("is no longer the file that was indexed")));
  EXPECT_THAT(bundle.bytes, IsEmpty());
}

}  // namespace
}  // namespace ibid
