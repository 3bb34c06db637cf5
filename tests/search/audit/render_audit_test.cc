// SPDX-License-Identifier: GPL-2.0-or-later
//
// Audits as text and JSON lines.
#include "search/audit/render_audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"
#include "search/audit/metrics.h"
#include "tests/support/audit_sample.h"
#include "tests/support/golden_file.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using OrderedJson = nlohmann::ordered_json;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::vector<std::string> keys(const OrderedJson& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

std::string as_text(const TextLayout& layout, Sections sections,
                    const std::vector<ReportAudit>& audits) {
  return rendered(*audit_text(layout, sections), audit_head(), audits);
}

TextLayout layout_of(std::size_t columns) {
  TextLayout layout;
  layout.columns = columns;
  layout.base_dir = "/srv";
  return layout;
}

TEST(RenderAudit, TextIsWhatItWas) {
  const std::vector<ReportAudit> audits = {english_audit(), korean_audit()};
  testing::expect_golden(as_text(layout_of(80), Sections::kNo, audits), "audit/text");
  testing::expect_golden(as_text(layout_of(80), Sections::kYes, audits), "audit/text-sections");
  testing::expect_golden(as_text(layout_of(40), Sections::kYes, audits), "audit/text-narrow");
}

TEST(RenderAudit, TextNamesEachPassageOnceWithAPlaceToClick) {
  const std::string out = as_text(layout_of(80), Sections::kNo, {english_audit()});
  const std::string location = "\n  reports/pact 2024.txt:9:5  #2-1.1\n";
  ASSERT_THAT(out, HasSubstr(location));
  EXPECT_EQ(out.find("reports/pact 2024.txt:9:", out.find(location) + location.size()),
            std::string::npos);
  EXPECT_THAT(out, HasSubstr("\n      9:51, bytes 166-200: Trade was $240 billion.\n"));
  EXPECT_THAT(out, HasSubstr("\n        beside 조약-2024#2.1, bytes 10-50: 교역액은"));
  EXPECT_THAT(out, Not(HasSubstr("malformed-source-id: go-public-web")));  // accepted
  EXPECT_THAT(out, HasSubstr("\n  1 accepted\n"));
}

TEST(RenderAudit, TextFitsTheWidth) {
  ReportAudit audit = korean_audit();
  audit.attribution = english_attribution();
  audit.attribution.sentences = 1234567;
  audit.attribution.figures = 7654321;
  audit.attribution.largest_source_id = "id";
  audit.sections = {
      {{"2", "아주 긴 제목이 붙은 절은 표에서 잘려야 한다 그래야 줄이 맞는다", ""}, {}}};
  for (const std::size_t columns : {30U, 60U, 80U, 100U}) {
    for (const std::string& line : lines_of(as_text(layout_of(columns), Sections::kYes, {audit}))) {
      if (line.find("/home/") != std::string::npos) continue;  // paths stay whole
      if (line.find("go-public") != std::string::npos) continue;
      EXPECT_LE(display_width(line), columns) << line;
    }
  }
}

TEST(RenderAudit, TextReportsAWriterAndAnEarlyEnd) {
  AuditTotals totals = audit_totals();
  totals.last_generation = 5;
  totals.complete = false;
  const std::string out = audit_text(layout_of(80), Sections::kNo)->end(totals);
  EXPECT_THAT(out, HasSubstr("\nstopped before the last report\n"));
  EXPECT_THAT(out, HasSubstr("\nthe index changed meanwhile, from generation 3 to 5\n"));
}

TEST(RenderAudit, TextEscapesEverythingFromFiles) {
  const std::string out = as_text(layout_of(80), Sections::kYes, {hostile_audit()});
  EXPECT_TRUE(is_utf8(out));
  for (std::string_view rest = out; !rest.empty();) {
    const Utf8Char c = first_char(rest);
    EXPECT_TRUE(c.code == U'\n' || !is_terminal_control(c.code))
        << static_cast<std::uint32_t>(c.code);
    rest.remove_prefix(c.length);
  }
}

TEST(RenderAudit, JsonLinesAreThoseOfTheGrammar) {
  const std::string out = rendered(*audit_jsonl(), audit_head(), {english_audit(), korean_audit()});
  std::vector<OrderedJson> lines;
  for (const std::string& line : lines_of(out)) lines.push_back(OrderedJson::parse(line));
  std::vector<std::string> types;
  for (const OrderedJson& line : lines) types.push_back(line["type"]);
  EXPECT_THAT(types,
              ElementsAre("audit", "report_audit", "finding", "finding", "finding", "finding",
                          "finding", "finding", "report_audit", "finding", "finding", "end"));
  EXPECT_THAT(keys(lines[1]),
              ElementsAre("type", "schema_version", "report", "stale", "citations_recognised",
                          "cites_few", "whole", "attribution", "sections"));
  EXPECT_THAT(keys(lines[4]), ElementsAre("type", "schema_version", "rule", "level", "message",
                                          "place", "related", "fingerprint", "accepted"));
  EXPECT_THAT(keys(lines[4]["place"]),
              ElementsAre("report", "passage", "permalink", "path", "bytes", "line", "column",
                          "end_line", "end_column", "excerpt"));
  EXPECT_THAT(keys(lines[1]["attribution"]),
              ElementsAre("passages", "cited_passages", "sentences", "cited_sentences", "figures",
                          "cited_figures", "citations", "sound_citations", "passage_sources",
                          "distinct_sources", "largest_source", "largest_source_id",
                          "passage_recall", "citation_recall", "figure_recall",
                          "citation_precision", "largest_share", "sources_per_passage"));
  EXPECT_THAT(keys(lines.back()),
              ElementsAre("type", "schema_version", "index", "complete", "reports", "passages",
                          "in_part", "without_citations", "few_citations", "attribution", "errors",
                          "warnings", "notes", "accepted", "by_rule"));
  EXPECT_EQ(lines[4]["related"].size(), 2U);
  EXPECT_EQ(lines[7]["accepted"], true);
  EXPECT_EQ(lines[8]["report"]["title"], "북러 조약");
  const OrderedJson& a = lines[1]["attribution"];
  EXPECT_EQ(a["passage_recall"].dump(), "0.375");     // 3 of 8
  EXPECT_EQ(a["citation_recall"].dump(), "0.075");    // 3 of 40
  EXPECT_EQ(a["figure_recall"].dump(), "0.0");        // 0 of 5
  EXPECT_EQ(a["citation_precision"].dump(), "1.0");   // 4 of 4
  EXPECT_EQ(a["largest_share"].dump(), "0.6667");     // 2 of 3
  EXPECT_EQ(a["sources_per_passage"].dump(), "0.5");  // 4 in 8
  EXPECT_EQ(lines[8]["attribution"]["citation_recall"].dump(), "null");
}

TEST(RenderAudit, JsonLinesHoldHostileText) {
  const std::string out = rendered(*audit_jsonl(), audit_head(), {hostile_audit()});
  EXPECT_TRUE(is_utf8(out));
  for (const std::string& line : lines_of(out)) {
    const OrderedJson json = OrderedJson::parse(line);
    if (json["type"] == "finding") {
      EXPECT_THAT(json["message"].get<std::string>(), HasSubstr("</script><script>"));
      EXPECT_TRUE(json["place"].contains("path_bytes"));
    }
  }
}

TEST(Metrics, SaySharesForPeople) {
  const std::vector<std::pair<std::optional<double>, std::string>> cases = {
      {std::nullopt, "–"}, {0, "0 %"},     {1, "100 %"},    {0.12, "12 %"},
      {0.125, "13 %"},     {0.001, "1 %"}, {0.9999, "99 %"}};
  for (const auto& [share, text] : cases) EXPECT_EQ(percent_text(share), text);
}

}  // namespace
}  // namespace ibid
