// SPDX-License-Identifier: GPL-2.0-or-later
//
// Exports of files that are not plain text: the printed page, or the label, in every format.
#include "search/export/cited_place.h"

#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/report/sha256.h"
#include "search/export/citation_style.h"
#include "search/export/exporter.h"
#include "search/export/render_export.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"
#include "tests/support/zip_writer.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;
using Kind = ExtractedBlock::Kind;

constexpr PageBox kBox{72, 100, 300, 12};

// A sentence a page, so that a block may cross one.
void add_block(ExtractBuilder& out, Kind kind,
               const std::vector<std::pair<std::uint32_t, std::string>>& sentences,
               std::string label = {}) {
  out.begin_block(kind, kind == Kind::kHeading || kind == Kind::kItem ? 1 : 0, std::move(label));
  for (const auto& [page, sentence] : sentences) {
    if (!out.ends_in_space()) out.add_unplaced(" ");
    out.add(sentence, page, kBox);
  }
  out.end_block();
}

// Three pages, of which the first is 79.
ExtractedFile pdf_document() {
  ExtractBuilder out(FileFormat::kPdf, AnchorGrade::kPage, "ibid-pdf/1", 1 << 20);
  for (const char* printed : {"79", "80", "81"}) {
    out.add_part({.name = printed, .sha256 = {}, .width = 612, .height = 792});
  }
  out.add_field("title", "Harbour Review 항만", "PDF info Title");
  out.add_field("author", "Harbour Office", "PDF info Author");
  out.add_field("date", "2024-06-27", "PDF info CreationDate");
  add_block(out, Kind::kHeading, {{0, "Traffic"}});
  add_block(out, Kind::kParagraph, {{0, "The harbour took 54 ships in June."}});
  add_block(out, Kind::kParagraph,
            {{0, "Cranes stood idle all week (source: Quay Times)."},
             {1, "The strike ended on Friday (source: Harbour Gazette)."}});
  add_block(out, Kind::kParagraph, {{2, "항만은 7월에 다시 열렸다 (출처: 연합뉴스)."}});
  return out.finish();
}

// `text` at offsets of the part as in a file of lines.
void add_part_block(ExtractBuilder& out, Kind kind, const std::string& text, std::uint64_t& at,
                    std::string label = {}) {
  out.begin_block(kind, kind == Kind::kHeading || kind == Kind::kItem ? 1 : 0, std::move(label));
  out.add(text, 0, at, text.size());
  at += text.size() + 7;
  out.end_block();
}

ExtractedFile office_document(FileFormat format, const char* part) {
  ExtractBuilder out(format, AnchorGrade::kPart, "ibid-office/1", 1 << 20);
  out.add_part({.name = part, .sha256 = sha256_hex("part"), .size = 4000});
  out.add_field("title", "항만 협정", "docProps/core.xml");
  out.add_field("date", "2024-06", "docProps/core.xml");
  std::uint64_t at = 100;
  add_part_block(out, Kind::kHeading, "총칙", at, "제1장");
  add_part_block(out, Kind::kItem, "협정은 S-400 부품의 수송에 적용한다.", at, "제3조");
  add_part_block(out, Kind::kItem, "A bullet names no place, whatever it looks like.", at, "●");
  add_part_block(out, Kind::kHeading, "부칙", at);
  add_part_block(out, Kind::kItem, "이 협정은 공포한 날부터 시행한다.", at, "가.");
  return out.finish();
}

ExtractedFile html_document() {
  ExtractBuilder out(FileFormat::kHtml, AnchorGrade::kByte, "ibid-html/1", 1 << 20);
  out.add_part({});
  out.add_field("title", "Port news", "og:title");
  out.add_field("publisher", "Quay Times", "og:site_name");
  out.add_field("url", "https://example.org/port", "og:url");
  std::uint64_t at = 20;
  add_part_block(out, Kind::kParagraph, "The port grew by a third (source: Harbour Gazette).", at);
  return out.finish();
}

class CitedPlaceTest : public ::testing::Test {
 protected:
  CitedPlaceTest() {
    documents_["%PDF-1.5\nharbour\n"] = pdf_document();
    write("harbour.pdf", documents_.begin()->first);
  }

  void write(const std::string& name, const std::string& bytes) { test_.write(name, bytes); }

  void add(const std::string& name, const std::string& bytes, ExtractedFile document) {
    documents_[bytes] = std::move(document);
    write(name, bytes);
  }

  std::string exported(ExportRenderer& renderer, ExportWhat what = ExportWhat::kPassages,
                       const std::string& query = {}) {
    UpdateOptions options = test_.options();
    options.read_documents = [&](const ReaderInput& input) -> std::vector<ExtractedFile> {
      return {documents_.at(std::string(input.bytes))};
    };
    const UpdateSummary summary = update_index(options);
    EXPECT_EQ(summary.failed, 0U);
    OpenIndex index(test_.index());
    Exporter exporter(index);
    ExportOptions asked;
    asked.what = what;
    if (!query.empty()) {
      asked.select = ExportOptions::Select::kQuery;
      asked.query = query;
    }
    std::string out = renderer.begin();
    const ExportTotals totals = exporter.run(asked, [&](const ExportedReport& report) {
      renderer.report(report, [&](std::string_view text) { out += text; });
      return Next::kGoOn;
    });
    return out + renderer.end(totals);
  }

  std::string cited(CitationStyle style, const std::string& query) {
    const std::string out =
        exported(*export_text(ExportWhat::kPassages, style), ExportWhat::kPassages, query);
    return out.substr(0, out.find('\n'));
  }

  testing::TestIndex test_;
  std::map<std::string, ExtractedFile> documents_;
};

TEST_F(CitedPlaceTest, NamesThePrintedPageInWords) {
  EXPECT_EQ(cited(CitationStyle::kNote, "ships"),
            "Harbour Office, Harbour Review 항만, 2024-06-27, p. 79.");
  EXPECT_EQ(cited(CitationStyle::kApa, "strike"),
            "Harbour Office. (2024, June 27). Harbour Review 항만 (pp. 79-80).");
  EXPECT_EQ(cited(CitationStyle::kChicago, "ships"),
            "Harbour Office, “Harbour Review 항만,” June 27, 2024, p. 79.");
}

TEST_F(CitedPlaceTest, NamesThePageOfTheSentenceThatCites) {
  const std::string out =
      exported(*export_tsv(ExportWhat::kCitations, {"source", "page", "begin", "part", "label"}),
               ExportWhat::kCitations);
  EXPECT_EQ(out,
            "source\tpage\tbegin\tpart\tlabel\n"
            "Quay Times\t79\t\t\t\n"
            "Harbour Gazette\t80\t\t\t\n"
            "연합뉴스\t81\t\t\t\n");
  const std::string notes = exported(*export_markdown(ExportWhat::kCitations, CitationStyle::kNote),
                                     ExportWhat::kCitations);
  EXPECT_THAT(notes, AllOf(HasSubstr(", p. 79. "), HasSubstr(", p. 80. "), HasSubstr(", p. 81. ")));
}

TEST_F(CitedPlaceTest, GivesCslThePageAsALocatorAndThatOfTheFileBesideIt) {
  const Json work = Json::parse(exported(*export_csl_json()))[0];
  EXPECT_EQ(work["type"], "report");
  std::vector<std::string> places;
  for (const Json& item : work["custom"]["citation-items"]) {
    places.push_back(item["label"].get<std::string>() + " " + item["locator"].get<std::string>() +
                     " = " + item["file-page"].get<std::string>());
  }
  EXPECT_THAT(places, ElementsAre("page 79 = 1", "page 79-80 = 1-2", "page 81 = 3"));
}

TEST_F(CitedPlaceTest, GivesBibtexAndRisTheStretchOfPages) {
  const std::string all = exported(*export_bibtex());
  EXPECT_THAT(all, AllOf(HasSubstr("@report{harbour,\n"), HasSubstr("  pages = {79--81},\n"),
                         HasSubstr("  institution = {{Harbour Office}},\n"),
                         HasSubstr("{p. 79: harbour\\#"), HasSubstr("; pp. 79-80: harbour\\#")));
  EXPECT_THAT(exported(*export_bibtex(), ExportWhat::kPassages, "ships"),
              HasSubstr("  pages = {79},\n"));
  // The second page is not cited.
  EXPECT_THAT(exported(*export_bibtex(), ExportWhat::kPassages, "ships OR 열렸다"),
              AllOf(HasSubstr("@misc{"), Not(HasSubstr("  pages = ")), HasSubstr("p. 81: ")));
  EXPECT_THAT(exported(*export_ris()), HasSubstr("\r\nSP  - 79\r\nEP  - 81\r\n"));
  EXPECT_THAT(exported(*export_ris(), ExportWhat::kPassages, "열렸다"),
              HasSubstr("\r\nSP  - 81\r\nEP  - 81\r\n"));
  EXPECT_THAT(exported(*export_ris(), ExportWhat::kPassages, "ships OR 열렸다"),
              Not(HasSubstr("\nSP  - ")));
}

TEST_F(CitedPlaceTest, SaysThePageInANoteWhereNobodyIsResponsible) {
  std::erase_if(documents_.begin()->second.fields,
                [](const ExtractedField& field) { return field.name == "author"; });
  EXPECT_THAT(exported(*export_bibtex(), ExportWhat::kPassages, "strike"),
              AllOf(HasSubstr("@misc{"), HasSubstr("  note = {pp. 79-80},\n"),
                    Not(HasSubstr("  pages = "))));
}

TEST_F(CitedPlaceTest, LeavesThePageOfAFileThatPrintsNoOther) {
  for (SourcePart& part : documents_.begin()->second.parts) part.name.clear();
  const std::string out = exported(*export_csl_json(), ExportWhat::kPassages, "strike");
  EXPECT_THAT(out, AllOf(HasSubstr("\"locator\":\"1-2\""), Not(HasSubstr("file-page"))));
  documents_.begin()->second.parts[0].name = "A-1";  // no range
  test_.write("harbour.pdf", "%PDF-1.5\nagain\n");
  documents_["%PDF-1.5\nagain\n"] = documents_["%PDF-1.5\nharbour\n"];
  EXPECT_THAT(exported(*export_csl_json(), ExportWhat::kPassages, "strike"),
              AllOf(HasSubstr("\"locator\":\"A‑1-2\""), HasSubstr("\"file-page\":\"1-2\"")));
}

class CitedLabels : public CitedPlaceTest {
 protected:
  CitedLabels() {
    test_.remove("harbour.pdf");
    const std::string bytes = testing::zip_of(
        {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document/>"}});
    add("협정.docx", bytes, office_document(FileFormat::kDocx, "word/document.xml"));
  }
};

TEST_F(CitedLabels, AreTheLocatorsOfFilesWithoutPages) {
  const Json work = Json::parse(exported(*export_csl_json()))[0];
  std::vector<std::string> places;
  for (const Json& item : work["custom"]["citation-items"]) {
    EXPECT_EQ(item["label"], "section");
    places.push_back(item["locator"]);
  }
  EXPECT_THAT(places, ElementsAre("제1장 제3조", "제1장", "부칙 가."));
  EXPECT_EQ(exported(*export_tsv(ExportWhat::kPassages, {"locator", "page", "part", "label"})),
            "locator\tpage\tpart\tlabel\n"
            "제1장\t\tword/document.xml\t제3조\n"
            "제1장\t\tword/document.xml\t●\n"
            "부칙\t\tword/document.xml\t가.\n");
  EXPECT_THAT(exported(*export_bibtex()), HasSubstr("; section 부칙 가.: 협정"));
  EXPECT_THAT(exported(*export_ris(), ExportWhat::kPassages, "공포한"),
              AllOf(HasSubstr("\r\nSE  - 부칙 가.\r\n"), Not(HasSubstr("\nSP  - "))));
}

TEST_F(CitedLabels, StandInWordsAsTheyAre) {
  EXPECT_EQ(cited(CitationStyle::kNote, "공포한"), "항만 협정, 2024-06, “부칙” 가.");
  EXPECT_EQ(cited(CitationStyle::kNote, "수송에"), "항만 협정, 2024-06, 제1장 제3조.");
  EXPECT_EQ(cited(CitationStyle::kChicago, "bullet"), "“항만 협정,” June 2024, 제1장.");
}

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

TEST(CitedPlace, IsInTheWordsOfTheLanguage) {
  CitedWork work;
  work.title = "항만";
  work.language = "ko";
  CitedPlace place;
  place.section = "2-1";
  place.pages = {"79", "80", 1, 2};
  const auto note = [&] { return styled_citation(work, place, CitationStyle::kNote).at(2).text; };
  EXPECT_EQ(note(), "79-80쪽");
  place.note = "3";
  EXPECT_EQ(note(), "79-80쪽, 주 3");
  place.pages = {};
  EXPECT_EQ(note(), "2-1절, 주 3");
  work.language = "en";
  EXPECT_EQ(note(), "section 2-1, note 3");
  place.pages = {"iv", "iv", 4, 4};
  EXPECT_EQ(note(), "p. iv, note 3");
}

TEST(CitedPlace, OfANoteIsWhereItsPageIsAndItsMark) {
  StoredPassage passage;
  passage.kind = PassageKind::kNote;
  passage.origin.label = "*";
  passage.origin.places = {{0, {}}};
  ReportExtraction extraction;
  extraction.grade = AnchorGrade::kPage;
  extraction.parts = {{.name = "iv", .sha256 = {}}};
  passage.report.extraction = std::make_shared<const ReportExtraction>(extraction);
  const CitedPlace place = cited_place(passage);
  EXPECT_EQ(place.pages.printed(), "iv");
  EXPECT_EQ(place.pages.of_file(), "1");
  EXPECT_EQ(place.note, "*");
  EXPECT_EQ(place.label, "");
}

// A place that leads out of the file's pages is none.
TEST(CitedPlace, OfAPageThatIsNotThereIsEmpty) {
  StoredPassage passage;
  passage.origin.places = {{7, {}}};
  ReportExtraction extraction;
  extraction.grade = AnchorGrade::kPage;
  extraction.parts.resize(2);
  passage.report.extraction = std::make_shared<const ReportExtraction>(extraction);
  EXPECT_TRUE(cited_place(passage).pages.empty());
}

TEST(CitedPlace, HasLettersAndNumbersForLabelsAndNoBullets) {
  StoredPassage passage;
  passage.report.extraction = std::make_shared<const ReportExtraction>();
  for (const char* label : {"가.", "1.b.III", "(2)", "③", "㉮", "Ⅳ.", "제3조", "Ⓐ"}) {
    passage.origin.label = label;
    EXPECT_EQ(cited_place(passage).label, label);
  }
  for (const char* label : {"●", "-", "■", "▪", "※", "", "·", "→"}) {
    passage.origin.label = label;
    EXPECT_EQ(cited_place(passage).label, "") << label;
  }
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
