// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values that ../shared/formats/README.md names for HWP 5.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "corpus/hwp/hwp_body.h"
#include "tests/corpus/hwp/hwp_cases.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
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

// Label and text of each paragraph in turn, as Hancom's own export to HTML has them.
std::vector<std::string> exported_lines(const std::string& html) {
  std::vector<std::string> lines;
  const std::regex text(R"(<span class="hrt[^>]*>([^<]*)</span>)");
  for (std::sregex_iterator at(html.begin(), html.end(), text), end; at != end; ++at) {
    lines.push_back((*at)[1]);
  }
  return lines;
}

// Paragraphs of a section, and those of them that have text.
std::pair<std::size_t, std::size_t> paragraphs_of(const std::string& bytes, const char* section) {
  HwpStreams streams(bytes, {});
  const std::string stream = streams.is_for_distribution() ? streams.read_for_distribution(section)
                                                           : streams.read(section);
  const std::vector<HangulParagraph> all = read_hwp_section(stream, 0).paragraphs;
  const auto has_text = [](const HangulParagraph& paragraph) { return !paragraph.text.empty(); };
  return {all.size(), static_cast<std::size_t>(std::count_if(all.begin(), all.end(), has_text))};
}

TEST(SharedHwp, FindsAllParagraphs) {
  SHARED_FILE(lists, "hwp/lists.hwp");
  SHARED_FILE(plain, "hwp/testHWP-v5b.hwp");
  SHARED_FILE(encrypted, "hwp/testHWP-v5-dist.hwp");
  EXPECT_EQ(paragraphs_of(lists, "BodyText/Section0"), std::pair(std::size_t{54}, std::size_t{48}));
  EXPECT_EQ(paragraphs_of(lists, "BodyText/Section1"), std::pair(std::size_t{10}, std::size_t{10}));
  EXPECT_EQ(paragraphs_of(plain, "BodyText/Section0"), std::pair(std::size_t{22}, std::size_t{12}));
  EXPECT_EQ(paragraphs_of(encrypted, "ViewText/Section0"),
            std::pair(std::size_t{22}, std::size_t{12}));
}

TEST(SharedHwp, LabelsListsAsHancomPrintsThem) {
  SHARED_FILE(html, "html/lists-exported-by-hancom.html");
  SHARED_FILE(bytes, "hwp/lists.hwp");
  const ExtractedFile file = read(bytes);
  std::vector<std::string> lines;
  std::size_t labels = 0;
  for (const ExtractedBlock& block : file.blocks) {
    if (!block.label.empty()) {
      lines.push_back(block.label);
      ++labels;
    }
    lines.push_back(file.text.substr(block.text.begin, block.text.size()));
  }
  EXPECT_EQ(file.blocks.size(), 58U);
  EXPECT_EQ(labels, 50U);
  EXPECT_EQ(lines.size(), 108U);
  EXPECT_EQ(lines, exported_lines(html));
  const auto in_first = [](const SourceAnchor& anchor) { return anchor.part == 0; };
  const auto second = std::find_if_not(file.anchors.begin(), file.anchors.end(), in_first);
  const auto blocks_before = std::count_if(
      file.blocks.begin(), file.blocks.end(),
      [&](const ExtractedBlock& block) { return block.text.begin < second->span.text_begin; });
  EXPECT_EQ(blocks_before, 48);
  ASSERT_EQ(file.parts.size(), 2U);
  EXPECT_EQ(file.parts[1].name, "BodyText/Section1");
  EXPECT_EQ(file.blocks[48].label, "제1장");
  EXPECT_EQ(file.blocks[48].kind, Kind::kHeading);
  check_parts(file, bytes);
}

TEST(SharedHwp, TiesNotesToTheirMarks) {
  SHARED_FILE(bytes, "hwp/footnote-endnote.hwp");
  const ExtractedFile file = read(bytes);
  EXPECT_THAT(
      testing::block_lines(file),
      ElementsAre("paragraph 각주참조", "note [1)] 각주입니다.", "note [2)] 각주 두 번째입니다.",
                  "paragraph 미주참조", "note [1)] 미주입니다.", "note [2)] 미주 두 번째입니다."));
  const std::uint64_t footnotes = file.blocks[0].text.end, endnotes = file.blocks[3].text.end;
  EXPECT_THAT(file.marks, ElementsAre(NoteMark{footnotes, "1)", 1}, NoteMark{footnotes, "2)", 2},
                                      NoteMark{endnotes, "1)", 4}, NoteMark{endnotes, "2)", 5}));
  check_parts(file, bytes);
}

TEST(SharedHwp, ReadsADistributionDocumentAndNotItsNotice) {
  SHARED_FILE(encrypted, "hwp/testHWP-v5-dist.hwp");
  SHARED_FILE(plain, "hwp/testHWP-v5b.hwp");
  const ExtractedFile file = read(encrypted), same = read(plain);
  EXPECT_EQ(file.text, same.text);
  EXPECT_EQ(file.blocks.size(), 12U);
  EXPECT_EQ(file.blocks, same.blocks);
  EXPECT_TRUE(file.text.starts_with("Apache Tika - 컨텐츠 분석 툴킷\n"));
  EXPECT_EQ(file.parts.at(0).name, "ViewText/Section0");
  EXPECT_EQ(file.parts.at(0).size, 4959U);
  EXPECT_EQ(same.parts.at(0).size, 4959U);
  ASSERT_EQ(file.left_out.size(), 1U);
  EXPECT_EQ(file.left_out[0].reason, LeftOutText::Reason::kDecoy);
  EXPECT_TRUE(file.left_out[0].text.starts_with("이 문서는 상위 버전의 배포용 문서입니다."));
  EXPECT_EQ(file.parts.at(file.left_out[0].part).name, "BodyText/Section0");
  EXPECT_EQ(file.text.find("배포용"), std::string::npos);
  check_parts(file, encrypted);
  check_parts(same, plain);
}

}  // namespace
}  // namespace ibid
