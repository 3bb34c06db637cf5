// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/render_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "corpus/text/display_width.h"
#include "search/render/wrap_text.h"
#include "tests/support/render_sample.h"

namespace ibid {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> out;
  for (const ByteRange line : wrap_text(text, columns)) {
    out.emplace_back(text.substr(line.begin, line.size()));
  }
  return out;
}

TEST(WrapText, BreaksAtSpaces) {
  EXPECT_THAT(wrapped("one two  three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("  one  two ", 20), ElementsAre("one  two"));
  EXPECT_THAT(wrapped("", 8), ElementsAre());
  EXPECT_THAT(wrapped("   ", 8), ElementsAre());
}

TEST(WrapText, CountsColumnsOfKorean) {
  // Each syllable takes two columns.
  EXPECT_THAT(wrapped("푸틴이 평양에서 서명했다", 16), ElementsAre("푸틴이 평양에서", "서명했다"));
  EXPECT_THAT(wrapped("인도는 S-400을 주문", 13), ElementsAre("인도는", "S-400을 주문"));
}

TEST(WrapText, CutsWordsWiderThanALine) {
  EXPECT_THAT(wrapped("ab abcdefghij", 4), ElementsAre("ab", "abcd", "efgh", "ij"));
  EXPECT_THAT(wrapped("가나다라마", 5), ElementsAre("가나", "다라", "마"));
  // A letter and its combining accent stay together.
  EXPECT_THAT(wrapped("ae\xCC\x81"
                      "bc",
                      2),
              ElementsAre("ae\xCC\x81", "bc"));
  EXPECT_THAT(wrapped("가나", 1), ElementsAre("가", "나"));
}

SearchTextOptions in_full() {
  SearchTextOptions options;
  options.extent = Extent::kFull;
  return options;
}

TEST(RenderText, ShowsAnEnglishHit) {
  Hit hit = english_hit();
  hit.place = LineLocation{97, 3};
  EXPECT_EQ(search_text(result_of({hit}), {}),
            "1 of 25 passages matches · generation 3\n"
            "\n"
            "1  Geopolitical Shifts\n"
            "   2024-06-27 · 7 Broader Implications › 7-2 India’s concerns\n"
            "     India ordered the S-400 system. Deliveries to India were late.\n"
            "   cites no source\n"
            "   shifts-2024#7-2.1@3f9a12c40b77\n"
            "   /srv/reports/shifts-2024.txt:97:3\n");
}

TEST(RenderText, ShowsAHitInFull) {
  Hit hit = korean_hit();
  hit.place = LineLocation{12, 1};
  hit.alike = {"조약-사본#9-1.1@0123456789ab", "shifts-2024#7-2.1@3f9a12c40b77"};
  EXPECT_EQ(search_text(result_of({hit}), in_full()),
            "1 of 25 passages matches · 2 more nearly alike (--all) · generation 3\n"
            "\n"
            "2  북러 조약\n"
            "   2024-06 · glossary · ko\n"
            "   9 용어집 › 9-1 블라디미르 푸틴 [인물]\n"
            "     푸틴이 평양에서 조약에 서명했다 (출처: go-public-web-kor-N12-0-0).\n"
            "   source: go-public-web-kor-N12-0-0 (sentence 1)\n"
            "   조약#9-1.1@0123456789ab\n"
            "   /srv/reports/조약.txt:12:1 (bytes 500-" +
                std::to_string(hit.passage.bytes.end) +
                ")\n"
                "   and 2 more, nearly alike:\n"
                "     조약-사본#9-1.1@0123456789ab\n"
                "     shifts-2024#7-2.1@3f9a12c40b77\n");
}

TEST(RenderText, ShowsAKoreanHit) {
  SearchTextOptions options;
  options.layout.base_dir = "/srv/reports";
  EXPECT_EQ(search_text(result_of({korean_hit()}), options),
            "1 of 25 passages matches · generation 3\n"
            "\n"
            "2  북러 조약\n"
            "   2024-06 · glossary · ko · 9 용어집 › 9-1 블라디미르 푸틴 [인물]\n"
            "     푸틴이 평양에서 조약에 서명했다 (출처: go-public-web-kor-N12-0-0).\n"
            "   source: go-public-web-kor-N12-0-0\n"
            "   조약#9-1.1@0123456789ab\n"
            "   조약.txt (bytes 500-" +
                std::to_string(korean_hit().passage.bytes.end) + ")\n");
}

TEST(RenderText, ColoursMatchesOnly) {
  SearchTextOptions options;
  options.layout.colour = Colour::kYes;
  const std::string out = search_text(result_of({mixed_hit()}), options);
  EXPECT_THAT(out, HasSubstr("\x1b[1;31m인도\x1b[0m는 \x1b[1;31mS-400\x1b[0m을 주문했다."));
  EXPECT_THAT(search_text(result_of({mixed_hit()}), {}), Not(HasSubstr("\x1b")));
}

TEST(RenderText, KeepsColourAcrossALineBreak) {
  Hit hit = english_hit();
  hit.passage.text = std::string(63, 'x') + " defense pact with";
  hit.highlights = {range_of(hit.passage.text, "defense pact")};
  hit.snippet = {{0, hit.passage.text.size()}};
  SearchTextOptions options;
  options.layout.colour = Colour::kYes;
  const std::string out = search_text(result_of({hit}), options);
  EXPECT_THAT(out, HasSubstr("\x1b[1;31mdefense\x1b[0m\n     \x1b[1;31mpact\x1b[0m with"));
}

TEST(RenderText, FitsTheWidth) {
  Hit hit = korean_hit();
  hit.passage.text = "";
  for (int i = 0; i < 60; ++i) hit.passage.text += i % 3 == 0 ? "러시아와 " : "pact between ";
  hit.passage.report.title = "아주 긴 제목 " + hit.passage.text.substr(0, 200);
  hit.snippet = {{0, hit.passage.text.size()}};
  hit.highlights = {};
  for (const std::size_t columns : {30U, 40U, 60U, 80U, 100U}) {
    SearchTextOptions options;
    options.layout.columns = columns;
    for (const std::string& line : lines_of(search_text(result_of({hit}), options))) {
      if (line.find("go-public") != std::string::npos) continue;  // ids and paths stay whole
      if (line.find("/srv/") != std::string::npos) continue;
      EXPECT_LE(display_width(line), columns) << line;
    }
  }
}

// Korean or English, with all that is usually shown: four on a screen of 40 lines, and the
// line of the pager.
TEST(RenderText, ShowsFourHitsOnAScreen) {
  Hit korean = korean_hit(), english = english_hit();
  for (int i = 0; i < 60; ++i) {
    korean.passage.text += i % 7 == 0 ? "조약. " : "러시아와 북한은 ";
    english.passage.text += "The two leaders met again in September. ";
  }
  korean.passage.report.title = "아주 긴 제목 " + korean.passage.text.substr(0, 600);
  english.passage.section.push_back({"7-2-1", english.passage.text.substr(0, 300), ""});
  english.passage.citations = korean.passage.citations;
  english.passage.sources = {
      {korean.passage.citations[0].source, english.passage.text, "", "", ""}};
  for (Hit* hit : {&korean, &english}) hit->aliases = {{"Putin", "푸틴"}, {"treaty", "조약"}};
  for (const std::size_t columns : {80U, 100U}) {
    SearchTextOptions options;
    options.layout.columns = columns;
    english.snippet = {{0, snippet_columns(columns)}};
    korean.snippet = {
        {0, snippet_columns(columns) / 2 * 3}};  // a syllable: two columns, three bytes
    const auto lines =
        lines_of(search_text(result_of({korean, english, korean, english}), options));
    EXPECT_LE(lines.size(), 39U) << columns;
    for (const std::string& line : lines) EXPECT_LE(display_width(line), columns) << line;
  }
}

TEST(RenderText, CutsASnippetAtTheThirdLine) {
  Hit hit = english_hit();
  hit.passage.text.clear();
  for (int i = 1; i <= 99; ++i) hit.passage.text += "word" + std::to_string(i) + " ";
  hit.highlights = {range_of(hit.passage.text, "word2"), range_of(hit.passage.text, "word88")};
  hit.snippet = {{0, hit.passage.text.size()}};
  SearchTextOptions options;
  options.layout.columns = 40;
  EXPECT_THAT(search_text(result_of({hit}), options),
              HasSubstr("     word1 word2 word3 word4 word5 word6\n"
                        "     word7 word8 word9 word10 word11\n"
                        "     word12 word13 word14 word15 …\n"
                        "   cites no source\n"));
}

TEST(RenderText, SaysWhichHitsAreFolded) {
  Hit hit = english_hit();
  hit.alike = {"a#1.1@0123456789ab", "b#1.1@0123456789ab", "c#1.1@0123456789ab"};
  EXPECT_THAT(search_text(result_of({hit}), {}),
              HasSubstr("   and 3 more, nearly alike: a#1.1@0123456789ab, b#1.1@0123456789ab, "
                        "c#1.1@0123…\n"));
}

TEST(RenderText, LinksPlacesWhereATerminalCanOpenThem) {
  Hit hit = korean_hit();
  hit.place = LineLocation{12, 1};
  SearchTextOptions options;
  EXPECT_THAT(search_text(result_of({hit}), options), Not(HasSubstr("\x1b")));
  options.layout.links = Links::kYes;
  options.layout.host = "desk";
  options.layout.base_dir = "/srv";
  EXPECT_THAT(search_text(result_of({hit}), options),
              HasSubstr("   \x1b]8;;file://desk/srv/reports/%EC%A1%B0%EC%95%BD.txt\x1b\\"
                        "reports/조약.txt:12:1\x1b]8;;\x1b\\\n"));
}

TEST(RenderText, ShowsThePartsOfASnippet) {
  Hit hit = english_hit();
  hit.passage.text = "zero one two three four five";
  hit.highlights = {range_of(hit.passage.text, "one"), range_of(hit.passage.text, "four")};
  hit.snippet = {range_of(hit.passage.text, "one two"), range_of(hit.passage.text, "four")};
  EXPECT_THAT(search_text(result_of({hit}), {}), HasSubstr("     … one two … four …\n"));
  EXPECT_THAT(search_text(result_of({hit}), in_full()),
              HasSubstr("     zero one two three four five\n"));
}

TEST(RenderText, NamesEachSourceOnce) {
  Hit hit = english_hit();
  Citation first;
  first.source = "go-public-web-eng-1-0-0";
  first.sentence = 2;
  Citation again = first;
  again.sentence = 4;
  Citation malformed;
  malformed.source = "go-public-web";
  malformed.form = Citation::Form::kMalformed;
  Citation other;
  other.source = "연합뉴스";
  other.form = Citation::Form::kOther;
  hit.passage.citations = {first, malformed, again, other};
  EXPECT_THAT(search_text(result_of({hit}), {}),
              HasSubstr("   sources: go-public-web-eng-1-0-0 and 2 more\n"));
  SearchTextOptions wide = in_full();
  wide.layout.columns = 200;
  EXPECT_THAT(search_text(result_of({hit}), wide),
              HasSubstr("   sources: go-public-web-eng-1-0-0 (sentences 2, 4); "
                        "go-public-web (sentence 1, malformed id); 연합뉴스 (sentence 1)\n"));
}

TEST(RenderText, SaysWhenTheFileHasChanged) {
  Hit hit = english_hit();
  EXPECT_THAT(search_text(result_of({hit}), {}), Not(HasSubstr("stale")));
  hit.stale = true;
  EXPECT_THAT(search_text(result_of({hit}), {}),
              HasSubstr("   stale: the file has changed since it was indexed, or is gone\n"));
}

TEST(RenderText, SaysHowManyMatch) {
  SearchResult result = result_of({english_hit(), korean_hit()});
  EXPECT_THAT(search_text(result, {}), StartsWith("2 of 25 passages match · generation 3\n"));
  result.matches = 14;
  EXPECT_THAT(search_text(result, {}),
              StartsWith("14 of 25 passages match · showing 1-2 · generation 3\n"));
  result.matches_exact = false;
  EXPECT_THAT(search_text(result, {}), StartsWith("about 14 of 25 passages match"));
  result.hits.clear();
  EXPECT_THAT(search_text(result, {}), HasSubstr("none shown"));
  result.matches = 0;
  EXPECT_EQ(search_text(result, {}), "no passage matches (0 of 25 passages in 1 report)\n");
  result.index = {};
  EXPECT_EQ(search_text(result, {}), "no passage matches: the index is empty\n");
}

TEST(RenderText, SaysWhatWasIgnoredAndSuggested) {
  SearchResult result = result_of({});
  result.ignored = {"unmatched \" read as text"};
  result.suggestion = "S-400 India";
  EXPECT_EQ(search_text(result, {}),
            "no passage matches (0 of 25 passages in 1 report)\n"
            "note: unmatched \" read as text\n"
            "did you mean: S-400 India\n");
}

TEST(RenderText, ExplainsMatches) {
  Hit hit = korean_hit();
  hit.matches = {{"푸틴은", "푸틴", "particle-stripped", 3.25}, {"조약", "조약", "exact", 0.25}};
  SearchTextOptions options;
  options.explain = Explain::kYes;
  const std::string out = search_text(result_of({hit}), options);
  EXPECT_THAT(out, HasSubstr("understood as: S-400 India\n"));
  EXPECT_THAT(out, HasSubstr("   2024-06 · glossary · ko · score 3.5000 · "));
  EXPECT_THAT(out, HasSubstr("   푸틴은 → 푸틴 (particle-stripped) 3.2500\n"
                             "   조약 → 조약 (exact) 0.2500\n"));
}

TEST(RenderText, ShowsFacetsAsATable) {
  SearchResult result = result_of({});
  result.facets = {{Facet::kSource, {{"go-public-web-eng-1-0-0", 12}, {"연합뉴스", 3}}},
                   {Facet::kDate, {}}};
  EXPECT_THAT(search_text(result, {}), HasSubstr("\nby source\n"
                                                 "     12  go-public-web-eng-1-0-0\n"
                                                 "      3  연합뉴스\n"
                                                 "\nby date\n"
                                                 "  none\n"));
}

TEST(RenderText, EscapesEverythingFromFiles) {
  const std::string evil = "x\x1b]0;owned\x07\xE2\x80\xAE\xC2\x9B\xFFy";
  Hit hit = english_hit();
  hit.passage.text = evil;
  hit.passage.id = hit.passage.permalink = evil;
  hit.passage.section = {{evil, evil, evil}};
  hit.passage.report = {evil, evil, evil, evil, evil, "/" + evil, evil};
  hit.highlights = {{0, 3}, {9, 12}};
  hit.snippet = {{0, evil.size()}};
  Citation citation;
  citation.source = evil;
  hit.passage.citations = {citation};
  hit.matches = {{evil, evil, evil, 1}};
  SearchResult result = result_of({hit});
  result.parsed = result.query = evil;
  result.ignored = {evil};
  result.suggestion = evil;
  result.facets = {{Facet::kReport, {{evil, 1}}}};
  SearchTextOptions options;
  options.explain = Explain::kYes;
  PassageInContext context;
  context.passages = {hit.passage, hit.passage};
  ReportOutline outline;
  outline.report.title = outline.report.path = outline.report.language = evil;
  Section section;
  section.title = evil;
  outline.entries = {{0, section, {}}, {1, {}, hit.passage}};
  for (const std::string& out :
       {search_text(result, options), passage_text(context, {}), outline_text(outline, {})}) {
    for (const char* control : {"\x1b", "\x07", "\xE2\x80\xAE", "\xC2\x9B", "\xFF"}) {
      EXPECT_EQ(out.find(control), std::string::npos) << out;
    }
    EXPECT_THAT(out, HasSubstr("\\u{1B}"));
  }
}

TEST(RenderText, ShowsAPassageBetweenItsNeighbours) {
  PassageInContext context;
  context.passages = {english_hit().passage, mixed_hit().passage};
  context.asked = 1;
  context.stale = true;
  EXPECT_EQ(passage_text(context, {}),
            "Geopolitical Shifts\n"
            "2024-06-27 · goover\n"
            "/srv/reports/shifts-2024.txt\n"
            "\n"
            "7 Broader Implications › 7-2 India’s concerns\n"
            "  shifts-2024#7-2.1\n"
            "  India ordered the S-400 system. Deliveries to India were late.\n"
            "\n"
            "> shifts-2024#7-2.1 · ko\n"
            "  인도는 S-400을 주문했다.\n"
            "  cites no source\n"
            "  stale: the file has changed since it was indexed, or is gone\n"
            "  shifts-2024#7-2.1@3f9a12c40b77\n"
            "  /srv/reports/shifts-2024.txt (bytes 10-" +
                std::to_string(mixed_hit().passage.bytes.end) + ")\n");
}

TEST(RenderText, ShowsAnOutlineWithinTheWidth) {
  ReportOutline outline;
  outline.report.title = "북러 조약";
  outline.report.date = "2024-06-27";
  outline.report.language = "ko";
  outline.report.path = "/srv/조약.txt";
  Section section;
  section.number = "9";
  section.title = "용어집";
  StoredPassage passage = korean_hit().passage;
  for (int i = 0; i < 20; ++i) passage.text += " 그리고 계속";
  outline.entries = {{0, section, {}}, {1, {}, passage}};
  const auto lines = lines_of(outline_text(outline, {}));
  ASSERT_EQ(lines.size(), 9U);
  EXPECT_EQ(lines[0], "북러 조약");
  EXPECT_EQ(lines[1], "2024-06-27 · ko");
  EXPECT_EQ(lines[3], "1 heading, 1 passage");
  EXPECT_EQ(lines[5], "9 용어집");
  EXPECT_THAT(lines[6], StartsWith("    9-1.1  푸틴이 평양에서"));
  EXPECT_THAT(lines[6], testing::EndsWith("…  (1 source)"));
  EXPECT_LE(display_width(lines[6]), 80U);
  EXPECT_EQ(lines[8], "a passage in full: ibid show '조약#9-1.1'");
}

}  // namespace
}  // namespace ibid
