// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/epub/read_epub.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/archive/archive.h"
#include "corpus/error.h"
#include "tests/support/extract_checks.h"
#include "tests/support/zip_writer.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kContainer =
    "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>";

std::string chapter(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html "
         "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>" +
         body + "</body></html>";
}

std::string package(const std::string& metadata, const std::string& items,
                    const std::string& spine) {
  return fmt::format(
      "<package xmlns:opf=\"http://www.idpf.org/2007/opf\"><metadata "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{}</metadata><manifest>{}</manifest><spine>{}"
      "</spine></package>",
      metadata, items, spine);
}
std::string item(const char* id, const char* href, const char* more = "") {
  return fmt::format("<item id=\"{}\" href=\"{}\" media-type=\"application/xhtml+xml\" {}/>", id,
                     href, more);
}
std::string in_spine(const char* id) { return fmt::format("<itemref idref=\"{}\"/>", id); }

testing::ZipParts book() {
  return {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml", kContainer},
      {"OEBPS/book.opf",
       package("<dc:title>국방 백서</dc:title><dc:creator>김 아무개</dc:creator><dc:creator>A. "
               "Lee</dc:creator><dc:date opf:event=\"modification\">2025-01-01</dc:date><dc:date "
               "opf:event=\"publication\">2024-06</dc:date><dc:publisher>출판사</dc:publisher>"
               "<dc:language>ko</dc:language>",
               item("b", "text/%EC%9E%A5.xhtml") + item("a", "../one.xhtml") +
                   item("n", "nav.xhtml", "properties=\"nav\"") + item("x", "gone.xhtml"),
               in_spine("n") + in_spine("a") + in_spine("b") + in_spine("a") + in_spine("x") +
                   in_spine("nothing"))},
      {"OEBPS/text/장.xhtml", chapter("<h1>둘째 장</h1><p>수출은 3&#37; 늘었다.</p>")},
      {"one.xhtml", chapter("<h1>First</h1><p>A &amp; B</p>")},
      {"OEBPS/nav.xhtml", chapter("<nav><ol><li><a href=\"x\">둘째 장</a></li></ol></nav>")}};
}

ExtractedFile epub_file(const std::string& bytes) {
  ReaderInput input;
  input.bytes = bytes;
  const ExtractedFile file = read_epub(input)[0];
  Archive archive(bytes, {});
  testing::check_anchors(file, [&](const std::string& name) { return archive.read(name); });
  return file;
}

std::string why(const std::string& bytes) {
  ReaderInput input;
  input.bytes = bytes;
  try {
    read_epub(input);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

TEST(ReadEpub, ReadsChaptersInTheOrderOfTheSpineEachOnce) {
  const ExtractedFile file = epub_file(testing::zip_of(book()));
  EXPECT_THAT(testing::block_lines(file),
              ElementsAre("heading 1 First", "paragraph A & B", "heading 1 둘째 장",
                          "paragraph 수출은 3% 늘었다."));
  EXPECT_EQ(file.format, FileFormat::kEpub);
  EXPECT_EQ(file.grade, AnchorGrade::kPart);
  ASSERT_EQ(file.parts.size(), 3u);
  EXPECT_EQ(file.parts[1].name, "one.xhtml");
  EXPECT_EQ(file.parts[2].name, "OEBPS/text/장.xhtml");
  EXPECT_EQ(file.anchors.back().part, 2u);
  EXPECT_THAT(file.notes, ElementsAre("its part OEBPS/gone.xhtml is missing"));
}

TEST(ReadEpub, LeavesOutItsTableOfContents) {
  EXPECT_THAT(testing::left_out_lines(epub_file(testing::zip_of(book()))),
              ElementsAre("navigation: 둘째 장"));
}

TEST(ReadEpub, TakesFieldsFromThePackage) {
  EXPECT_THAT(
      epub_file(testing::zip_of(book())).fields,
      ElementsAre(ExtractedField{"title", "국방 백서", "OEBPS/book.opf dc:title"},
                  ExtractedField{"author", "김 아무개, A. Lee", "OEBPS/book.opf dc:creator"},
                  ExtractedField{"date", "2024-06", "OEBPS/book.opf dc:date"},
                  ExtractedField{"publisher", "출판사", "OEBPS/book.opf dc:publisher"},
                  ExtractedField{"language", "ko", "OEBPS/book.opf dc:language"}));
}

std::string encrypted(const char* part) {
  return fmt::format(
      "<encryption><EncryptedData><CipherData><CipherReference URI=\"{}\"/></CipherData>"
      "</EncryptedData></encryption>",
      part);
}

TEST(ReadEpub, RefusesProtectedTextButNotScrambledFonts) {
  testing::ZipParts parts = book();
  parts.emplace_back("META-INF/encryption.xml", encrypted("OEBPS/fonts/a.otf"));
  EXPECT_EQ(why(testing::zip_of(parts)), "");
  parts.back().second = encrypted("OEBPS/text/%EC%9E%A5.xhtml");
  EXPECT_EQ(why(testing::zip_of(parts)), "it is protected; get a copy without protection");
}

TEST(ReadEpub, RefusesWhatIsNoBook) {
  EXPECT_EQ(why("text"), "it is not an EPUB file");
  EXPECT_EQ(why(testing::zip_of({{"a", "b"}})),
            "it is not an EPUB file: it contains no container.xml");
  EXPECT_EQ(why(testing::zip_of({{"META-INF/container.xml", kContainer}})),
            "its part OEBPS/book.opf is missing");
  EXPECT_EQ(why(testing::zip_of(
                {{"META-INF/container.xml", kContainer}, {"OEBPS/book.opf", package("", "", "")}})),
            "it is an EPUB file without a chapter of text");
  EXPECT_THAT(why(testing::zip_of(
                  {{"META-INF/container.xml", kContainer}, {"OEBPS/book.opf", "<package>"}})),
              HasSubstr("its part OEBPS/book.opf is damaged at line 1"));
}

TEST(ReadEpub, SurvivesChangedBytesOfItsParts) {
  const testing::ZipParts parts = book();
  int read = 0, refused = 0;
  for (std::size_t which = 1; which < parts.size(); ++which) {
    const std::string& content = parts[which].second;
    for (std::size_t at = 0; at < content.size(); ++at) {
      testing::ZipParts changed = parts;
      changed[which].second[at] = static_cast<char>(content[at] ^ (1 << (at % 8)));
      ReaderInput input;
      const std::string bytes = testing::stored_zip_of(changed);
      input.bytes = bytes;
      try {
        EXPECT_EQ(why_unsound(read_epub(input)[0]), "");
        ++read;
      } catch (const Error&) {
        ++refused;
      }
    }
  }
  EXPECT_GT(read, 100);
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace ibid
