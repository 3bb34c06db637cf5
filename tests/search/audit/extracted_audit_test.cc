// SPDX-License-Identifier: GPL-2.0-or-later
//
// Audits of files that are not text: places in them, notes, and one text in two files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "search/audit/auditor.h"
#include "search/audit/render_audit.h"
#include "search/open/open_index.h"
#include "tests/support/extracted_index.h"

namespace ibid::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using Json = nlohmann::json;
using Kind = ExtractedBlock::Kind;

constexpr char kMark[] = " (source: go-public-web-eng-2877220144866105163-0-0)";

// Of its two passages the first, on page 2 or in the second part, cites nothing.
DocumentOf report_with_a_figure(AnchorGrade grade) {
  DocumentOf out(grade);
  out.paragraph("The harbour is old" + std::string(kMark) + ".");
  if (grade != AnchorGrade::kByte) out.page();
  out.paragraph("항만 물동량은 12만 톤으로 늘었다. The port is open" + std::string(kMark) + ".",
                "가.");
  return out;
}

class ExtractedAudit : public ::testing::Test {
 protected:
  std::vector<Finding> findings(const std::vector<std::string>& rules) {
    std::vector<Finding> out;
    AuditOptions options;
    options.rules = rules;
    OpenIndex opened(test_.index());
    Auditor(opened).run(options, [&](const ReportAudit& audit) {
      out.insert(out.end(), audit.findings.begin(), audit.findings.end());
      return Next::kGoOn;
    });
    return out;
  }
  std::string rendered(AuditRenderer& renderer, const char* rule) {
    AuditOptions options;
    options.rules = {rule};
    AuditHead head;
    head.base_dir = test_.folder();
    head.rules = options.rules;
    std::string out = renderer.begin(head);
    OpenIndex opened(test_.index());
    const AuditTotals totals = Auditor(opened).run(options, [&](const ReportAudit& audit) {
      out += renderer.report(audit);
      return Next::kGoOn;
    });
    return out + renderer.end(totals);
  }
  Json sarif_location(const char* rule) {
    return Json::parse(rendered(*audit_sarif(), rule))["runs"][0]["results"][0]["locations"][0];
  }
  ExtractedIndex test_;
};

TEST_F(ExtractedAudit, NamesThePageOfAFinding) {
  DocumentOf pdf = report_with_a_figure(AnchorGrade::kPage);
  test_.add("port.pdf", pdf);
  test_.update_all();
  const auto found = findings({rule::kUncitedFigure});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].location.excerpt, "항만 물동량은 12만 톤으로 늘었다.");
  EXPECT_EQ(found[0].location.line, 0U);
  EXPECT_EQ(place_words(found[0].location), "p. 2, 가.");
  EXPECT_FALSE(file_bytes(found[0].location));

  TextLayout layout;
  layout.columns = 120;
  EXPECT_THAT(rendered(*audit_text(layout, Sections::kNo), rule::kUncitedFigure),
              HasSubstr("p. 2, 가.: 항만 물동량은"));
  EXPECT_THAT(rendered(*audit_markdown(), rule::kUncitedFigure),
              HasSubstr("`port.pdf`, p. 2, 가."));
  EXPECT_THAT(rendered(*audit_html(), rule::kUncitedFigure), HasSubstr(">p. 2, 가.</span>"));
  EXPECT_THAT(rendered(*audit_csv({}), rule::kUncitedFigure), HasSubstr("port.pdf,,,,,"));
  EXPECT_THAT(rendered(*audit_csv({}), rule::kUncitedFigure), HasSubstr(",\"p. 2, 가.\"\r\n"));
  EXPECT_THAT(rendered(*audit_junit(), rule::kUncitedFigure),
              HasSubstr("port.pdf p. 2, 가. port#"));
  const Json location = sarif_location(rule::kUncitedFigure);
  EXPECT_FALSE(location["physicalLocation"].contains("region")) << location;
  EXPECT_EQ(location["message"]["text"], "항만 물동량은 12만 톤으로 늘었다.");
  EXPECT_EQ(location["logicalLocations"][1],
            Json({{"fullyQualifiedName", "p. 2, 가."}, {"kind", "page"}}));
}

TEST_F(ExtractedAudit, NamesThePartOfAFinding) {
  DocumentOf docx = report_with_a_figure(AnchorGrade::kPart);
  test_.add("port.docx", docx);
  test_.update_all();
  const auto found = findings({rule::kUncitedFigure});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(place_words(found[0].location), "word/footnotes.xml, 가.");
  const Json location = sarif_location(rule::kUncitedFigure);
  EXPECT_FALSE(location["physicalLocation"].contains("region")) << location;
  EXPECT_EQ(location["logicalLocations"][1]["kind"], "part");
}

TEST_F(ExtractedAudit, HasTheBytesOfAFileWhosePlacesAreItsBytes) {
  DocumentOf html = report_with_a_figure(AnchorGrade::kByte);
  test_.add("port.html", html);
  test_.update_all();
  const auto found = findings({rule::kUncitedFigure});
  ASSERT_THAT(found, SizeIs(1));
  const auto bytes = file_bytes(found[0].location);
  ASSERT_TRUE(bytes);
  EXPECT_NE(*bytes, found[0].location.bytes);
  EXPECT_EQ(bytes->size(), found[0].location.excerpt.size());
  const Json region = sarif_location(rule::kUncitedFigure)["physicalLocation"]["region"];
  EXPECT_EQ(region, Json({{"byteOffset", bytes->begin}, {"byteLength", bytes->size()}}));
  const std::string json = rendered(*audit_jsonl(), rule::kUncitedFigure);
  const Json line = Json::parse(json.substr(json.find("{\"type\":\"finding\""))
                                    .substr(0, json.find('\n', json.find("{\"type\":\"finding\"")) -
                                                   json.find("{\"type\":\"finding\"")));
  EXPECT_EQ(line["place"]["bytes"], Json({{"begin", bytes->begin}, {"end", bytes->end}}));
  EXPECT_TRUE(line["place"].contains("text_bytes"));
  EXPECT_EQ(line["place"]["label"], "가.");
}

TEST_F(ExtractedAudit, NeedsNoSourceForANote) {
  DocumentOf docx(AnchorGrade::kPart);
  docx.paragraph("The harbour is old" + std::string(kMark) + ".");
  docx.begin(Kind::kParagraph).add("The port is open" + std::string(kMark) + ".");
  docx.out().add_mark("1", 2);
  docx.end();
  docx.begin(Kind::kNote, "1")
      .add("물동량은 항만청 통계로 12만 톤이다. It was 9 percent in May.")
      .end();
  test_.add("port.docx", docx);
  test_.update_all();
  EXPECT_THAT(findings({rule::kUncitedPassage, rule::kUncitedFigure, rule::kUncitedDate}),
              IsEmpty());
}

TEST_F(ExtractedAudit, TellsOneTextInTwoFiles) {
  DocumentOf docx = report_with_a_figure(AnchorGrade::kPart);
  DocumentOf pdf = report_with_a_figure(AnchorGrade::kPage);
  DocumentOf other(AnchorGrade::kPage);
  other.paragraph("다른 보고서는 다른 문장으로 되어 있다" + std::string(kMark) + ".");
  test_.add("a.docx", docx);
  test_.add("b.pdf", pdf);
  test_.add("c.pdf", other);
  test_.update_all();
  const auto found = findings({rule::kRepeatedReport, rule::kRepeatedPassage});
  ASSERT_THAT(found, SizeIs(1));  // and not once for each passage
  EXPECT_STREQ(found[0].rule->id, rule::kRepeatedReport);
  EXPECT_EQ(found[0].location.report_id, "b");
  EXPECT_EQ(found[0].message, "has the same text as a");
  EXPECT_EQ(found[0].related[0].report_id, "a");
}

}  // namespace
}  // namespace ibid::testing
