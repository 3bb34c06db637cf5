// SPDX-License-Identifier: GPL-2.0-or-later
//
// Web annotations of files that are no plain text: the page or the bytes of the file, or an anchor.
#include <gmock/gmock.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/report/sha256.h"
#include "search/export/render_export.h"
#include "tests/search/export/cited_files.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using testing::CitedLabels;
using testing::CitedPlaceTest;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::html_document;
using ::testing::Not;
using Json = nlohmann::json;

TEST_F(CitedLabels, AreAnAnchorOfOurOwnInAnnotations) {
  const Json page =
      Json::parse(exported(*export_web_annotation(ExportWhat::kPassages), ExportWhat::kPassages));
  const Json& target = page["items"][0]["target"];
  EXPECT_EQ(target["source"]["format"],
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  ASSERT_EQ(target["selector"].size(), 1U);
  EXPECT_EQ(target["selector"][0]["type"], "TextQuoteSelector");
  EXPECT_EQ(target["anchor"]["grade"], "part");
  EXPECT_EQ(target["anchor"]["places"][0]["part"], "word/document.xml");
  EXPECT_EQ(target["anchor"]["places"][0]["sha256"], sha256_hex("part"));
  EXPECT_THAT(page.dump(), Not(HasSubstr("conformsTo")));
}

TEST_F(CitedPlaceTest, AnnotationsOfPagesNameThePageOfTheFile) {
  const Json page =
      Json::parse(exported(*export_web_annotation(ExportWhat::kCitations), ExportWhat::kCitations));
  std::vector<std::string> pages;
  for (const Json& item : page["items"]) {
    const Json& target = item["target"];
    EXPECT_EQ(target["source"]["format"], "application/pdf");
    const Json& selector = target["selector"][0];
    EXPECT_EQ(selector["type"], "FragmentSelector");
    EXPECT_EQ(selector["refinedBy"]["type"], "TextQuoteSelector");
    EXPECT_EQ(target["anchor"]["places"][0]["boxes"][0]["left"], 72.0);
    pages.push_back(selector["value"]);
  }
  EXPECT_THAT(pages, ElementsAre("page=1", "page=2", "page=3"));
}

TEST_F(CitedPlaceTest, WebPagesAreCitedAsSuch) {
  test_.remove("harbour.pdf");
  add("port.html", "<!doctype html><html><p>The port</p></html>", html_document());
  EXPECT_EQ(Json::parse(exported(*export_csl_json()))[0]["type"], "webpage");
  EXPECT_THAT(exported(*export_ris()),
              AllOf(HasSubstr("TY  - ELEC\r\n"), HasSubstr("\r\nT2  - Quay Times\r\n")));
  const Json page =
      Json::parse(exported(*export_web_annotation(ExportWhat::kPassages), ExportWhat::kPassages));
  const Json& target = page["items"][0]["target"];
  EXPECT_EQ(target["source"]["format"], "text/html");
  EXPECT_EQ(target["source"]["via"], "https://example.org/port");
  ASSERT_EQ(target["selector"].size(), 2U);
  EXPECT_EQ(target["selector"][1]["type"], "DataPositionSelector");
  EXPECT_EQ(target["selector"][1]["start"], 20);
  EXPECT_FALSE(target.contains("anchor"));
  // Bytes of the file, not of the extracted text.
  EXPECT_EQ(exported(*export_tsv(ExportWhat::kPassages, {"begin", "end"})), "begin\tend\n20\t71\n");
  EXPECT_EQ(exported(*export_tsv(ExportWhat::kCitations, {"begin", "end"}), ExportWhat::kCitations),
            "begin\tend\n54\t69\n");
}

TEST(Annotations, NameTheTypeOfEachFormat) {
  const std::pair<FileFormat, const char*> cases[] = {
      {FileFormat::kHwpx, "application/hwp+zip"},
      {FileFormat::kHwp, "application/x-hwp"},
      {FileFormat::kOdt, "application/vnd.oasis.opendocument.text"},
      {FileFormat::kEpub, "application/epub+zip"},
      {FileFormat::kEml, "message/rfc822"},
      {FileFormat::kJson, "application/json"},
      {FileFormat::kJsonLines, "application/json"},
      {FileFormat::kRss, "application/rss+xml"},
      {FileFormat::kAtom, "application/atom+xml"},
  };
  for (const auto& [format, type] : cases) {
    ReportExtraction extraction;
    extraction.format = format;
    ExportedReport report;
    report.report.path = "/nowhere/a";
    report.report.extraction = std::make_shared<const ReportExtraction>(extraction);
    report.passages.resize(1);
    report.passages[0].text = "항만 port";
    report.passages[0].report = report.report;
    export_web_annotation(ExportWhat::kPassages)->report(report, [&](std::string_view text) {
      EXPECT_THAT(std::string(text), HasSubstr("\"format\":\"" + std::string(type) + "\""));
      // Nobody knows where it is in a file that is not there.
      EXPECT_THAT(std::string(text), Not(HasSubstr("\"anchor\"")));
    });
  }
}

}  // namespace
}  // namespace ibid
