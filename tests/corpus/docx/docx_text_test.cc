// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is text of a DOCX file, and what is not.
#include <fmt/core.h>
#include <gmock/gmock.h>

#include "tests/corpus/docx/docx_reading.h"

namespace ibid {
namespace {

using testing::block_lines;
using testing::docx_blocks;
using testing::docx_file;
using testing::docx_of;
using testing::DocxParts;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::left_out_lines;
using testing::paragraph;

// The text of one paragraph, which holds `runs`.
std::string text_of(const std::string& runs) {
  return docx_file(docx_of("<w:p>" + runs + "</w:p>")).text;
}
std::string run(const std::string& content, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr>" + content + "</w:r>";
}
std::string run_text(const std::string& text, const std::string& properties = "") {
  return run("<w:t xml:space=\"preserve\">" + text + "</w:t>", properties);
}

TEST(DocxText, KeepsInsertedAndLeavesOutDeletedText) {
  const ExtractedFile file = docx_file(
      docx_of("<w:p>" + run_text("수출은 ") + "<w:ins>" + run_text("3% ") + "</w:ins><w:del>" +
              run("<w:delText>5% </w:delText>") + "</w:del><w:moveFrom>" + run_text("moved ") +
              "</w:moveFrom>" + run_text("늘었다.") + "<w:moveTo>" + run_text(" moved") +
              "</w:moveTo></w:p>"));
  EXPECT_EQ(file.text, "수출은 3% 늘었다. moved");
  EXPECT_THAT(left_out_lines(file), ElementsAre("deleted: 5% moved "));
  EXPECT_EQ(file.left_out[0].at, std::string("수출은 3% ").size());
}

TEST(DocxText, JoinsParagraphsWhoseMarkIsDeleted) {
  const std::string deleted = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
  const ExtractedFile file = docx_file(docx_of(
      paragraph("first ", deleted) + paragraph("second") + paragraph("third") + "<w:p><w:pPr>" +
      deleted + "</w:pPr><w:del>" + run("<w:delText>gone</w:delText>") + "</w:del></w:p>"));
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph first second", "paragraph third"));
  EXPECT_THAT(left_out_lines(file), ElementsAre("deleted: gone"));
}

TEST(DocxText, LeavesOutHiddenTextByItselfAndByStyle) {
  DocxParts parts;
  parts.styles =
      "<w:style w:type=\"character\" w:styleId=\"H\"><w:name "
      "w:val=\"x\"/><w:rPr><w:vanish/></w:rPr>"
      "</w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:basedOn w:val=\"P\"/></w:style>";
  const std::string tail = run_text("shown");
  parts.body = "<w:p>" + run_text("숨김", "<w:vanish/>") +
               run_text("A", "<w:vanish w:val=\"0\"/>") + run_text("b", "<w:rStyle w:val=\"H\"/>") +
               run_text("C", "<w:webHidden/>") + "</w:p>" +
               paragraph("by style", "<w:pStyle w:val=\"Q\"/>") +
               // Two styles that both hide show; so does a run that says so.
               "<w:p><w:pPr><w:pStyle w:val=\"P\"/><w:rPr><w:vanish w:val=\"0\"/></w:rPr></w:pPr>" +
               run_text("D", "<w:rStyle w:val=\"H\"/>") + run_text("e") +
               run_text("F", "<w:vanish w:val=\"false\"/>") + "</w:p>";
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph AC", "paragraph DF"));
  EXPECT_THAT(left_out_lines(file),
              ElementsAre("hidden: 숨김", "hidden: b", "hidden: by style", "hidden: e"));
}

TEST(DocxText, JoinsAParagraphWhoseMarkIsHiddenUnlessItsHeadingRunsIn) {
  DocxParts parts;
  parts.styles = "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>";
  parts.body =
      paragraph("One ", "<w:rPr><w:vanish/></w:rPr>") + paragraph("line.") +
      paragraph("Scope.", "<w:pStyle w:val=\"1\"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>") +
      paragraph(" This part.");
  EXPECT_THAT(block_lines(docx_file(docx_of(parts))),
              ElementsAre("paragraph One line.", "heading 1 Scope.", "paragraph This part."));
}

TEST(DocxText, IgnoresFormerProperties) {
  EXPECT_EQ(text_of(run_text("a", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), "a");
  EXPECT_THAT(docx_blocks(paragraph("b",
                                    "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
                                    "</w:pPrChange>")),
              ElementsAre("paragraph b"));
}

TEST(DocxText, ReadsSignsThatAreElements) {
  EXPECT_EQ(text_of(run("<w:noBreakHyphen/><w:t>23%</w:t>")), "-23%");
  EXPECT_EQ(text_of(run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>")),
            "a\tb\nc\nd");
  EXPECT_EQ(text_of(run("<w:t>반도</w:t><w:softHyphen/><w:t>체</w:t>")), "반도\u00AD체");
  EXPECT_EQ(text_of(run("<w:t>x</w:t><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:t>y</w:t>")),
            "x≤y");
  EXPECT_EQ(text_of(run("<w:sym w:font=\"Wingdings\" w:char=\"00FC\"/><w:t>ok</w:t>")), "✓ok");
  EXPECT_EQ(text_of(run("<w:sym w:font=\"Arial\" w:char=\"AC00\"/>")), "가");
  const ExtractedFile unknown =
      docx_file(docx_of("<w:p>" + run("<w:sym w:font=\"Webdings\" w:char=\"F021\"/>") + "</w:p>"));
  EXPECT_EQ(unknown.text, "\uFFFD");
  EXPECT_THAT(unknown.notes, ElementsAre("unknown characters of symbol fonts: 1"));
  // A tab stop is not a tab.
  EXPECT_THAT(docx_blocks(paragraph("a", "<w:tabs><w:tab w:val=\"left\"/></w:tabs>")),
              ElementsAre("paragraph a"));
}

TEST(DocxText, KeepsSpacesOnlyWhereTheFileAsksForThem) {
  EXPECT_EQ(text_of(run("<w:t>a </w:t>") + run("<w:t xml:space=\"preserve\"> b </w:t>") +
                    run("<w:t>\n  c &amp;\n</w:t>") + run("<w:t>d\ne</w:t>")),
            "a b c &d e");
  EXPECT_EQ(text_of(run("<w:t> &#xAC00;나&lt; </w:t>")), "가나<");
}

TEST(DocxText, PartsRaisedNumbersFromWhatStandsBefore) {
  const std::string up = "<w:vertAlign w:val=\"superscript\"/>";
  const std::string down = "<w:vertAlign w:val=\"subscript\"/>";
  EXPECT_EQ(text_of(run_text("10") + run_text("2", up) + run_text(" m") + run_text("2", up)),
            "10^2 m2");
  EXPECT_EQ(text_of(run_text("10") + run_text("-6", up)), "10^-6");
  EXPECT_EQ(text_of(run_text("CO") + run_text("2", down) + run_text("1") + run_text("2", down)),
            "CO21_2");
  EXPECT_EQ(text_of(run_text("수출(exports) 2023") + run_text("4)", up) + run_text("년")),
            "수출(exports) 2023^4)년");
}

TEST(DocxText, TakesRaisedRunsThatFollowEachOtherForOneNumber) {
  const std::string up = "<w:vertAlign w:val=\"superscript\"/>";
  const std::string down = "<w:vertAlign w:val=\"subscript\"/>";
  const std::string hyphen = "<w:r><w:rPr>" + up + "</w:rPr><w:noBreakHyphen/></w:r>";
  const std::vector<std::pair<std::string, const char*>> cases = {
      {run_text("10") + run_text("2", up) + run_text("3", up), "10^23"},
      {run_text("10") + run_text("2&#51;", up), "10^23"},
      {run_text("10") + run_text("-", up) + run_text("6", up), "10^-6"},
      {run_text("10") + run_text("&#8722;6", up) + run_text("년"), "10^\u22126년"},
      {run_text("10") + hyphen + run_text("6", up), "10^-6"},
      {run_text("SO4") + run_text("2", down) + run_text("2-", up), "SO4_2^2-"},
      {run_text("2") + run_text("1", up) + run_text("/") + run_text("2", down), "2 1/2"},
      {run_text("8") + run_text("1", up) + run_text("/") + run_text("2"), "8^1/2"},
      {run_text("2") + run_text("nd", up) + run_text(" 5") + run_text("-", up) + run_text("6"),
       "2nd 5-6"},
      {run_text("2023 ") + run_text("4", up), "2023 4"},
  };
  for (const auto& [runs, want] : cases) EXPECT_EQ(text_of(runs), want) << runs;
}

TEST(DocxText, ReadsRaisedTextByItsStyle) {
  DocxParts parts;
  const auto style = [](const char* id, const char* rest) {
    return fmt::format("<w:style w:type=\"character\" w:styleId=\"{}\">{}</w:style>", id, rest);
  };
  parts.styles =
      style("Up", "<w:name w:val=\"Up\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>") +
      style("Red", "<w:name w:val=\"Red\"/><w:basedOn w:val=\"Up\"/>") +
      style("Down", "<w:name w:val=\"Down\"/><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr>");
  const std::string line = "<w:vertAlign w:val=\"baseline\"/>";
  parts.body = "<w:p>" + run_text("10") + run_text("2", "<w:rStyle w:val=\"Up\"/>") +
               run_text(" 10") + run_text("3", "<w:rStyle w:val=\"Red\"/>") + run_text(" 10") +
               run_text("4", "<w:rStyle w:val=\"Up\"/>" + line) + run_text(" 10") +
               run_text("5", "<w:rStyle w:val=\"Down\"/>") + "</w:p>";
  EXPECT_EQ(docx_file(docx_of(parts)).text, "10^2 10^3 104 10_5");
}

TEST(DocxText, ReadsFormulasSoThatNoFigureChanges) {
  const auto math = [](const std::string& inner) { return "<m:oMath>" + inner + "</m:oMath>"; };
  const auto r = [](const std::string& text) { return "<m:r><m:t>" + text + "</m:t></m:r>"; };
  const std::string half = "<m:f><m:num>" + r("1") + "</m:num><m:den>" + r("2") + "</m:den></m:f>";
  EXPECT_EQ(text_of(run_text("2") + math(half + r("5"))), "2 1/2 5");
  EXPECT_EQ(
      text_of(math("<m:sSup><m:e>" + r("x") + "</m:e><m:sup>" + r("2") + "</m:sup></m:sSup>")),
      "x^2");
  EXPECT_EQ(text_of(math("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>" +
                         r("a") + "</m:e><m:e>" + r("b") + "</m:e></m:d>")),
            "[a|b]");
  EXPECT_EQ(text_of(math("<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>" + r("i") +
                         "</m:sub><m:e>" + r("x") + "</m:e></m:nary>")),
            "∑_ix");
}

TEST(DocxText, TakesAChoiceThatIsUnderstoodElseTheFallback) {
  const auto either = [](const char* needs) {
    return std::string("<w:r><mc:AlternateContent><mc:Choice Requires=\"") + needs +
           "\"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>"
           "</mc:AlternateContent><w:t>!</w:t></w:r>";
  };
  EXPECT_EQ(text_of(either("wps")), "new!");
  EXPECT_EQ(text_of(either("w14 wp14")), "new!");
  const ExtractedFile old = docx_file(docx_of("<w:p>" + either("am3d") + "</w:p>"));
  EXPECT_EQ(old.text, "old!");
  EXPECT_THAT(left_out_lines(old), ElementsAre("copy: new"));
}

std::string box(const std::string& content) {
  return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>" +
         content +
         "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
         content +
         "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
}

TEST(DocxText, PutsATextBoxAfterTheParagraphThatItHangsOn) {
  const ExtractedFile file = docx_file(docx_of("<w:p>" + run_text("앞 ") +
                                               box(paragraph("상자 하나") + paragraph("Box two")) +
                                               run_text("뒤") + "</w:p>" + paragraph("next")));
  EXPECT_THAT(block_lines(file),
              ElementsAre("paragraph 앞 뒤", "box 상자 하나", "box Box two", "paragraph next"));
  EXPECT_THAT(left_out_lines(file), ElementsAre("copy: 상자 하나Box two"));
  // A box in hidden text is hidden.
  EXPECT_THAT(block_lines(docx_file(
                  docx_of("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox><w:txbxContent>" +
                          paragraph("gone") + "</w:txbxContent></v:textbox></w:pict></w:r>" +
                          run_text("here") + "</w:p>"))),
              ElementsAre("paragraph here"));
}

std::string sign(const char* type) {
  return std::string("<w:r><w:fldChar w:fldCharType=\"") + type + "\"/></w:r>";
}
std::string instruction(const std::string& text) {
  return "<w:r><w:instrText xml:space=\"preserve\">" + text + "</w:instrText></w:r>";
}

TEST(DocxText, ReadsTheResultsOfFieldsAndNoInstructions) {
  EXPECT_EQ(text_of(sign("begin") + instruction(" PAGE ") + sign("separate") + run_text("7") +
                    sign("end") + run_text(" 쪽")),
            "7 쪽");
  EXPECT_EQ(
      text_of("<w:fldSimple w:instr=\" DATE \">" + run_text("2024. 6. 21.") + "</w:fldSimple>"),
      "2024. 6. 21.");
  // The result of a field within an instruction is not text.
  EXPECT_EQ(text_of(sign("begin") + instruction("IF ") + sign("begin") + instruction("REF x") +
                    sign("separate") + run_text("inner") + sign("end") + instruction(" = 1") +
                    sign("separate") + run_text("outer") + sign("end")),
            "outer");
  // An index entry has no result.
  EXPECT_EQ(text_of(run_text("a") + sign("begin") + instruction("XE \"a\"") + sign("end")), "a");
  // A field that never ends takes no text with it.
  EXPECT_THAT(docx_blocks("<w:p>" + sign("begin") + instruction("PAGE") + run_text("x") + "</w:p>" +
                          paragraph("y")),
              ElementsAre("paragraph x", "paragraph y"));
}

TEST(DocxText, TellsWhereLinksLead) {
  DocxParts parts;
  parts.links =
      "<Relationship Id=\"L1\" Type=\"urn:x/hyperlink\" Target=\"https://example.org/보고서\" "
      "TargetMode=\"External\"/>"
      "<Relationship Id=\"L2\" Type=\"urn:x/hyperlink\" Target=\"mailto:a@example.org\" "
      "TargetMode=\"External\"/>";
  parts.body = "<w:p>" + run_text("보라: ") + "<w:hyperlink r:id=\"L1\">" + run_text("the ") +
               run_text("report") + "</w:hyperlink> <w:hyperlink r:id=\"L2\">" +
               run_text(" mail ") + "</w:hyperlink><w:hyperlink w:anchor=\"x\">" +
               run_text("inner ") + "</w:hyperlink>" + sign("begin") +
               instruction(" HYPERLINK \\o \"a tip\" \"http://example.org/2\" \\h ") +
               sign("separate") + run_text("two") + sign("end") +
               "<w:fldSimple w:instr=\"HYPERLINK https://example.org/3\">" + run_text("three") +
               "</w:fldSimple></w:p>";
  const ExtractedFile file = docx_file(docx_of(parts));
  std::vector<std::string> links;
  for (const TextLink& link : file.links) {
    links.push_back(file.text.substr(link.text.begin, link.text.size()) + " -> " + link.url);
  }
  EXPECT_THAT(links, ElementsAre("the report -> https://example.org/보고서",
                                 "two -> http://example.org/2", "three -> https://example.org/3"));
}

TEST(DocxText, KeepsAWordAndLeavesOutItsReading) {
  const ExtractedFile file =
      docx_file(docx_of("<w:p>" + run_text("수도 ") +
                        "<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val=\"center\"/></w:rubyPr><w:rt>" +
                        run_text("とうきょう") + "</w:rt><w:rubyBase>" + run_text("東京") +
                        "</w:rubyBase></w:ruby></w:r>" + run_text(" tower") + "</w:p>"));
  EXPECT_EQ(file.text, "수도 東京 tower");
  EXPECT_THAT(left_out_lines(file), ElementsAre("copy: とうきょう"));
}

TEST(DocxText, LooksIntoContainersThatOthersMiss) {
  EXPECT_THAT(
      docx_blocks("<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>" +
                  paragraph("control") + "</w:sdtContent></w:sdt><w:p><w:smartTag><w:smartTagPr/>" +
                  run_text("tag ") + "</w:smartTag><w:customXml>" + run_text("custom ") +
                  "</w:customXml><w:sdt><w:sdtContent>" + run_text("inline") +
                  "</w:sdtContent></w:sdt></w:p>"),
      ElementsAre("paragraph control", "paragraph tag custom inline"));
}

TEST(DocxText, LeavesOutCommentsAndHeadsAndFeet) {
  DocxParts parts;
  parts.body = "<w:p>" + run_text("본문") + run("<w:commentReference w:id=\"4\"/>") + "</w:p>";
  parts.comments = "<w:comment w:id=\"4\">" + paragraph("확인 필요") +
                   "</w:comment><w:comment w:id=\"5\">" + paragraph("lost") + "</w:comment>";
  parts.header = paragraph("Running head");
  parts.footer = "<w:p>" + sign("begin") + instruction("PAGE") + sign("separate") + run_text("1") +
                 sign("end") + "</w:p>";
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_EQ(file.text, "본문");
  EXPECT_THAT(left_out_lines(file), ElementsAre("page frame: Running head", "page frame: 1",
                                                "comment: 확인 필요", "comment: lost"));
  EXPECT_EQ(file.left_out[2].at, file.text.size());
  EXPECT_EQ(file.parts[file.left_out[2].part].name, "word/comments.xml");
}

TEST(DocxText, TakesFieldsFromTheTitleAndTheCoreProperties) {
  DocxParts parts;
  parts.styles = "<w:style w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>";
  parts.body = paragraph("국방 백서 2024", "<w:pStyle w:val=\"T\"/>") + paragraph("text");
  parts.core =
      "<dc:title>Microsoft Word - draft7</dc:title><dc:creator>김 아무개</dc:creator>"
      "<dcterms:created>2024-06-21T09:00:00Z</dcterms:created><dc:language>ko-KR</dc:language>";
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_THAT(file.fields,
              ElementsAre(ExtractedField{"title", "국방 백서 2024", "style of the title"},
                          ExtractedField{"author", "김 아무개", "docProps/core.xml creator"},
                          ExtractedField{"date", "2024-06-21", "docProps/core.xml created"},
                          ExtractedField{"language", "ko-KR", "docProps/core.xml language"}));
  parts.body = paragraph("text");
  parts.core = "<dc:title>An answer</dc:title><dcterms:created>soon</dcterms:created>";
  EXPECT_THAT(docx_file(docx_of(parts)).fields,
              ElementsAre(ExtractedField{"title", "An answer", "docProps/core.xml title"}));
}

TEST(DocxText, ReadsStrictFilesAndFilesWithoutText) {
  DocxParts parts;
  parts.body = paragraph("엄격 strict");
  EXPECT_EQ(docx_file(testing::zip_of(testing::docx_parts(
                          parts, "http://purl.oclc.org/ooxml/wordprocessingml/main")))
                .text,
            "엄격 strict");
  EXPECT_EQ(docx_file(docx_of("")).text, "");
  EXPECT_THAT(docx_blocks("<w:p/><w:p>" + run("<w:br/>") + "</w:p>"), IsEmpty());
}

}  // namespace
}  // namespace ibid
