// SPDX-License-Identifier: GPL-2.0-or-later
//
// Labels of lists and headings, which are not in the text of the file.
#include <fmt/core.h>
#include <gmock/gmock.h>

#include "tests/corpus/docx/docx_reading.h"

namespace ibid {
namespace {

using testing::block_lines;
using testing::docx_file;
using testing::docx_of;
using testing::DocxParts;
using ::testing::ElementsAre;
using testing::paragraph;

std::string level(int level, const char* format, const char* text, const std::string& more = "",
                  int start = 1) {
  return fmt::format(
      "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"{}\"/><w:numFmt w:val=\"{}\"/>{}"
      "<w:lvlText w:val=\"{}\"/></w:lvl>",
      level, start, format, more, text);
}
std::string abstract(int id, const std::string& content) {
  return fmt::format("<w:abstractNum w:abstractNumId=\"{}\">{}</w:abstractNum>", id, content);
}
std::string num(int id, int abstract_id, const std::string& overrides = "") {
  return fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/>{}</w:num>", id,
                     abstract_id, overrides);
}
std::string in_list(int num_id, int level) {
  return fmt::format("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>", level,
                     num_id);
}

// "label" of each item of (num, level), in order; "-" for a paragraph without one.
std::string labels(const std::string& numbering, const std::vector<std::pair<int, int>>& items,
                   const std::string& styles = "") {
  DocxParts parts;
  parts.numbering = numbering;
  parts.styles = styles;
  for (const auto& [id, at] : items) parts.body += paragraph("x", in_list(id, at));
  std::string out;
  for (const ExtractedBlock& block : docx_file(docx_of(parts)).blocks) {
    out += (out.empty() ? "" : " ") + (block.label.empty() ? "-" : block.label);
  }
  return out;
}

const std::string kThree =
    level(0, "decimal", "%1.") + level(1, "ganada", "%2.") + level(2, "decimal", "%1.%2.%3");

TEST(DocxLabels, CountEachLevelAndBeginAnewUnderAHigherOne) {
  const std::string rules = abstract(7, kThree) + num(1, 7);
  EXPECT_EQ(labels(rules, {{1, 0}, {1, 1}, {1, 1}, {1, 2}, {1, 0}, {1, 1}, {1, 2}}),
            "1. 가. 나. 1.나.1 2. 가. 2.가.1");
  // A level that is skipped counts as used.
  EXPECT_EQ(labels(rules, {{1, 1}, {1, 0}, {1, 2}, {1, 1}}), "가. 2. 2.가.1 나.");
  EXPECT_EQ(labels(rules, {{0, 0}, {9, 0}, {1, 0}}), "- - 1.");
}

TEST(DocxLabels, BeginAnewOnlyAfterTheLevelThatIsNamed) {
  const std::string article = level(0, "upperRoman", "제%1장") +
                              level(1, "decimal", "제%2조", "<w:lvlRestart w:val=\"0\"/>") +
                              level(2, "decimal", "(%3)", "<w:lvlRestart w:val=\"1\"/>");
  const std::string rules = abstract(1, article) + num(1, 1);
  EXPECT_EQ(labels(rules, {{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}}),
            "제I장 제1조 제2조 제II장 제3조");
  EXPECT_EQ(labels(rules, {{1, 0}, {1, 1}, {1, 2}, {1, 1}, {1, 2}, {1, 0}, {1, 2}}),
            "제I장 제1조 (1) 제2조 (2) 제II장 (1)");
}

TEST(DocxLabels, StartWhereTheListOrItsOverrideSays) {
  const std::string rules =
      abstract(1, level(0, "decimal", "%1.", "", 5)) + num(1, 1) +
      num(2, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>") +
      num(3, 1,
          "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1)") + "</w:lvlOverride>");
  // Lists of one definition count together; an override begins again, once.
  EXPECT_EQ(labels(rules, {{1, 0}, {1, 0}, {2, 0}, {2, 0}, {1, 0}, {3, 0}}), "5. 6. 1. 2. 3. D)");
  // Without a start, a list begins with 0.
  EXPECT_EQ(labels(abstract(1, "<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1\"/></w:lvl>") + num(1, 1),
                   {{1, 0}, {1, 0}}),
            "0 1");
}

TEST(DocxLabels, ShowDecimalsInALegalLevelAndSignsInAnother) {
  const std::string rules =
      abstract(
          1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                 level(2, "bullet", "\uF06C", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>") +
                 level(3, "none", "Note:") +
                 level(4, "decimal", "%5", "<w:rPr><w:vanish/></w:rPr>")) +
      num(1, 1);
  EXPECT_EQ(labels(rules, {{1, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}}), "I 1.1 ● Note: -");
}

TEST(DocxLabels, ReadFormatsOfLaterWords) {
  const std::string custom =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"9\"/><mc:AlternateContent><mc:Choice Requires=\"w14\">"
      "<w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback>"
      "<w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/>"
      "</w:lvl>";
  EXPECT_EQ(labels(abstract(1, custom) + num(1, 1), {{1, 0}, {1, 0}}), "009 010");
}

TEST(DocxLabels, FollowLinksFromListsToStylesAndBack) {
  const std::string styles =
      "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId "
      "w:val=\"2\"/></w:numPr>"
      "</w:pPr></w:style>"
      "<w:style w:type=\"numbering\" w:styleId=\"Loop\"><w:pPr><w:numPr><w:numId w:val=\"3\"/>"
      "</w:numPr></w:pPr></w:style>";
  const std::string rules = abstract(1, "<w:numStyleLink w:val=\"L\"/>") +
                            abstract(2, "<w:styleLink w:val=\"L\"/>" + kThree) +
                            abstract(3, "<w:numStyleLink w:val=\"Loop\"/>") + num(1, 1) +
                            num(2, 2) + num(3, 3);
  EXPECT_EQ(labels(rules, {{1, 0}, {2, 0}, {3, 0}}, styles), "1. 2. -");
}

TEST(DocxLabels, ComeFromStylesOfHeadings) {
  DocxParts parts;
  parts.styles =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/>"
      "</w:style>"
      "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"2\"><w:name w:val=\"Heading 2\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"mine\"><w:name w:val=\"My part\"/><w:basedOn w:val=\"2\"/></w:style>"
      "<w:style w:styleId=\"ko\"><w:name w:val=\"제목 3\"/></w:style>"
      "<w:style w:styleId=\"out\"><w:name w:val=\"Odd\"/><w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr>"
      "</w:style>"
      "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
      "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
  parts.numbering = abstract(1, level(0, "decimal", "제%1장", "<w:pStyle w:val=\"1\"/>") +
                                    level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"2\"/>")) +
                    num(1, 1);
  const auto styled = [](const char* text, const char* style, const char* more = "") {
    return paragraph(text, fmt::format("<w:pStyle w:val=\"{}\"/>{}", style, more));
  };
  parts.body = styled("Exports", "1") + styled("수출", "2") + styled("Own", "mine") +
               styled("None", "2", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
               styled("세 번째", "ko") + styled("Fourth", "out") +
               styled("Text", "1", "<w:outlineLvl w:val=\"9\"/>") + styled("circle", "a") +
               paragraph("plain") + paragraph("direct", "<w:outlineLvl w:val=\"0\"/>");
  EXPECT_THAT(
      block_lines(docx_file(docx_of(parts))),
      ElementsAre("heading 1 [제1장] Exports", "heading 2 [1.1] 수출", "heading 2 [1.2] Own",
                  "heading 2 None", "heading 3 세 번째", "heading 4 Fourth", "item 1 [제2장] Text",
                  "paragraph circle", "paragraph plain", "heading 1 direct"));
}

TEST(DocxLabels, CountParagraphsWithoutTextButNotDeletedOnes) {
  DocxParts parts;
  parts.numbering = abstract(1, kThree) + num(1, 1);
  const std::string deleted = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";
  parts.body = paragraph("a", in_list(1, 0)) + paragraph("", in_list(1, 0)) + "<w:p><w:pPr>" +
               in_list(1, 0) + deleted +
               "</w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>" +
               paragraph("b", in_list(1, 0));
  EXPECT_THAT(block_lines(docx_file(docx_of(parts))),
              ElementsAre("item 1 [1.] a", "item 1 [3.] b"));
}

TEST(DocxLabels, StandInTheTextOfARowBehindItsFirst) {
  DocxParts parts;
  parts.numbering = abstract(1, kThree) + num(1, 1);
  const auto item = [](const char* text) { return paragraph(text, in_list(1, 0)); };
  const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
  const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
  parts.body =
      "<w:tbl>" + row(cell(item("수출") + item("imports")) + cell(paragraph("3%") + item("합계"))) +
      row(cell(paragraph("")) + cell(item(""))) + row(cell(item("")) + cell(item("") + item(""))) +
      row(cell(paragraph("none")) + cell(paragraph("") + paragraph("last"))) + "</w:tbl>";
  EXPECT_THAT(
      block_lines(docx_file(docx_of(parts))),
      ElementsAre("row [1.] 수출 2. imports|3% 3. 합계", "row [5.] 6. 7.", "row none|last"));
}

TEST(DocxLabels, TellTheKindsOfParagraphs) {
  DocxParts parts;
  parts.styles =
      "<w:style w:styleId=\"q\"><w:name w:val=\"Quote\"/></w:style>"
      "<w:style w:styleId=\"c\"><w:name w:val=\"caption\"/></w:style>"
      "<w:style w:styleId=\"s\"><w:name w:val=\"Source Code\"/></w:style>"
      "<w:style w:styleId=\"t\"><w:name w:val=\"제목\"/></w:style>";
  for (const char* style : {"q", "c", "s", "t"}) {
    parts.body += paragraph(style, fmt::format("<w:pStyle w:val=\"{}\"/>", style));
  }
  EXPECT_THAT(block_lines(docx_file(docx_of(parts))),
              ElementsAre("quotation q", "caption c", "code s", "heading 1 t"));
}

}  // namespace
}  // namespace ibid
