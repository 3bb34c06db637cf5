// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values that ../shared/formats/README.md names for HWPX.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "corpus/hwp/read_hwp.h"
#include "corpus/hwpx/hwpx_section.h"
#include "tests/corpus/hwpx/hwpx_cases.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using Kind = ExtractedBlock::Kind;

std::string bytes_of(const fs::path& name) {
  const fs::path path = fs::path(IBID_SOURCE_DIR).parent_path() / "shared" / "formats" / name;
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

#define SHARED_FILE(bytes, name)            \
  const std::string bytes = bytes_of(name); \
  if (bytes.empty()) GTEST_SKIP() << "../shared/formats/" << name << " is not here"

ExtractedFile read_as_hwp(std::string_view bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kHwp;
  return read_hwp(input).at(0);
}

std::vector<std::string> lines_of(const ExtractedFile& file) {
  std::vector<std::string> lines;
  for (const ExtractedBlock& block : file.blocks) {
    if (!block.label.empty()) lines.push_back(block.label);
    lines.push_back(file.text.substr(block.text.begin, block.text.size()));
  }
  return lines;
}

std::vector<const HangulControl*> tables_of(const std::vector<HangulParagraph>& paragraphs) {
  std::vector<const HangulControl*> tables;
  for (const HangulParagraph& paragraph : paragraphs) {
    for (const HangulControl& control : paragraph.controls) {
      if (control.kind == HangulControl::Kind::kTable) tables.push_back(&control);
    }
  }
  return tables;
}

TEST(SharedHwpx, LabelsListsAsHancomPrintsThem) {
  SHARED_FILE(html, "html/lists-exported-by-hancom.html");
  SHARED_FILE(bytes, "hwpx/lists.hwpx");
  std::vector<std::string> exported;
  const std::regex text(R"(<span class="hrt[^>]*>([^<]*)</span>)");
  for (std::sregex_iterator at(html.begin(), html.end(), text), end; at != end; ++at) {
    exported.push_back((*at)[1]);
  }
  const ExtractedFile file = read(bytes);
  EXPECT_EQ(exported.size(), 108U);
  EXPECT_EQ(lines_of(file), exported);
  EXPECT_EQ(file.blocks.size(), 58U);
  check_parts(file, bytes);
}

TEST(SharedHwpx, SaysTheSameAsTheHwpOfTheSameDocument) {
  for (const char* name : {"lists", "footnote-endnote"}) {
    SHARED_FILE(hwpx, std::string("hwpx/") + name + ".hwpx");
    SHARED_FILE(hwp, std::string("hwp/") + name + ".hwp");
    const ExtractedFile a = read(hwpx), b = read_as_hwp(hwp);
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.blocks, b.blocks);
    EXPECT_EQ(a.marks, b.marks);
  }
}

TEST(SharedHwpx, TiesNotesToTheirMarks) {
  SHARED_FILE(bytes, "hwpx/footnote-endnote.hwpx");
  const ExtractedFile file = read(bytes);
  EXPECT_THAT(
      testing::block_lines(file),
      ElementsAre("paragraph 각주참조", "note [1)] 각주입니다.", "note [2)] 각주 두 번째입니다.",
                  "paragraph 미주참조", "note [1)] 미주입니다.", "note [2)] 미주 두 번째입니다."));
  EXPECT_EQ(file.marks.size(), 4U);
  check_parts(file, bytes);
}

TEST(SharedHwpx, ReadsTheFinalTextOfTrackedChanges) {
  SHARED_FILE(bytes, "hwpx/ChangeTrack.hwpx");
  const ExtractedFile file = read(bytes);
  EXPECT_EQ(file.text, "변경 \t인간은");
  EXPECT_THAT(testing::left_out_lines(file), ElementsAre("deleted:  추적"));
  EXPECT_EQ(file.left_out.at(0).at, 6U);
  ASSERT_EQ(file.parts.at(0).name, "Contents/section0.xml");
  ASSERT_EQ(file.anchors.size(), 3U);
  EXPECT_EQ(file.anchors[0].span, (TextSpan{0, 3209, 6, 6}));
  EXPECT_EQ(file.anchors[2].span, (TextSpan{8, 3374, 9, 9}));
  check_parts(file, bytes);
}

TEST(SharedHwpx, ReadsANoticeWithoutAManifest) {
  SHARED_FILE(bytes, "hwpx/notice-two-sections.hwpx");
  const ExtractedFile file = read(bytes);
  ASSERT_EQ(file.parts.size(), 2U);
  std::size_t rows = 0, cells = 0, headings = 0, labels = 0;
  for (const ExtractedBlock& block : file.blocks) {
    headings += block.kind == Kind::kHeading;
    labels += !block.label.empty();
    if (block.kind != Kind::kRow) continue;
    ++rows;
    const std::string_view text =
        std::string_view(file.text).substr(block.text.begin, block.text.size());
    cells += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t'));
    const auto anchor = std::find_if(file.anchors.begin(), file.anchors.end(), [&](const auto& a) {
      return a.span.text_begin >= block.text.begin;
    });
    EXPECT_EQ(anchor->part, 1U);  // section0 has no table
  }
  EXPECT_EQ(rows, 4U);  // of 6, 2 of which are empty
  EXPECT_EQ(cells, 8U);
  Archive archive(bytes, {});
  const auto section = [&](const std::string& name) {
    return read_hwpx_section(name, archive.read(name), 0, {}).paragraphs;
  };
  const auto first = section("Contents/section0.xml"), second = section("Contents/section1.xml");
  EXPECT_EQ(first.size(), 51U);
  EXPECT_EQ(second.size(), 2U);
  EXPECT_EQ(tables_of(first).size(), 0U);
  ASSERT_EQ(tables_of(second).size(), 1U);
  EXPECT_EQ(tables_of(second)[0]->lists.size(), 12U);
  for (const HangulList& cell : tables_of(second)[0]->lists) {
    EXPECT_EQ(cell.paragraphs.size(), 1U);
  }
  EXPECT_EQ(headings, 0U);
  EXPECT_EQ(labels, 0U);
  for (const char* head : {"1. 개정이유", "6. 참고사항"}) {
    EXPECT_THAT(testing::block_lines(file), Contains(::testing::HasSubstr(head)));
  }
  check_parts(file, bytes);
}

}  // namespace
}  // namespace ibid
