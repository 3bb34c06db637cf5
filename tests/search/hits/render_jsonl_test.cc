// SPDX-License-Identifier: GPL-2.0-or-later
//
// The JSON lines against docs/output-format.md: short ones written out, long ones parsed by another
// reader.
#include "search/hits/render_jsonl.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/render_sample.h"

namespace ibid {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::vector<OrderedJson> parse_lines(const std::string& text) {
  std::vector<OrderedJson> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(OrderedJson::parse(line));
  return out;
}

std::vector<std::string> keys(const OrderedJson& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

using Keys = std::vector<std::string>;

TEST(RenderJsonl, WritesQueryAndEndAroundHits) {
  SearchResult result = result_of({});
  result.ignored = {"unmatched \" read as text"};
  EXPECT_EQ(search_json_lines(result, Explain::kNo),
            R"({"type":"query","schema_version":2,"query":"S-400 India","parsed":"S-400 India",)"
            R"("ignored":["unmatched \" read as text"],"index":{"generation":3,"passages":25}})"
            "\n"
            R"({"type":"end","schema_version":2,"matches":0,"matches_exact":true,"returned":0,)"
            R"("undated":{"passages":0,"reports":0},)"
            R"("suggestion":null,"facets":{}})"
            "\n");
}

TEST(RenderJsonl, WritesAHitInTheDocumentedOrder) {
  const auto lines = parse_lines(search_json_lines(result_of({english_hit()}), Explain::kNo));
  ASSERT_EQ(lines.size(), 3U);
  const OrderedJson& hit = lines[1];
  EXPECT_EQ(keys(hit), (Keys{"type", "schema_version", "rank", "score", "passage", "report",
                             "bytes", "citations", "highlights", "stale", "aliases"}));
  EXPECT_EQ(keys(hit["passage"]),
            (Keys{"id", "permalink", "kind", "language", "section", "ordinal", "text"}));
  EXPECT_EQ(keys(hit["report"]),
            (Keys{"id", "title", "publisher", "date", "url", "path", "sha256"}));
  EXPECT_EQ(keys(hit["passage"]["section"][0]), (Keys{"number", "title"}));
  EXPECT_EQ(hit["type"], "hit");
  EXPECT_EQ(hit["score"].dump(), "17.2045");
  EXPECT_EQ(hit["bytes"].dump(), R"({"begin":12345,"end":12407})");
  EXPECT_EQ(hit["highlights"].dump(), R"([{"begin":0,"end":5},{"begin":18,"end":23}])");
  EXPECT_EQ(hit["citations"].dump(), "[]");
  EXPECT_EQ(hit["stale"], false);
}

TEST(RenderJsonl, WritesKoreanAndItsCitation) {
  const auto lines = parse_lines(search_json_lines(result_of({korean_hit()}), Explain::kNo));
  const OrderedJson& hit = lines[1];
  EXPECT_EQ(hit["passage"]["kind"], "glossary");
  EXPECT_EQ(hit["passage"]["section"][1].dump(),
            R"({"number":"9-1","title":"블라디미르 푸틴","entity_type":"인물"})");
  // 푸틴이 = 9, a space, 평양에서 = 12, … counted by hand: the id is 55 bytes into the text.
  EXPECT_EQ(hit["citations"].dump(),
            R"([{"source":"go-public-web-kor-N12-0-0","form":"id","sentence":1,)"
            R"("bytes":{"begin":555,"end":580}}])");
  EXPECT_EQ(hit["score"].dump(), "3.5");
}

TEST(RenderJsonl, HighlightsAreBytesOfMixedText) {
  const auto lines = parse_lines(search_json_lines(result_of({mixed_hit()}), Explain::kNo));
  const std::string text = lines[1]["passage"]["text"];
  std::vector<std::string> marked;
  for (const OrderedJson& range : lines[1]["highlights"]) {
    const std::size_t begin = range["begin"];
    const std::size_t end = range["end"];
    marked.push_back(text.substr(begin, end - begin));
  }
  EXPECT_EQ(marked, (std::vector<std::string>{"인도", "S-400"}));
}

TEST(RenderJsonl, ExplainsOnlyWhenAsked) {
  Hit hit = korean_hit();
  hit.matches = {{"푸틴은", "푸틴", "particle-stripped", 3.50004}};
  const SearchResult result = result_of({hit});
  EXPECT_FALSE(parse_lines(search_json_lines(result, Explain::kNo))[1].contains("explain"));
  EXPECT_EQ(parse_lines(search_json_lines(result, Explain::kYes))[1]["explain"].dump(),
            R"([{"word":"푸틴은","term":"푸틴","form":"particle-stripped","score":3.5}])");
}

TEST(RenderJsonl, WritesFacetsInTheOrderAsked) {
  SearchResult result = result_of({});
  result.suggestion = "S-400 India";
  result.facets = {{Facet::kSource, {{"go-b", 2}, {"go-a", 1}}}, {Facet::kLanguage, {}}};
  EXPECT_EQ(parse_lines(search_json_lines(result, Explain::kNo))[1]["facets"].dump(),
            R"({"source":[{"value":"go-b","count":2},{"value":"go-a","count":1}],"language":[]})");
}

TEST(RenderJsonl, EscapesTerminalControls) {
  Hit hit = english_hit();
  hit.passage.text = "a\x1b[31m\x7f\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8 가";
  const std::string out = search_json_lines(result_of({hit}), Explain::kNo);
  EXPECT_NE(out.find(R"(a\u001b[31m\u007f\u009b\u202e\u2028 가)"), std::string::npos) << out;
  EXPECT_EQ(parse_lines(out)[1]["passage"]["text"], hit.passage.text);  // still the same text
}

TEST(RenderJsonl, GivesTheBytesOfPathsThatAreNotUtf8) {
  Hit hit = english_hit();
  hit.passage.report.path = "/srv/\xFF.txt";
  const OrderedJson report =
      parse_lines(search_json_lines(result_of({hit}), Explain::kNo))[1]["report"];
  EXPECT_EQ(report["path"], "/srv/\xEF\xBF\xBD.txt");
  EXPECT_EQ(report["path_bytes"], "2f7372762fff2e747874");
  EXPECT_EQ(keys(report),
            (Keys{"id", "title", "publisher", "date", "url", "path", "path_bytes", "sha256"}));
}

TEST(RenderJsonl, CountsPositionsFromThePassageAskedFor) {
  PassageInContext context;
  context.passages = {english_hit().passage, korean_hit().passage, mixed_hit().passage};
  context.asked = 1;
  context.changed = true;
  const auto lines = parse_lines(passage_json_lines(context));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(keys(lines[0]), (Keys{"type", "schema_version", "passage", "report", "bytes",
                                  "citations", "stale", "position", "changed"}));
  EXPECT_EQ(lines[0]["position"], -1);
  EXPECT_EQ(lines[1]["position"], 0);
  EXPECT_EQ(lines[2]["position"], 1);
  EXPECT_TRUE(lines[0]["changed"].is_null());
  EXPECT_EQ(lines[1]["cited_at"].dump(), "[]");
  EXPECT_EQ(lines[1]["changed"], true);
}

TEST(RenderJsonl, WritesAnOutline) {
  ReportOutline outline;
  outline.report.id = "r";
  outline.report.language = "mul";
  outline.report.size = 900;
  Section section;
  section.number = "7";
  section.locator = "7";
  section.title = "결론";
  section.kind = PassageKind::kConclusion;
  section.bytes = {3, 9};
  outline.entries.push_back({0, section, {}});
  outline.entries.push_back({1, {}, mixed_hit().passage});
  const auto lines = parse_lines(outline_json_lines(outline));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(keys(lines[0]), (Keys{"type", "schema_version", "report", "language", "bytes",
                                  "sections", "passages", "stale"}));
  EXPECT_EQ(lines[0]["passages"], 1);
  EXPECT_EQ(
      lines[1].dump(),
      R"({"type":"section","schema_version":2,"depth":0,"section":{"number":"7","title":"결론"},)"
      R"("locator":"7","kind":"conclusion","bytes":{"begin":3,"end":9}})");
  EXPECT_EQ(lines[2]["type"], "passage");
}

}  // namespace
}  // namespace ibid
