// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that are not text, cited: the printed page or the label arrives in pandoc, biber and
// citation-js.
#include "tests/cli/citation_readers.h"
#include "tests/support/docx_writer.h"
#include "tests/support/pdf_writer.h"
#include "tests/support/zip_writer.h"

namespace ibid {
namespace {

using testing::PdfPageContent;

// Three pages, printed as 79 to 81; a paragraph goes from the first to the second.
std::string pdf_file() {
  testing::PdfWriter pdf;
  PdfPageContent first;
  first.lines(72, 100, 10, 12, "F",
              {"The harbour took 54 ships in June, and most of them carried grain",
               "from the northern ports to the mills (source: Quay Times)."});
  pdf.add_page(first);
  PdfPageContent second;
  second.lines(72, 100, 10, 12, "F", {"The strike of the crane drivers ended on the last Friday."});
  pdf.add_page(second);
  pdf.add_page(PdfPageContent().korean(72, 100, 10, "항만은 7월에 S-400 부품을 받았다."));
  pdf.set_info("/Title (Harbour Review) /Author (A. Kim) /CreationDate (D:20240627103000+09'00')");
  pdf.set_catalog("/PageLabels << /Nums [0 << /S /D /St 79 >>] >>");
  return pdf.bytes();
}

std::string docx_file() {
  testing::DocxParts parts;
  parts.core = "<dc:title>항만 협정</dc:title><dc:creator>항만공사</dc:creator>";
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"ganada\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  const char* const numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
  parts.body = testing::paragraph("항만 협정", "<w:outlineLvl w:val=\"0\"/>") +
               testing::paragraph("부칙", "<w:outlineLvl w:val=\"1\"/>") +
               testing::paragraph("이 협정은 공포한 날부터 시행한다.", numbered) +
               testing::paragraph("S-400 부품은 따로 정한다.", numbered);
  return testing::docx_of(parts);
}

std::string hwpx_file() {
  const std::string space = "http://www.hancom.co.kr/hwpml/2011/";
  const auto root = [&](const std::string& name, const std::string& content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + name + " xmlns:hp=\"" + space +
           "paragraph\" xmlns:hs=\"" + space + "section\" xmlns:hh=\"" + space + "head\">" +
           content + "</" + name + ">";
  };
  return testing::zip_of(
      {{"mimetype", "application/hwp+zip"},
       {"META-INF/container.xml",
        "<c:container xmlns:c=\"urn:oasis:names:tc:opendocument:xmlns:container\"><c:rootfiles>"
        "<c:rootfile full-path=\"Contents/content.hpf\" "
        "media-type=\"application/hwpml-package+xml\"/></c:rootfiles></c:container>"},
       {"Contents/content.hpf",
        "<opf:package xmlns:opf=\"http://www.idpf.org/2007/opf/\"><opf:manifest>"
        "<opf:item id=\"s0\" href=\"Contents/section0.xml\"/></opf:manifest><opf:spine>"
        "<opf:itemref idref=\"s0\"/></opf:spine></opf:package>"},
       {"Contents/header.xml", root("hh:head", "")},
       {"Contents/section0.xml",
        root("hs:sec",
             "<hp:p id=\"1\" paraPrIDRef=\"0\"><hp:run charPrIDRef=\"0\">"
             "<hp:t>부두의 크레인은 열네 대로 늘었다.</hp:t></hp:run></hp:p>")}});
}

class CitationPages : public CitationReaders {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "reports");
    write("reports/harbour.pdf", pdf_file());
    write("reports/agreement.docx", docx_file());
    write("reports/quay.hwpx", hwpx_file());
    write("reports/news.html",
          "<!doctype html><html><head><meta property=\"og:url\" content=\"https://example.org/n\">"
          "<title>Port news</title></head><body><p>The port of 인천 grew by a third in a year, "
          "says the office.</p></body></html>");
    write("reports/letter.eml",
          "From: Kim <kim@example.org>\r\nSubject: Harbour letter\r\n"
          "Date: Thu, 27 Jun 2024 23:30:00 +0900\r\nMIME-Version: 1.0\r\n"
          "Content-Type: text/plain; charset=utf-8\r\n\r\nThe cranes of 부산 stood idle.\r\n");
    const RunResult indexed = run({"index", "reports"});
    ASSERT_EQ(indexed.exit_code, 0) << indexed.err;
  }

  // The first line of a citation of the passage that says so.
  std::string cited(const std::string& words, const std::string& style) {
    const RunResult result =
        run({"export", "--format", "text", "--style", style, "\"" + words + "\""});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out.substr(0, result.out.find('\n'));
  }

  Json csl(const std::string& words) {
    return Json::parse(run({"export", "--format", "csl-json", "\"" + words + "\""}).out).at(0);
  }
};

TEST_F(CitationPages, AreInWordsInEachFormat) {
  EXPECT_EQ(cited("54 ships", "note"), "A. Kim, Harbour Review, 2024-06-27, p. 79.");
  EXPECT_EQ(cited("crane drivers", "apa"), "A. Kim. (2024, June 27). Harbour Review (p. 80).");
  EXPECT_EQ(cited("부품을 받았다", "chicago"), "A. Kim, “Harbour Review,” June 27, 2024, p. 81.");
  EXPECT_THAT(cited("공포한 날부터", "note"), HasSubstr("항만 협정, “부칙” 가."));
  EXPECT_THAT(cited("따로 정한다", "chicago"), HasSubstr("“부칙” 나."));
  EXPECT_THAT(cited("열네 대로", "note"), Not(HasSubstr("쪽")));
  EXPECT_THAT(cited("grew by a third", "note"), HasSubstr("https://example.org/n"));
  EXPECT_THAT(cited("stood idle", "note"), HasSubstr("Harbour letter, 2024-06-27."));
}

TEST_F(CitationPages, ComeFromPandocAsPages) {
  if (!succeeds("pandoc --version")) GTEST_SKIP() << "pandoc is not installed";
  export_to("a.json", "csl-json", "passages");
  std::string text;
  for (const Json& work : Json::parse(read_all(path("a.json")))) {
    for (const Json& place : work["custom"]["citation-items"]) {
      if (!place.contains("locator")) continue;
      const bool page = place["label"] == "page";
      text += "[@{" + place["id"].get<std::string>() + "}, {" + (page ? "p. " : "sec. ") +
              place["locator"].get<std::string>() + "}]\n\n";
    }
  }
  write("text.md", text);
  ASSERT_TRUE(succeeds("pandoc --citeproc --wrap=none -t plain --bibliography " + path("a.json") +
                       " -o " + path("cited") + " " + path("text.md")));
  const std::string cited = read_all(path("cited"));
  for (const char* place : {", 79)", ", 80)", ", 81)", " 부칙 가.)", " 부칙 나.)"}) {
    EXPECT_THAT(cited, HasSubstr(place));
  }
  export_to("a.bib", "bibtex", "passages");
  ASSERT_EQ(
      std::system(("pandoc -f biblatex -t csljson " + path("a.bib") + " >" + path("read")).c_str()),
      0);
  EXPECT_THAT(read_all(path("read")), HasSubstr("\"page\": \"79-81\""));
}

TEST_F(CitationPages, SuitBiber) {
  if (!succeeds("biber --version")) GTEST_SKIP() << "biber is not installed";
  write("a.bib", run({"export", "--format", "bibtex", "\"54 ships\""}).out);
  EXPECT_THAT(read_all(path("a.bib")), HasSubstr("  pages = {79},\n"));
  EXPECT_TRUE(succeeds("biber --tool --validate-datamodel -O " + path("tool.bib") + " --logfile " +
                       path("log") + " " + path("a.bib")));
  EXPECT_THAT(read_all(path("log.blg")), Not(::testing::ContainsRegex("WARN|ERROR")));
}

TEST_F(CitationPages, ReachCitationJsThroughRis) {
  if (citation_js().empty()) {
    GTEST_SKIP() << "citation-js is not in the build folder; CitationReaders.Install says why";
  }
  write("a.ris", run({"export", "--format", "ris", "\"crane drivers\""}).out);
  ASSERT_EQ(std::system((citation_js() + " " + path("a.ris") + " >" + path("read")).c_str()), 0);
  const Json work = Json::parse(read_all(path("read"))).at(0);
  EXPECT_THAT(work.value("page", work.value("page-first", "")), StartsWith("80"));
}

TEST_F(CitationPages, HaveTheTypeOfTheirFileInAnnotations) {
  const Json page = Json::parse(run({"export", "--all", "--format", "webannotation"}).out);
  std::map<std::string, std::string> types;
  for (const Json& item : page["items"]) {
    const Json& target = item["target"];
    const std::string file = target["source"]["id"];
    types[file.substr(file.rfind('/') + 1)] = target["source"]["format"].get<std::string>() + " " +
                                              target["selector"][0]["type"].get<std::string>();
    const bool bytes = target["source"]["format"] == "text/html";
    EXPECT_EQ(target.contains("anchor"), !bytes) << item;
    EXPECT_EQ(target["selector"].size(), bytes ? 2U : 1U) << item;
  }
  const std::map<std::string, std::string> expected = {
      {"agreement.docx",
       "application/vnd.openxmlformats-officedocument.wordprocessingml.document TextQuoteSelector"},
      {"harbour.pdf", "application/pdf FragmentSelector"},
      {"letter.eml", "message/rfc822 TextQuoteSelector"},
      {"news.html", "text/html TextQuoteSelector"},
      {"quay.hwpx", "application/hwp+zip TextQuoteSelector"}};
  EXPECT_EQ(types, expected);
}

TEST_F(CitationPages, AreWebPagesIfTheFileIsOne) {
  EXPECT_EQ(csl("grew by a third")["type"], "webpage");
  EXPECT_EQ(csl("54 ships")["type"], "report");
  export_to("a.json", "csl-json", "passages");
  EXPECT_TRUE(succeeds("/usr/bin/python3 -W ignore -m jsonschema -i " + path("a.json") + " " +
                       IBID_SOURCE_DIR "/tests/support/schemas/csl-data-subset.json"));
}

}  // namespace
}  // namespace ibid
