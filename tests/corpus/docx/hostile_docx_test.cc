// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that are damaged, encrypted, of another kind, or made to hurt.
#include <gmock/gmock.h>

#include <chrono>

#include "tests/corpus/docx/docx_reading.h"

namespace ibid {
namespace {

using testing::docx_file;
using testing::docx_of;
using testing::DocxParts;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::paragraph;
using testing::why_no_docx;

std::string ole(const std::string& stream) {
  std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  for (const char c : stream) {
    out += c;
    out += '\0';
  }
  return out + std::string(500, '\0');
}

// Something of everything, small.
DocxParts everything() {
  DocxParts parts;
  parts.styles =
      "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>";
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"ganada\"/>"
      "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
      "w:val=\"1\"/></w:num>";
  parts.footnotes = "<w:footnote w:id=\"1\">" + paragraph("주석") + "</w:footnote>";
  parts.comments = "<w:comment w:id=\"1\">" + paragraph("c") + "</w:comment>";
  parts.body = paragraph("제목", "<w:pStyle w:val=\"1\"/>") +
               "<w:p><w:r><w:t>a &amp; b</w:t><w:footnoteReference w:id=\"1\"/><w:commentReference "
               "w:id=\"1\"/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></"
               "w:del><w:r><mc:AlternateContent>"
               "<mc:Choice Requires=\"wps\"><w:txbxContent>" +
               paragraph("box") + "</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>" +
               "<w:tbl><w:tr><w:tc>" + paragraph("1") + "</w:tc></w:tr></w:tbl>";
  return parts;
}

TEST(HostileDocx, IsRefusedByNameIfItIsAnotherKindOfFile) {
  EXPECT_EQ(why_no_docx(ole("EncryptedPackage")),
            "it is protected by a password; save it without one");
  EXPECT_EQ(why_no_docx(ole("WordDocument")),
            "it is in the old format of Word (.doc); save it as .docx");
  EXPECT_EQ(why_no_docx(ole("Workbook")), "it is an OLE file and not DOCX; save it as .docx");
  EXPECT_EQ(why_no_docx("plain text"), "it is not a DOCX file");
  EXPECT_EQ(why_no_docx(testing::zip_of({{"a", "b"}})),
            "it is not a DOCX file: it contains no document");
  EXPECT_EQ(why_no_docx(testing::zip_of({{"word/document.xml", "<workbook xmlns=\"urn:x\"/>"}})),
            "it is an Office file but not a Word document; save its text as .docx");
  EXPECT_EQ(why_no_docx(testing::zip_with_encrypted(testing::docx_parts(everything()),
                                                    "word/document.xml")),
            "its part word/document.xml is encrypted; save it without a password");
}

TEST(HostileDocx, SaysWhichPartOfTheTextIsDamaged) {
  testing::ZipParts parts = testing::docx_parts(everything());
  for (auto& [name, content] : parts) {
    if (name == "word/document.xml") content.resize(content.size() / 2);
  }
  EXPECT_THAT(why_no_docx(testing::zip_of(parts)),
              HasSubstr("its part word/document.xml is damaged at line 2 ("));
  // Comments are not text: the document is read, and the user told.
  parts = testing::docx_parts(everything());
  for (auto& [name, content] : parts) {
    if (name == "word/comments.xml") content.resize(content.size() / 2);
  }
  EXPECT_THAT(docx_file(testing::zip_of(parts)).notes,
              ElementsAre(HasSubstr("its part word/comments.xml is damaged at line 2")));
}

TEST(HostileDocx, IsRefusedWithADoctype) {
  testing::ZipParts parts = testing::docx_parts(everything());
  std::string& document = parts[1].second;
  document.insert(document.find('\n') + 1,
                  "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>");
  EXPECT_EQ(why_no_docx(testing::zip_of(parts)),
            "its part word/document.xml is damaged at line 2 (a document type declaration, which "
            "it must not have)");
}

TEST(HostileDocx, IsBoundInDepthAndSize) {
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<w:tbl><w:tr><w:tc>";
  EXPECT_THAT(why_no_docx(docx_of(deep)), HasSubstr("more than 1000 nested elements"));
  // Just below the limit: tables in tables, boxes in boxes.
  std::string begin, end;
  for (int i = 0; i < 300; ++i) {
    begin += "<w:tbl><w:tr><w:tc>";
    end = "</w:tc></w:tr></w:tbl>" + end;
  }
  EXPECT_EQ(docx_file(docx_of(begin + paragraph("x") + end)).text, "x");
  begin.clear(), end.clear();
  for (int i = 0; i < 300; ++i) {
    begin += "<w:p><w:r><w:txbxContent>";
    end = "</w:txbxContent></w:r></w:p>" + end;
  }
  EXPECT_EQ(docx_file(docx_of(begin + paragraph("x") + end)).text, "x");
  ReaderLimits limits;
  limits.text_bytes = 10;
  EXPECT_EQ(why_no_docx(docx_of(paragraph("12345678901")), limits),
            "it has more than 10 bytes of text; split it");
  limits = {};
  limits.part_bytes = 5000;
  EXPECT_EQ(why_no_docx(docx_of(paragraph(std::string(6000, 'x'))), limits),
            "its part word/document.xml has more than 5000 bytes when unpacked");
}

// What is said once and used often must not grow: a label, an address, a comment.
TEST(HostileDocx, GrowsLittle) {
  DocxParts parts;
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"" +
      std::string(50'000, '%') +
      "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/>"
      "</w:num>";
  parts.links =
      "<Relationship Id=\"L1\" Type=\"urn:x/hyperlink\" TargetMode=\"External\" "
      "Target=\"https://example.org/" +
      std::string(50'000, 'a') + "\"/>";
  parts.comments = "<w:comment w:id=\"1\">" + paragraph(std::string(50'000, 'c')) + "</w:comment>";
  for (int i = 0; i < 5000; ++i) {
    parts.body +=
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:hyperlink "
        "r:id=\"L1\"><w:r>"
        "<w:t>x</w:t><w:commentReference w:id=\"1\"/></w:r></w:hyperlink></w:p>";
  }
  const auto begin = std::chrono::steady_clock::now();
  ReaderInput input;
  ReaderLimits limits;
  input.limits.ratio = 1000;
  const std::string bytes = docx_of(parts);
  input.bytes = bytes;
  const ExtractedFile file = read_docx(input)[0];
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_EQ(file.blocks.size(), 5000u);
  EXPECT_LE(file.blocks[0].label.size(), 128u);
  EXPECT_TRUE(file.links.empty());
  EXPECT_EQ(file.left_out_count, 1u);
}

TEST(HostileDocx, SurvivesCutsAndChangedBytesOfTheArchive) {
  const std::string bytes = docx_of(everything());
  EXPECT_EQ(why_no_docx(bytes), "");
  for (std::size_t part = 0; part < 64; ++part) {
    EXPECT_NE(why_no_docx(bytes.substr(0, bytes.size() * part / 64)), "") << part;
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x24);
    why_no_docx(changed);
  }
}

// Each byte of each part changed: the file is refused, or is sound and its anchors are right.
TEST(HostileDocx, SurvivesCutsAndChangedBytesOfItsParts) {
  const testing::ZipParts parts = testing::docx_parts(everything());
  int read = 0, refused = 0;
  const auto attempt = [&](std::size_t which, const std::string& content) {
    testing::ZipParts changed = parts;
    changed[which].second = content;
    const std::string bytes = testing::stored_zip_of(changed);
    if (why_no_docx(bytes).empty()) {
      docx_file(bytes);
      ++read;
    } else {
      ++refused;
    }
  };
  for (std::size_t which = 0; which < parts.size(); ++which) {
    const std::string& content = parts[which].second;
    for (std::size_t at = 0; at < content.size(); ++at) {
      std::string changed = content;
      changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
      attempt(which, changed);
    }
    for (std::size_t part = 0; part < 64; ++part) {
      attempt(which, content.substr(0, content.size() * part / 64));
    }
  }
  EXPECT_GT(read, 100);
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace ibid
