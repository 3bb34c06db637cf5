// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables, notes, and where the text is in the parts.
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
using testing::left_out_lines;
using testing::paragraph;

std::string cell(const std::string& content, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(const std::string& rows, const std::string& properties = "") {
  return "<w:tbl><w:tblPr>" + properties + "</w:tblPr><w:tblGrid/>" + rows + "</w:tbl>";
}
std::string text_cell(const char* text) { return cell(paragraph(text)); }

TEST(DocxTables, AreRowsOfCells) {
  EXPECT_THAT(docx_blocks(paragraph("before") +
                          table(row(text_cell("연도") + text_cell("수출"), "<w:tblHeader/>") +
                                row(text_cell("2024") + cell(paragraph("3%") + paragraph("up"))) +
                                row(text_cell("2025") + text_cell("") + text_cell("x"))) +
                          paragraph("after")),
              ElementsAre("paragraph before", "row 연도|수출", "row <1 2024|3% up",
                          "row <1 2025||x", "paragraph after"));
}

TEST(DocxTables, HaveAHeadIfAStyleShowsTheFirstRowInAnotherWay) {
  DocxParts parts;
  parts.styles =
      "<w:style w:type=\"table\" w:styleId=\"plain\"/>"
      "<w:style w:type=\"table\" w:styleId=\"grid\"><w:tblStylePr w:type=\"firstRow\"><w:rPr>"
      "<w:vanish/></w:rPr></w:tblStylePr></w:style>";
  const std::string rows = row(text_cell("a")) + row(text_cell("b"));
  const auto styled = [&](const char* style, const char* look) {
    return table(rows, fmt::format("<w:tblStyle w:val=\"{}\"/><w:tblLook {}/>", style, look));
  };
  parts.body = styled("plain", "w:firstRow=\"1\"") + styled("grid", "w:firstRow=\"0\"") +
               styled("grid", "w:firstRow=\"1\"") + styled("grid", "w:val=\"04A0\"") +
               styled("grid", "w:val=\"0400\"");
  EXPECT_THAT(block_lines(docx_file(docx_of(parts))),
              ElementsAre("row a", "row b", "row a", "row b", "row a", "row <4 b", "row a",
                          "row <6 b", "row a", "row b"));
}

TEST(DocxTables, HoldCellsThatOthersCoverAndRowsThatAreGone) {
  const ExtractedFile file = docx_file(docx_of(table(
      row(cell(paragraph("top"), "<w:vMerge w:val=\"restart\"/>") + text_cell("1")) +
      row(cell(paragraph("covered"), "<w:vMerge/>") + text_cell("2")) +
      row(text_cell("gone"), "<w:del w:id=\"1\"/>") + row(text_cell("hidden"), "<w:hidden/>") +
      row(cell(paragraph("cut"), "<w:cellDel w:id=\"2\"/>") + text_cell("3")))));
  EXPECT_THAT(block_lines(file), ElementsAre("row top|1", "row 2", "row 3"));
  EXPECT_THAT(left_out_lines(file),
              ElementsAre("hidden: covered", "deleted: gone", "hidden: hidden", "deleted: cut"));
}

TEST(DocxTables, PutInnerTablesAfterTheRow) {
  EXPECT_THAT(docx_blocks(table(
                  row(cell(paragraph("outer") + table(row(text_cell("안") + text_cell("in"))) +
                           paragraph("rest")) +
                      text_cell("next")) +
                  row(text_cell("last")))),
              ElementsAre("row outer rest|next", "row 안|in", "row last"));
}

TEST(DocxTables, ShowALabelOfTheirFirstCell) {
  DocxParts parts;
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  const std::string list = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
  parts.body = table(row(cell(paragraph("a", list)) + text_cell("x")) +
                     row(cell(paragraph("b", list)) + text_cell("y")));
  EXPECT_THAT(block_lines(docx_file(docx_of(parts))), ElementsAre("row [1.] a|x", "row [2.] b|y"));
}

std::string note(int id, const std::string& content, const char* type = "") {
  return fmt::format("<w:footnote w:id=\"{}\" {}>{}</w:footnote>", id, type, content);
}
std::string mark(int id, const char* more = "", const char* after = "") {
  return fmt::format("<w:r><w:footnoteReference w:id=\"{}\" {}/>{}</w:r>", id, more, after);
}
std::string end_mark(int id) {
  return fmt::format("<w:r><w:endnoteReference w:id=\"{}\"/></w:r>", id);
}
std::string run(const char* text) {
  return fmt::format("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", text);
}

std::vector<std::string> mark_lines(const ExtractedFile& file) {
  std::vector<std::string> out;
  for (const NoteMark& one : file.marks) {
    out.push_back(fmt::format("{}[{}] -> {}", file.text.substr(0, one.at), one.label, one.note));
  }
  return out;
}

TEST(DocxNotes, FollowTheBlockOfTheirMark) {
  DocxParts parts;
  parts.footnotes = note(-1, paragraph("----"), "w:type=\"separator\"") +
                    note(3, paragraph(" 관세청, 2024.") + paragraph("둘째 단락")) +
                    note(9, paragraph("See A.")) + note(12, paragraph("never marked"));
  parts.endnotes = "<w:endnote w:id=\"1\">" + paragraph("An end.") + "</w:endnote>";
  parts.body = "<w:p>" + run("수출은 늘었다.") + mark(3) + run(" More") + mark(9) + end_mark(1) +
               run(".") + "</w:p>" + paragraph("다음");
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_THAT(
      block_lines(file),
      ElementsAre("paragraph 수출은 늘었다. More.", "note [1] 관세청, 2024.", "note 둘째 단락",
                  "note [2] See A.", "note [i] An end.", "paragraph 다음"));
  EXPECT_THAT(mark_lines(file), ElementsAre("수출은 늘었다.[1] -> 1", "수출은 늘었다. More[2] -> 3",
                                            "수출은 늘었다. More[i] -> 4"));
  EXPECT_THAT(left_out_lines(file), ElementsAre("hidden: never marked"));
}

TEST(DocxNotes, HaveTheAuthorsOwnMarks) {
  DocxParts parts;
  parts.footnotes = note(1, paragraph("* 필자의 주")) + note(2, paragraph("counted"));
  parts.body = "<w:p>" + run("제목") + mark(1, "w:customMarkFollows=\"1\"", "<w:t>*</w:t>") +
               run(" 글") + mark(2) + "</w:p>";
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_THAT(block_lines(file),
              ElementsAre("paragraph 제목 글", "note [*] 필자의 주", "note [1] counted"));
  EXPECT_THAT(mark_lines(file), ElementsAre("제목[*] -> 1", "제목 글[1] -> 2"));
}

TEST(DocxNotes, AreCountedAsTheirSectionSays) {
  DocxParts parts;
  for (int i = 1; i <= 5; ++i) parts.footnotes += note(i, paragraph("n"));
  parts.settings = "<w:footnotePr><w:numFmt w:val=\"decimalEnclosedCircle\"/></w:footnotePr>";
  const auto section = [](const char* rules) {
    return fmt::format("<w:sectPr><w:footnotePr>{}</w:footnotePr></w:sectPr>", rules);
  };
  const auto marked = [](int id, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + run("t") + mark(id) + "</w:p>";
  };
  parts.body = marked(1) + marked(2, section("")) +
               marked(3, section("<w:numFmt w:val=\"lowerRoman\"/><w:numRestart "
                                 "w:val=\"eachSect\"/><w:numStart w:val=\"4\"/>")) +
               marked(4) + marked(5) + section("<w:numFmt w:val=\"decimal\"/>");
  std::vector<std::string> labels;
  for (const NoteMark& one : docx_file(docx_of(parts)).marks) labels.push_back(one.label);
  EXPECT_THAT(labels, ElementsAre("①", "②", "iv", "5", "6"));
}

TEST(DocxNotes, HangOnRowsToo) {
  DocxParts parts;
  parts.footnotes = note(1, paragraph("under the row"));
  parts.body = table(row(cell("<w:p>" + run("3%") + mark(1) + "</w:p>") + text_cell("b")));
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_THAT(block_lines(file), ElementsAre("row 3%|b", "note [1] under the row"));
  EXPECT_THAT(mark_lines(file), ElementsAre("3%[1] -> 1"));
}

TEST(DocxNotes, OfDeletedMarksAreLeftOut) {
  DocxParts parts;
  parts.footnotes = note(1, paragraph("gone with its mark")) + note(2, paragraph("stays"));
  parts.body =
      "<w:p>" + run("a") + "<w:del>" + mark(1) + "</w:del>" + run("b") + mark(2) + "</w:p>";
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph ab", "note [1] stays"));
  EXPECT_THAT(left_out_lines(file), ElementsAre("hidden: gone with its mark"));
}

TEST(DocxPlaces, AreBytesOfTheUnpackedPart) {
  DocxParts parts;
  parts.footnotes = note(1, paragraph("주석"));
  parts.body = "<w:p>" + run("A &amp; &#xAC00;나") + mark(1) + "</w:p>";
  const ExtractedFile file = docx_file(docx_of(parts));
  EXPECT_EQ(file.grade, AnchorGrade::kPart);
  EXPECT_EQ(file.format, FileFormat::kDocx);
  ASSERT_EQ(file.parts.size(), 2u);
  const testing::ZipParts written = testing::docx_parts(parts);
  const std::string& document = written[1].second;
  EXPECT_EQ(file.parts[0].name, "word/document.xml");
  EXPECT_EQ(file.parts[0].size, document.size());
  EXPECT_EQ(file.parts[1].name, "word/footnotes.xml");
  EXPECT_EQ(file.text, "A & 가나\n주석");
  const std::size_t at = document.find("A &amp;");
  ASSERT_EQ(file.anchors.size(), 6u);
  EXPECT_EQ(file.anchors[0].span, (TextSpan{0, at, 2, 2}));
  EXPECT_EQ(file.anchors[1].span, (TextSpan{2, at + 2, 1, 5}));
  EXPECT_EQ(file.anchors[3].span, (TextSpan{4, at + 8, 3, 8}));
  EXPECT_EQ(file.anchors[5].part, 1u);
}

TEST(DocxPlaces, AreRightInUtf16) {
  DocxParts parts;
  parts.body = paragraph("한글 ab &amp; 𝄞");
  testing::ZipParts written = testing::docx_parts(parts);
  std::u16string wide = u"\uFEFF";
  std::string& document = written[1].second;
  document.replace(document.find("UTF-8"), 5, "UTF-16");
  const auto utf16 = [](std::string_view text) {
    std::u16string out;
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const int length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
      char32_t c = length == 1 ? byte : byte & (0x7F >> length);
      for (int i = 1; i < length; ++i) {
        c = (c << 6) | (static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]) & 0x3F);
      }
      at += static_cast<std::size_t>(length);
      if (c > 0xFFFF) {
        out += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
        out += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
      } else {
        out += static_cast<char16_t>(c);
      }
    }
    return out;
  };
  wide += utf16(document);
  std::string bytes;
  for (const char16_t unit : wide) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  document = bytes;
  ReaderInput input;
  const std::string file_bytes = testing::zip_of(written);
  input.bytes = file_bytes;
  const ExtractedFile file = read_docx(input)[0];
  EXPECT_EQ(file.text, "한글 ab & 𝄞");
  const std::size_t at = 2 * wide.find(u'한');
  ASSERT_EQ(file.anchors.size(), 5u);
  EXPECT_EQ(file.anchors[0].span, (TextSpan{0, at, 6, 4}));
  EXPECT_EQ(file.anchors[1].span, (TextSpan{6, at + 4, 4, 8}));
  EXPECT_EQ(file.anchors[2].span, (TextSpan{10, at + 12, 1, 10}));
  EXPECT_EQ(file.anchors[3].span, (TextSpan{11, at + 22, 1, 2}));
  EXPECT_EQ(file.anchors[4].span, (TextSpan{12, at + 24, 4, 4}));
}

}  // namespace
}  // namespace ibid
