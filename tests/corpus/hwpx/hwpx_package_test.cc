// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/corpus/hwpx/hwpx_cases.h"

namespace ibid {
namespace {

using namespace ibid::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string* part(ZipParts& parts, std::string_view name) {
  for (auto& [part_name, content] : parts) {
    if (part_name == name) return &content;
  }
  return nullptr;
}

void remove(ZipParts& parts, std::string_view name) {
  std::erase_if(parts, [&](const auto& one) { return one.first == name; });
}

std::vector<std::string> sections(int count) {
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) out.push_back(text_paragraph(fmt::format("쪽 {}", i)));
  return out;
}

TEST(HwpxPackage, ReadsSectionsInTheOrderOfTheSpine) {
  ZipParts parts = parts_of(sections(3));
  std::string& package = *part(parts, "Contents/content.hpf");
  package = with_replaced(package, "idref=\"section0\"", "idref=\"section2\"");
  const ExtractedFile file = read(zip_of(parts));
  EXPECT_EQ(file.text, "쪽 2\n쪽 1");
  EXPECT_THAT(file.notes, ElementsAre("Contents/section0.xml is not a section of the document"));
}

TEST(HwpxPackage, SortsSectionsByTheirNumbersWithoutASpine) {
  for (const char* missing : {"Contents/content.hpf", "META-INF/container.xml"}) {
    ZipParts parts = parts_of(sections(12));
    remove(parts, missing);
    if (missing == std::string_view("META-INF/container.xml")) {
      remove(parts, "Contents/content.hpf");
    }
    EXPECT_EQ(read(zip_of(parts)).text,
              "쪽 0\n쪽 1\n쪽 2\n쪽 3\n쪽 4\n쪽 5\n쪽 6\n쪽 7\n쪽 8\n쪽 9\n쪽 10\n쪽 11");
  }
}

TEST(HwpxPackage, FindsPartsNamedFromThePackagesFolder) {
  ZipParts parts = parts_of({text_paragraph("글", 1)},
                            "<hh:numberings><hh:numbering id=\"1\"><hh:paraHead "
                            "level=\"1\">^1)</hh:paraHead></hh:numbering></hh:numberings>"
                            "<hh:paraPr id=\"1\"><hh:heading type=\"NUMBER\" idRef=\"1\" "
                            "level=\"0\"/></hh:paraPr>");
  std::string& package = *part(parts, "Contents/content.hpf");
  for (std::size_t at; (at = package.find("href=\"Contents/")) != std::string::npos;) {
    package.replace(at, 15, "href=\"");
  }
  EXPECT_THAT(block_lines(read(zip_of(parts))), ElementsAre("item 1 [1)] 글"));
}

TEST(HwpxPackage, NeedsNoManifestButObeysOne) {
  ZipParts parts = parts_of(sections(1));
  EXPECT_EQ(why_refused(zip_of(parts)), "");
  const std::string manifest =
      "<odf:manifest "
      "xmlns:odf=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">{}</odf:manifest>";
  parts.emplace_back("META-INF/manifest.xml", fmt::format(fmt::runtime(manifest), ""));
  EXPECT_EQ(why_refused(zip_of(parts)), "");
  parts.back().second =
      fmt::format(fmt::runtime(manifest),
                  "<odf:file-entry odf:full-path=\"Contents/section0.xml\"><odf:encryption-data "
                  "odf:checksum-type=\"SHA256\"/></odf:file-entry>");
  EXPECT_EQ(why_refused(zip_of(parts)), "it is protected by a password; save it without one");
}

TEST(HwpxPackage, RefusesWhatHasNoSection) {
  ZipParts parts = parts_of({});
  EXPECT_EQ(why_refused(zip_of(parts)), "it has no Contents/section0.xml");
  EXPECT_NE(why_refused("no archive"), "");
}

TEST(HwpxPackage, LeavesOutMasterPages) {
  ZipParts parts = parts_of(sections(1));
  parts.emplace_back("Contents/masterpage0.xml",
                     xml_root("masterPage", sub_list(text_paragraph("바탕쪽 frame"))));
  const ExtractedFile file = read(zip_of(parts));
  EXPECT_EQ(file.text, "쪽 0");
  EXPECT_THAT(left_out_lines(file), ElementsAre("page frame: 바탕쪽 frame"));
  EXPECT_EQ(file.parts.at(file.left_out.at(0).part).name, "Contents/masterpage0.xml");
}

TEST(HwpxPackage, TakesFieldsFromTheirMetadata) {
  ZipParts parts = parts_of(sections(1));
  std::string& package = *part(parts, "Contents/content.hpf");
  const std::string metadata =
      "<opf:metadata><opf:title>보도 자료</opf:title><opf:meta name=\"creator\">Kim</opf:meta>"
      "<opf:meta name=\"CreatedDate\">2014-11-06T15:22:56Z</opf:meta><opf:meta "
      "name=\"ModifiedDate\">2024-06-27T01:00:00Z</opf:meta><opf:meta name=\"date\">2014년 11월 "
      "7일 "
      "금요일</opf:meta></opf:metadata>";
  package.insert(package.find("<opf:manifest>"), metadata);
  EXPECT_THAT(read(zip_of(parts)).fields,
              ElementsAre(ExtractedField{"title", "보도 자료", "content.hpf"},
                          ExtractedField{"author", "Kim", "content.hpf"},
                          ExtractedField{"date", "2024-06-27", "content.hpf"}));
  package.erase(package.find("<opf:meta name=\"ModifiedDate\""), 61);
  EXPECT_EQ(read(zip_of(parts)).fields.at(2).value, "2014-11-07");
}

}  // namespace
}  // namespace ibid
