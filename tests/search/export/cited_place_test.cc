// SPDX-License-Identifier: GPL-2.0-or-later
//
// Exports of files that are not plain text: the printed page, or the label, in every format.
#include "search/export/cited_place.h"

#include <gmock/gmock.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "search/export/citation_style.h"
#include "search/export/render_export.h"
#include "tests/search/export/cited_files.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using testing::CitedLabels;
using testing::CitedPlaceTest;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

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

}  // namespace
}  // namespace ibid
