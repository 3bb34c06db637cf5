// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/extracted_record.h"

#include <gtest/gtest.h>

#include <functional>
#include <utility>
#include <vector>

#include "corpus/error.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;

ExtractedFile sample() {
  ExtractedFile file;
  file.format = FileFormat::kHwpx;
  file.grade = AnchorGrade::kPart;
  file.reader = "ibid-hwpx/1";
  file.item = "3";
  file.text = "제목\nSales fell 3%.\n주석";
  file.parts = {{"Contents/section0.xml", std::string(64, 'a'), 900, 0, 0},
                {"Contents/section1.xml", std::string(64, 'b'), 70, 0, 0}};
  file.blocks = {{Kind::kHeading, 2, {0, 6}, "제1장", ExtractedBlock::kNone},
                 {Kind::kRow, 0, {7, 21}, "", 0},
                 {Kind::kNote, 0, {22, 28}, "1", ExtractedBlock::kNone}};
  file.anchors = {{{0, 400, 6, 6}, 0, {}}, {{7, 100, 14, 28}, 0, {}}, {{22, 9, 6, 6}, 1, {}}};
  file.marks = {{21, "1", 2}};
  file.links = {{{7, 12}, "https://example.org/"}};
  file.joints = {12, 17};
  file.left_out = {{LeftOutText::Reason::kDeleted, "삭제", 7, 0}};
  file.left_out_count = 4;
  file.fields = {{"title", "제목", "content.hpf"}};
  file.notes = {"page 3: 54 glyphs without a meaning"};
  return file;
}

TEST(ExtractedRecord, ComesBackAsItWas) {
  const ExtractedFile file = sample();
  ASSERT_EQ(why_unsound(file), "");
  EXPECT_EQ(decode_extracted(encode(file)), file);
  ExtractedFile pages = sample();
  pages.grade = AnchorGrade::kPage;
  for (auto& anchor : pages.anchors) {
    anchor.span.file_begin = anchor.span.file_length = 0;
    anchor.box = {72.5F, 90, 100.25F, 12};
  }
  pages.parts[0].width = 595.3;
  EXPECT_EQ(decode_extracted(encode(pages)), pages);
}

TEST(ExtractedRecord, RefusesEveryCutAndDamagedByteOrDecodesSoundly) {
  const std::string bytes = encode(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(decode_extracted(bytes.substr(0, size)), Error) << size;
  }
  EXPECT_THROW(decode_extracted(bytes + '\0'), Error);
  int sound = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int bit : {0, 3, 7}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      try {
        EXPECT_EQ(why_unsound(decode_extracted(changed)), "");
        ++sound;
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::kInput);
      }
    }
  }
  EXPECT_GT(sound, 0);
}

TEST(ExtractedRecord, SaysWhatIsNotSound) {
  const std::vector<std::pair<std::function<void(ExtractedFile&)>, const char*>> cases = {
      {[](auto& f) { f.text[0] = '\xFF'; }, "its text is not UTF-8"},
      {[](auto& f) { f.blocks[1].text.begin = 3; }, "a block is out of order"},
      {[](auto& f) { f.blocks[1].text.begin = 6; }, "a block has white space at its edge"},
      {[](auto& f) { f.blocks[0].text.end = 5; }, "a block is out of order"},
      {[](auto& f) { f.blocks[1].header = 2; }, "a row leads to no head"},
      {[](auto& f) { f.anchors[2].part = 2; }, "an anchor leads to no part"},
      {[](auto& f) { f.anchors[1].span.length = 15; }, ""},
      {[](auto& f) { f.anchors[1].span.length = 16; }, "an anchor is out of order"},
      {[](auto& f) { f.anchors[1].span.length = UINT64_MAX; }, "an anchor is out of order"},
      {[](auto& f) { f.marks[0].note = 1; }, "a mark leads to no note"},
      {[](auto& f) { f.marks[0].at = 40; }, "a note's mark is out of order"},
      {[](auto& f) {
         f.links[0].text = {7, 7};
       },
       "a link is out of order"},
      {[](auto& f) {
         f.joints = {17, 12};
       },
       "a joint is out of order"},
      {[](auto& f) { f.left_out_count = 0; }, "left-out text is not counted"},
      {[](auto& f) { f.parts.clear(); }, "it has no parts"},
  };
  for (const auto& [change, why] : cases) {
    ExtractedFile file = sample();
    change(file);
    EXPECT_EQ(why_unsound(file), why);
  }
}

}  // namespace
}  // namespace ibid
