// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files, pages, fields and fonts; the order of words and the joining of lines have tests of their
// own.
#include "corpus/pdf/pdf_reader.h"

#include <gmock/gmock.h>
#include <poppler-global.h>

#include "corpus/error.h"
#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::PdfPageContent;
using testing::PdfWriter;
using testing::read_bytes;
using testing::read_page;
using testing::texts_of;

std::string refusal(const std::string& bytes, ReaderLimits limits = {}) {
  try {
    read_bytes(bytes, limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "read";
}

TEST(PdfReader, GivesEachWordItsBoxOnItsPage) {
  PdfWriter pdf;
  pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "Exports rose."));
  pdf.add_page(PdfPageContent(500).korean(100, 300, 20, "수출"), "", 400, 500);
  const ExtractedFile file = read_bytes(pdf.bytes());
  EXPECT_EQ(file.format, FileFormat::kPdf);
  EXPECT_EQ(file.grade, AnchorGrade::kPage);
  EXPECT_THAT(file.reader, HasSubstr("ibid-pdf/1 poppler "));
  ASSERT_EQ(file.parts.size(), 2u);
  EXPECT_EQ(file.parts[0], (SourcePart{"", "", 0, 612, 792}));
  EXPECT_EQ(file.parts[1], (SourcePart{"", "", 0, 400, 500}));
  EXPECT_EQ(file.text, "Exports rose.\n수출");
  ASSERT_EQ(file.anchors.size(), 3u);
  const SourceAnchor& rose = file.anchors[1];
  EXPECT_EQ(rose.span, (TextSpan{8, 0, 5, 0}));
  // Helvetica: "Exports " is 667+500+556+556+333+278+500+278 thousandths of 10 points.
  EXPECT_NEAR(rose.box.left, 72 + 36.68, 0.1);
  EXPECT_NEAR(rose.box.top + rose.box.height, 102, 1.5);  // the base line is at 100
  const SourceAnchor& exports = file.anchors[2];
  EXPECT_EQ(exports.part, 1u);
  EXPECT_NEAR(exports.box.left, 100, 0.1);
  EXPECT_NEAR(exports.box.width, 40, 0.1);
  EXPECT_LT(exports.box.top, 300);
  EXPECT_GT(exports.box.top, 275);
}

TEST(PdfReader, ReadsKoreanInFontsThatAreNotEmbedded) {
  const ExtractedFile file = read_page(
      PdfPageContent().korean(72, 100, 12, "국방비는 늘었다").hex(72, 200, 12, "U", "C7D1B1DB"));
  EXPECT_THAT(texts_of(file), ElementsAre("국방비는 늘었다", "한글"));
}

TEST(PdfReader, SaysWhatItLacksForKorean) {
  EXPECT_EQ(why_pdf_reader_is_unfit(), "");
  poppler::set_data_dir("/nonexistent");
  const std::string unfit = why_pdf_reader_is_unfit();
  poppler::set_data_dir("/usr/share/poppler");
  EXPECT_THAT(unfit, HasSubstr("the package poppler-data is missing, or the sandbox hides it"));
  EXPECT_EQ(why_pdf_reader_is_unfit(), "");
}

TEST(PdfReader, KeepsGlyphsWithoutAMeaningOutOfTheText) {
  PdfWriter pdf;
  pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "Title."));
  pdf.add_page(
      PdfPageContent().hex(72, 100, 10, "X", "0037004B00480003").hex(72, 200, 10, "M", "00010002"));
  const ExtractedFile file = read_bytes(pdf.bytes());
  EXPECT_EQ(file.text, "Title.\n가나");
  ASSERT_EQ(file.left_out.size(), 1u);
  EXPECT_EQ(file.left_out[0].reason, LeftOutText::Reason::kUnreadable);
  EXPECT_EQ(file.left_out[0].part, 1u);
  EXPECT_THAT(file.notes,
              ElementsAre(::testing::MatchesRegex("page 2: [34] glyphs without a meaning")));
}

TEST(PdfReader, TellsPagesWithoutText) {
  PdfWriter pdf;
  pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "One."));
  for (int i = 0; i < 3; ++i) pdf.add_page(PdfPageContent());
  pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "Five."));
  pdf.add_page(PdfPageContent());
  const ExtractedFile file = read_bytes(pdf.bytes());
  EXPECT_EQ(file.parts.size(), 6u);
  EXPECT_THAT(file.notes, ElementsAre("pages 2-4, 6: no text (scanned?)"));
}

TEST(PdfReader, CountsFromTheCornerOfThePageAsItIsShown) {
  struct Case {
    const char* entries;
    double width, height, left, base;
  };
  const Case cases[] = {
      {"", 612, 792, 100, 200},
      {"/CropBox [50 92 450 692]", 400, 600, 50, 100},
      // Turned clockwise, the lower left corner comes to the upper left: x grows with the height.
      {"/Rotate 90", 792, 612, 792 - 200, 100},
      {"/Rotate 180", 612, 792, 612 - 100, 792 - 200},
  };
  for (const Case& c : cases) {
    PdfWriter pdf;
    pdf.add_page(PdfPageContent().text(100, 200, 10, "F", "Word"), c.entries);
    const ExtractedFile file = read_bytes(pdf.bytes());
    EXPECT_EQ(file.parts[0].width, c.width) << c.entries;
    EXPECT_EQ(file.parts[0].height, c.height) << c.entries;
    ASSERT_EQ(file.anchors.size(), 1u) << c.entries;
    const PageBox& box = file.anchors[0].box;
    // The start of the base line is in a corner of the box.
    EXPECT_TRUE(std::abs(box.left - c.left) < 3 || std::abs(box.left + box.width - c.left) < 3 ||
                std::abs(box.left + box.width - c.left) < 11)
        << c.entries << box.left;
    EXPECT_TRUE(std::abs(box.top - c.base) < 11 || std::abs(box.top + box.height - c.base) < 11)
        << c.entries << box.top;
  }
}

TEST(PdfReader, TakesFieldsThatSayMoreThanTheNameOfAFile) {
  struct Case {
    const char* info;
    std::vector<std::string> fields;
  };
  const Case cases[] = {
      {"/Title (Defence Review) /Author (A. Kim) /CreationDate (D:20240627103000+09'00')",
       {"title=Defence Review", "author=A. Kim", "date=2024-06-27"}},
      {"/Title <FEFFAD6DBC29> /CreationDate (D:20241301)", {"title=국방"}},
      {"/Title (Microsoft Word - report.doc)", {}},
      {"/Title (report 7.hwp)", {}},
      {"/Title (2024)", {}},
      {"/CreationDate (yesterday)", {}},
  };
  for (const Case& c : cases) {
    PdfWriter pdf;
    pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "Text."));
    pdf.set_info(c.info);
    std::vector<std::string> fields;
    for (const ExtractedField& field : read_bytes(pdf.bytes()).fields) {
      fields.push_back(field.name + "=" + field.value);
      EXPECT_THAT(field.rule, HasSubstr("PDF info "));
    }
    EXPECT_EQ(fields, c.fields) << c.info;
  }
}

TEST(PdfReader, NamesPagesAsTheFileDoes) {
  PdfWriter pdf;
  for (int i = 0; i < 4; ++i) pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "Text."));
  pdf.set_catalog("/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 3 >>] >>");
  const ExtractedFile file = read_bytes(pdf.bytes());
  EXPECT_EQ(file.parts[0].name, "i");
  EXPECT_EQ(file.parts[1].name, "ii");
  EXPECT_EQ(file.parts[2].name, "");  // "3" is its place
  EXPECT_EQ(file.parts[3].name, "");
}

TEST(PdfReader, RefusesInOneClause) {
  PdfWriter pdf;
  pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "Text that is longer than the limit."));
  EXPECT_EQ(refusal(pdf.bytes()), "read");
  ReaderLimits limits;
  limits.text_bytes = 10;
  EXPECT_EQ(refusal(pdf.bytes(), limits), "it has more than 10 bytes of text; split it");
  const std::string key(64, '1');
  pdf.set_trailer("/ID [<" + key + "> <" + key +
                  ">] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " + "/O <" + key + "> /U <" +
                  key + "> >>");
  EXPECT_EQ(refusal(pdf.bytes()), "it is protected by a password; save it without one");
  EXPECT_EQ(refusal("%PDF-1.5\nnothing at all"), "it is damaged or not a PDF; get a new copy");
  EXPECT_EQ(refusal(""), "it is damaged or not a PDF; get a new copy");
}

TEST(PdfReader, TellsOfEmbeddedFilesWithoutOpeningThem) {
  PdfWriter pdf;
  pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "Text."));
  const int stream = pdf.add_stream("/Type /EmbeddedFile", "secret words");
  const int file = pdf.add_object("<< /Type /Filespec /F (a.txt) /EF << /F " +
                                  std::to_string(stream) + " 0 R >> >>");
  pdf.set_catalog("/Names << /EmbeddedFiles << /Names [(a.txt) " + std::to_string(file) +
                  " 0 R] >> >>");
  const ExtractedFile read = read_bytes(pdf.bytes());
  EXPECT_EQ(read.text, "Text.");
  EXPECT_THAT(read.notes, ElementsAre("1 embedded file was not opened"));
}

TEST(PdfReader, GivesManyPagesInOrder) {
  PdfWriter pdf;  // enough for two threads
  std::string expected;
  for (int i = 0; i < 40; ++i) {
    const std::string sentence = "Sentence " + std::string(1, static_cast<char>('A' + i % 26)) +
                                 " of " + std::to_string(i * 37) + ".";
    pdf.add_page(PdfPageContent().text(72, 100 + 5 * i, 10, i % 3 == 0 ? "B" : "F", sentence));
    expected += (i > 0 ? "\n" : "") + sentence;
  }
  const std::string bytes = pdf.bytes();
  const ExtractedFile file = read_bytes(bytes);
  EXPECT_EQ(file.text, expected);
  EXPECT_EQ(file, read_bytes(bytes));
}

}  // namespace
}  // namespace ibid
