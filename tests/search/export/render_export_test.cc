// SPDX-License-Identifier: GPL-2.0-or-later
//
// Each export format for an English, a Korean and a mixed report, against tests/golden/export, and
// the rules of formats that golden files do not prove.
#include "search/export/render_export.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"
#include "search/export/cited_work.h"
#include "tests/support/golden_file.h"
#include "tests/support/render_sample.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

ExportedReport report_of(const Hit& hit, const char* language) {
  return {hit.passage.report, language, {hit.passage}};
}

ExportedReport english_report() {
  Hit hit = english_hit();
  hit.passage.report.url = "https://example.org/a_b%20c?x=1&y={2}#z";
  hit.passage.report.title = "Shifts: 100% & #1 of R_D, {a} ~b^ \\c *d*";
  ExportedReport report = report_of(hit, "en");
  StoredPassage second = hit.passage;  // without heading, citing two sources
  second.id = "shifts-2024#0.1";
  second.permalink = "shifts-2024#0.1@00000000000a";
  second.section.clear();
  for (const char* source :
       {"Reuters, \"Monday\"", "https://example.org/x", "Reuters, \"Monday\""}) {
    Citation citation;
    citation.source = source;
    citation.form = Citation::Form::kOther;
    citation.sentence = 2;
    citation.bytes = {12380, 12400};
    second.citations.push_back(citation);
  }
  report.passages.push_back(second);
  return report;
}

ExportedReport korean_report() { return report_of(korean_hit(), "ko"); }

ExportedReport mixed_report() {
  Hit hit = mixed_hit();
  hit.passage.text = "=SUM(A1)\t인도는 \"S-400\", 주문\x1b[31m했다.";
  hit.passage.sentences = {{0, hit.passage.text.size()}};
  hit.passage.section = {{"", "인도 India", ""}};
  hit.passage.report.id = "인도-india";
  hit.passage.report.date = "2024";
  return report_of(hit, "mul");
}

std::vector<SourceSummary> sources() {
  SourceSummary english;
  english.source = "go-public-news-eng-12-0-0";
  english.titles = {{"The pact, read\nslowly", 2}, {"Another", 1}};
  english.publisher = "Ledger & Sons";
  english.url = "https://example.org/pact?a=1&b=2";
  english.language = "eng";
  english.kind = "news";
  english.passages = 3;
  SourceSummary korean;
  korean.source = "go-public-web-kor-N8120-0-0";
  korean.titles = {{"항만 협정 전문", 1}};
  korean.language = "kor";
  korean.kind = "web";
  SourceSummary words;
  words.source = "연합뉴스 Yonhap";
  words.form = Citation::Form::kOther;
  SourceSummary unlisted;
  unlisted.source = "go-public-news-kor-7-0-0";
  unlisted.language = "kor";
  unlisted.kind = "news";
  SourceSummary person;
  person.source = "https://example.org/won";
  person.form = Citation::Form::kUrl;
  person.titles = {{"The won falls", 1}};
  person.author = "Kim, C.";
  person.publisher = "한국은행";
  person.date = "2021-03";
  return {english, korean, words, unlisted, person};
}

std::string rendered(ExportRenderer& renderer, ExportWhat what) {
  std::string out = renderer.begin();
  if (what == ExportWhat::kSources) {
    for (const SourceSummary& source : sources()) out += renderer.source(source);
  } else {
    for (const auto& report : {english_report(), korean_report(), mixed_report()}) {
      renderer.report(report, [&](std::string_view text) { out += text; });
    }
  }
  ExportTotals totals;
  totals.index = {3, 25, 1};
  totals.last_generation = 3;
  totals.records = what == ExportWhat::kPassages ? 4 : what == ExportWhat::kSources ? 5 : 4;
  return out + renderer.end(totals);
}

constexpr ExportWhat kWhats[] = {ExportWhat::kPassages, ExportWhat::kSources,
                                 ExportWhat::kCitations};

TEST(RenderExport, IsWhatItWas) {
  for (const ExportWhat what : kWhats) {
    std::map<std::string, std::unique_ptr<ExportRenderer>> formats;
    formats["jsonl"] = export_jsonl(what, {});
    formats["csv"] = export_csv(what, {}, {});
    formats["tsv"] = export_tsv(what, {});
    formats["markdown"] = export_markdown(what, CitationStyle::kNote);
    formats["text"] = export_text(what, CitationStyle::kNote);
    if (what != ExportWhat::kSources) formats["webannotation"] = export_web_annotation(what);
    if (what != ExportWhat::kCitations) {
      formats["csl-json"] = export_csl_json();
      formats["bibtex"] = export_bibtex();
      formats["ris"] = export_ris();
    }
    for (auto& [name, renderer] : formats) {
      testing::expect_golden(rendered(*renderer, what), "export/" + name + "/" + to_string(what));
    }
  }
}

TEST(RenderExport, RowsHaveTheSameNumberOfCells) {
  for (const ExportWhat what : kWhats) {
    const std::string out = rendered(*export_tsv(what, {}), what);
    std::istringstream lines(out);
    std::string line;
    std::getline(lines, line);
    const auto tabs = std::count(line.begin(), line.end(), '\t');
    int rows = 0;
    for (; std::getline(lines, line); ++rows) {
      EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), tabs) << line;
      EXPECT_THAT(line, Not(HasSubstr("\r")));
    }
    EXPECT_EQ(rows, what == ExportWhat::kSources ? 5 : 4);
  }
}

// One sentence with all the citations of its report.
ExportedReport report_of_citations(std::size_t count, std::string_view word) {
  ExportedReport report = korean_report();
  StoredPassage& passage = report.passages[0];
  passage.text = "The port grew, 항구";
  passage.citations.clear();
  for (std::size_t i = 0; i < count; ++i) {
    Citation citation;
    citation.source = std::string(word) + std::to_string(i);
    passage.text += " (source: ";
    citation.text = {passage.text.size(), passage.text.size() + citation.source.size()};
    citation.bytes = citation.text;
    passage.text += citation.source + ")";
    passage.citations.push_back(citation);
  }
  passage.sentences = {{0, passage.text.size()}};
  passage.spans = {{0, 0, passage.text.size(), passage.text.size()}};
  return report;
}

TEST(RenderExport, WritesARowAtATimeWithTheSentenceOnly) {
  for (const char* word : {"Harbour Gazette ", "항만신문 "}) {
    using Json = nlohmann::json;
    const ExportedReport report = report_of_citations(500, word);
    const StoredPassage& passage = report.passages[0];
    std::size_t rows = 0;
    export_jsonl(ExportWhat::kCitations, {})->report(report, [&](std::string_view line) {
      ASSERT_LT(line.size(), 2500);
      const Json row = Json::parse(line);
      const std::string text = row["sentence"]["text"];
      EXPECT_GE(text.size(), 990);
      EXPECT_TRUE(is_utf8(text));
      EXPECT_THAT(text, HasSubstr(passage.citations[rows].source + ")"));
      const Json& bytes = row["sentence"]["bytes"];
      const std::size_t begin = bytes["begin"], end = bytes["end"];
      EXPECT_EQ(passage.text.substr(begin, end - begin), text);
      EXPECT_FALSE(row["passage"].contains("text"));
      EXPECT_EQ(row["passage"]["permalink"], passage.permalink);
      ++rows;
    });
    EXPECT_EQ(rows, 500);
  }
}

TEST(RenderExport, GivesTheWholeOfUsualSentencesAndAPieceOfOthers) {
  const ExportedReport report = report_of_citations(3, "연합뉴스 ");
  export_tsv(ExportWhat::kCitations, {"text"})->report(report, [&](std::string_view line) {
    EXPECT_EQ(line, report.passages[0].text + "\n");
  });
  ExportedReport one = report_of_citations(1, std::string(3000, 'x'));
  export_web_annotation(ExportWhat::kCitations)->report(one, [&](std::string_view line) {
    EXPECT_LT(line.size(), 5000);
  });
}

TEST(RenderExport, MakesFormulasTextWhereAsked) {
  const Fields fields = {"text", "id"};
  const std::string safe = rendered(
      *export_csv(ExportWhat::kPassages, fields, {CsvCells::kFormulaSafe}), ExportWhat::kPassages);
  const std::string plain =
      rendered(*export_csv(ExportWhat::kPassages, fields, {}), ExportWhat::kPassages);
  EXPECT_THAT(safe, HasSubstr("\"'=SUM(A1)\t인도는 \"\"S-400\"\", 주문\\u{1B}[31m했다.\","));
  EXPECT_THAT(plain, HasSubstr("\"=SUM(A1)\t인도는 \"\"S-400\"\", 주문\\u{1B}[31m했다.\","));
}

TEST(RenderExport, RefusesUnknownFields) {
  try {
    export_csv(ExportWhat::kCitations, {"source", "txt"}, {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kUsage);
    EXPECT_THAT(error.what(), HasSubstr("citations have no field \"txt\"; they have source, "));
  }
  EXPECT_THROW(export_web_annotation(ExportWhat::kSources), Error);
}

TEST(RenderExport, ShowsNoControls) {
  for (const ExportWhat what : {ExportWhat::kPassages, ExportWhat::kCitations}) {
    EXPECT_THAT(rendered(*export_jsonl(what, {}), what), Not(HasSubstr("\x1b")));
    EXPECT_THAT(rendered(*export_tsv(what, {}), what), Not(HasSubstr("\x1b")));
    EXPECT_THAT(rendered(*export_web_annotation(what), what), Not(HasSubstr("\x1b")));
  }
  EXPECT_THAT(rendered(*export_ris(), ExportWhat::kPassages), Not(HasSubstr("\x1b")));
  EXPECT_EQ(one_line(" a\r\n\t b\x1b\xE2\x80\xAE \xFF "), "a b \xEF\xBF\xBD");
}

TEST(RenderExport, RisKeepsToItsLines) {
  for (const ExportWhat what : {ExportWhat::kPassages, ExportWhat::kSources}) {
    std::string out = rendered(*export_ris(), what);
    EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), std::count(out.begin(), out.end(), '\r'));
    std::string first, last;
    for (std::size_t at; (at = out.find("\r\n")) != std::string::npos; out.erase(0, at + 2)) {
      const std::string line = out.substr(0, at);
      if (line.empty()) {
        EXPECT_EQ(first, "TY");
        EXPECT_EQ(last, "ER");
        first.clear();
        continue;
      }
      ASSERT_GE(line.size(), 6U);
      EXPECT_EQ(line.substr(2, 4), "  - ") << line;
      last = line.substr(0, 2);
      if (first.empty()) first = last;
      EXPECT_TRUE(last != "ID" || line.size() <= 26U) << line;
    }
  }
}

// BibTeX takes "Quay" and "quay" for one key.
TEST(RenderExport, MakesBibtexKeysThatDifferInMoreThanCapitals) {
  const auto renderer = export_bibtex();
  std::set<std::string> keys;
  for (const char* id : {"quay-report", "Quay-Report", "QUAY-report", "quay-reports"}) {
    SourceSummary source;
    source.source = id;
    const std::string entry = renderer->source(source);
    const std::size_t begin = entry.find('{') + 1;
    keys.insert(ascii_lower(entry.substr(begin, entry.find(',') - begin)));
  }
  EXPECT_EQ(keys.size(), 4U);
  EXPECT_TRUE(keys.contains("quay-report"));
}

TEST(RenderExport, MakesKeysOfIds) {
  EXPECT_EQ(ascii_key("china-russia_trade.2024"), "china-russia_trade.2024");
  EXPECT_THAT(ascii_key("한중-2024"), ::testing::MatchesRegex("2024-[0-9a-f]{8}"));
  EXPECT_THAT(ascii_key("조약"), ::testing::MatchesRegex("[0-9a-f]{8}"));
  EXPECT_NE(ascii_key("조약"), ascii_key("협약"));
  EXPECT_EQ(short_key("harbour-pact"), "harbour-pact");
  EXPECT_EQ(short_key("harbour-pact-2024-06-27").size(), 20U);
  EXPECT_NE(short_key("harbour-pact-2024-06-27"), short_key("harbour-pact-2024-06-28"));
}

TEST(RenderExport, ReadsDates) {
  EXPECT_EQ(date_parts("2024-06-27"), (std::vector<int>{2024, 6, 27}));
  EXPECT_EQ(date_parts("2024-06"), (std::vector<int>{2024, 6}));
  EXPECT_EQ(date_parts("2024"), std::vector<int>{2024});
  EXPECT_EQ(date_parts(""), std::vector<int>());
  EXPECT_EQ(date_parts("June"), std::vector<int>());
}

TEST(RenderExport, CitesInStyles) {
  const auto cited = [](const ExportedReport& report, CitationStyle style) {
    std::string out;
    export_text(ExportWhat::kPassages, style)->report(report, [&](std::string_view text) {
      out += text;
    });
    return out.substr(0, out.find('\n'));
  };
  ExportedReport english = english_report();
  english.report.title = "Geopolitical Shifts";
  english.report.url.clear();
  EXPECT_EQ(cited(english, CitationStyle::kNote),
            "goover, Geopolitical Shifts, 2024-06-27, section 7-2.");
  EXPECT_EQ(cited(english, CitationStyle::kApa),
            "goover. (2024, June 27). Geopolitical Shifts (section 7-2).");
  EXPECT_EQ(cited(english, CitationStyle::kChicago),
            "goover, “Geopolitical Shifts,” June 27, 2024, sec. 7-2.");
  // No publisher, no day.
  EXPECT_EQ(cited(korean_report(), CitationStyle::kNote), "북러 조약, 2024-06, 9-1절.");
  EXPECT_EQ(cited(korean_report(), CitationStyle::kApa), "북러 조약 (9-1절). (2024년 6월).");
  EXPECT_EQ(cited(korean_report(), CitationStyle::kChicago), "“북러 조약”, 2024년 6월, 9-1절.");
  EXPECT_EQ(cited(mixed_report(), CitationStyle::kChicago),
            "goover, “Geopolitical Shifts,” 2024, sec. “인도 India”.");
  // A person writes for a publisher.
  english.report.author = "Lee, J.";
  EXPECT_EQ(cited(english, CitationStyle::kNote),
            "Lee, J., goover, Geopolitical Shifts, 2024-06-27, section 7-2.");
  EXPECT_EQ(cited(english, CitationStyle::kApa),
            "Lee, J. (2024, June 27). Geopolitical Shifts (section 7-2). goover.");
  EXPECT_EQ(cited(english, CitationStyle::kChicago),
            "Lee, J., “Geopolitical Shifts,” goover, June 27, 2024, sec. 7-2.");
  ExportedReport korean = korean_report();
  korean.report.author = "이정은";
  EXPECT_EQ(cited(korean, CitationStyle::kApa), "이정은. (2024년 6월). 북러 조약 (9-1절).");
  // An author that is the publisher is named once.
  english.report.author = english.report.publisher;
  EXPECT_EQ(cited(english, CitationStyle::kNote),
            "goover, Geopolitical Shifts, 2024-06-27, section 7-2.");
}

TEST(RenderExport, SaysOfAnEntryWithoutATitleThatItHasNone) {
  SourceSummary listed;
  listed.source = "ref-59cbf634f9e9211a";
  listed.form = Citation::Form::kListed;
  listed.publisher = "해양수산부";
  EXPECT_EQ(work_of(listed).title, "[no title listed: ref-59cbf634f9e9211a]");
  listed.titles = {{"항만 물동량", 1}};
  EXPECT_EQ(work_of(listed).title, "항만 물동량");
}

TEST(RenderExport, SaysOfAnIdThatItIsNoTitle) {
  const auto titles = [](ExportRenderer& renderer) {
    const std::string out = rendered(renderer, ExportWhat::kSources);
    EXPECT_THAT(out, HasSubstr("[no title listed: go-public-news-kor-7-0-0]"));
    EXPECT_THAT(out, Not(HasSubstr("[no title listed: 연합뉴스")));
    EXPECT_THAT(out, Not(HasSubstr("[no title listed: https:")));
  };
  titles(*export_csl_json());
  titles(*export_bibtex());
  titles(*export_ris());
  titles(*export_text(ExportWhat::kSources, CitationStyle::kNote));
}

TEST(RenderExport, LocatorsOfCslAreOneSection) {
  ExportedReport report = english_report();
  report.passages[0].section.back() = {"2-1-1", "Deep", ""};
  report.passages[1].section = {{"", "무역 2023–24: 조선-방산", ""}};
  std::string out;
  export_csl_json()->report(report, [&](std::string_view text) { out += text; });
  EXPECT_THAT(out, HasSubstr("\"locator\":\"2‑1‑1\""));
  EXPECT_THAT(out, HasSubstr("\"locator\":\"무역 2023‑24: 조선‑방산\""));
}

TEST(RenderExport, RisNotesAreShort) {
  ExportedReport report = english_report();
  for (int i = 0; i < 25; ++i) report.passages.push_back(report.passages.back());
  std::string out;
  export_ris()->report(report, [&](std::string_view text) { out += text; });
  EXPECT_THAT(out, HasSubstr("\r\nN1  - 27 passages cited\r\n"));
  out.clear();
  export_ris()->report(korean_report(), [&](std::string_view text) { out += text; });
  EXPECT_THAT(out, HasSubstr("\r\nN1  - 조약#9-1.1@0123456789ab\r\n"));
}

}  // namespace
}  // namespace ibid
