// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages as they really are, in the folder "shared" beside the checkout; its README says what they
// hold, counted by other means.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "corpus/text/code_points.h"
#include "tests/corpus/html/html_checks.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;
using testing::read_page;
using testing::why_untrue;

std::filesystem::path folder() {
  return std::filesystem::path(IBID_SOURCE_DIR).parent_path() / "shared" / "formats" / "html";
}

class SharedHtml : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(folder())) GTEST_SKIP() << "needs " << folder();
  }
  // Empty if the file is not there.
  static std::string bytes(const char* name) {
    std::ifstream in(folder() / name, std::ios::binary);
    EXPECT_TRUE(in) << name;
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static std::ptrdiff_t count(const ExtractedFile& file, Kind kind, int level = -1) {
    return std::count_if(file.blocks.begin(), file.blocks.end(), [&](const ExtractedBlock& block) {
      return block.kind == kind && (level < 0 || block.level == level);
    });
  }
  // The bytes of the first place of `text`.
  static ByteRange place(const ExtractedFile& file, std::string_view text) {
    const std::size_t at = file.text.find(text);
    std::vector<TextSpan> spans;
    for (const SourceAnchor& anchor : file.anchors) spans.push_back(anchor.span);
    return file_range(spans, {at, at + text.size()});
  }
};

TEST_F(SharedHtml, DebianPageInKorean) {
  const std::string page = bytes("debian-faq-basic-defs.ko.html");
  const ExtractedFile file = read_page(page);
  EXPECT_EQ(why_untrue(file, page), "");
  EXPECT_EQ(count(file, Kind::kHeading, 1), 1);
  EXPECT_EQ(count(file, Kind::kHeading, 2), 7);
  const std::vector<std::string> lines = testing::lines(file);
  EXPECT_EQ(lines.front(), "h1 1장. 정의 및 개관");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "h2 1.1. 이 FAQ는 무엇인가요?"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(),
                       "h2 1.7. Debian은 어떻게 발음하며 이 단어 뜻은 무엇인가요?"),
            1);
  // The README says ten: "<li" is also the start of five <link>.
  EXPECT_EQ(count(file, Kind::kItem), 5);
  // 39 <p>, five of them the text of an item; and 13 <dt>.
  EXPECT_EQ(count(file, Kind::kParagraph), 39 - 5 + 13);
  EXPECT_EQ(file.blocks.size(), 1u + 7 + 39 + 13);
  EXPECT_EQ(file.links.size(), 17u);
  EXPECT_EQ(place(file, "전체 특징"), (ByteRange{4422, 4435}));
  EXPECT_NE(file.text.find("줄\u115F인"), std::string::npos);
  EXPECT_EQ(file.left_out.size(), 2u);
  for (const LeftOutText& text : file.left_out) {
    EXPECT_EQ(text.reason, LeftOutText::Reason::kNavigation);
  }
  EXPECT_EQ(file.text.find("2장. Debian GNU/Linux 얻기 및 설치"), std::string::npos);
}

TEST_F(SharedHtml, TheSamePageInCp949) {
  const std::string page = bytes("debian-faq-basic-defs.ko.cp949.html");
  const ExtractedFile file = read_page(page);
  const ExtractedFile same = read_page(bytes("debian-faq-basic-defs.ko.html"));
  EXPECT_EQ(why_untrue(file, page), "");
  EXPECT_EQ(file.text, same.text);
  EXPECT_EQ(file.blocks, same.blocks);
  EXPECT_EQ(file.links, same.links);
  EXPECT_EQ(place(file, "전체 특징"), (ByteRange{3977, 3977 + 9}));
  const ByteRange filler = place(file, "\u115F");
  EXPECT_EQ(page.substr(filler.begin, filler.size()), "&#4447;");
}

TEST_F(SharedHtml, LineBreaksThatPartParagraphs) {
  const std::string page = bytes("replace-brs.html");
  const ExtractedFile file = read_page(page);
  EXPECT_EQ(why_untrue(file, page), "");
  const std::vector<std::string> want = {"h1 Lorem",     "p Lorem ipsum", "p amet,",
                                         "p consequat.", "h2 Foo",        "p Tempor",
                                         "p incididunt", "p cillum"};
  const std::vector<std::string> lines = testing::lines(file);
  ASSERT_EQ(lines.size(), want.size());
  for (std::size_t i = 0; i < want.size(); ++i) EXPECT_TRUE(lines[i].starts_with(want[i]));
  EXPECT_EQ(lines[1], "p Lorem ipsum / dolor sit");
}

TEST_F(SharedHtml, LabelsThatHancomWritesAsText) {
  const std::string page = bytes("lists-exported-by-hancom.html");
  const ExtractedFile file = read_page(page);
  EXPECT_EQ(why_untrue(file, page), "");
  // 58 paragraphs; 50 of them begin with a label, an element of its own on the same line.
  ASSERT_EQ(file.blocks.size(), 58u);
  const std::vector<std::string> labels = {
      "●",     "●",     "●",     "●",     "●",     "●",     "1.",    "2.",    "가.",   "3.",
      "가.",   "나.",   "1)",    "2)",    "3)",    "4.",    "5.",    "가.",   "I.",    "II.",
      "A.",    "III.",  "A.",    "B.",    "1.",    "2.",    "3.",    "IV.",   "1.",    "2.",
      "가.",   "3.",    "가.",   "나.",   "1)",    "2)",    "3)",    "4.",    "5.",    "가.",
      "제1장", "제2장", "제1절", "제3장", "제1절", "제2절", "제1항", "제2항", "제3항", "제4장"};
  std::size_t next = 0;
  for (const std::string& line : testing::lines(file)) {
    if (next < labels.size() && line.starts_with("p " + labels[next] + " ")) ++next;
  }
  EXPECT_EQ(next, labels.size());
  EXPECT_EQ(testing::lines(file)[1], "p ● 1");
  EXPECT_EQ(testing::lines(file).back(), "p 제4장 4");
  EXPECT_EQ(file.left_out_count, 0u);
}

}  // namespace
}  // namespace ibid
