// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/fragments/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/fragments/append_text.h"
#include "corpus/fragments/item_names.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;

// As it would be at byte 100.
MappedText mapped(std::string_view text) {
  MappedText out;
  out.append(text, {100, 100 + text.size()});
  return out;
}

std::vector<std::string> paragraphs(std::string_view text) {
  ExtractBuilder out(FileFormat::kJson, AnchorGrade::kByte, "test/1", 100'000);
  out.add_part({});
  append_paragraphs(out, mapped(text), 0);
  const ExtractedFile file = out.finish();
  EXPECT_EQ(why_unsound(file), "");
  std::vector<std::string> blocks;
  for (const ExtractedBlock& block : file.blocks) {
    blocks.push_back(file.text.substr(block.text.begin, block.text.size()));
  }
  for (const SourceAnchor& anchor : file.anchors) {
    EXPECT_EQ(text.substr(anchor.span.file_begin - 100, anchor.span.file_length),
              file.text.substr(anchor.span.text_begin, anchor.span.length));
  }
  return blocks;
}

TEST(PlainText, HasParagraphsBetweenBlankLines) {
  EXPECT_THAT(paragraphs("one\ntwo\n\n셋\n"), ElementsAre("one\ntwo", "셋"));
  EXPECT_THAT(paragraphs("\r\n  one\r\ntwo \r\n \t\r\n\r\n셋"), ElementsAre("one\ntwo", "셋"));
  EXPECT_THAT(paragraphs("  - item\n  - 항목"), ElementsAre("- item\n  - 항목"));
  EXPECT_THAT(paragraphs("# 제목\n**굵게**"), ElementsAre("# 제목\n**굵게**"));
  EXPECT_THAT(paragraphs(" \n\n"), ElementsAre());
  EXPECT_THAT(paragraphs(""), ElementsAre());
}

TEST(PlainText, TellsMarkupFromSigns) {
  const struct {
    const char* text;
    TextForm form;
  } cases[] = {
      {"글 & text, 3 < 5 > 2, x<y and a>b", TextForm::kPlain},
      {"if (a <b && c> d)", TextForm::kPlain},
      {"<김기자>", TextForm::kPlain},
      {"mail <kim@example.org> now", TextForm::kPlain},
      {"R&D; AT&T", TextForm::kPlain},
      {"R&amp;D", TextForm::kEntities},
      {"&#8217;24 &nbsp; 글", TextForm::kEntities},
      {"a <b>bold</b> word", TextForm::kInline},
      {"<A HREF='x'>글</A>", TextForm::kInline},
      {"x <b> y", TextForm::kPlain},
      {"one<br>two", TextForm::kBlocks},
      {"<P class=x>글", TextForm::kBlocks},
      {"one<br/>two", TextForm::kBlocks},
      {"<p", TextForm::kPlain},
      {"<paragraph>x</paragraph>", TextForm::kPlain},
      {"", TextForm::kPlain},
  };
  for (const auto& each : cases) EXPECT_EQ(form_of(each.text), each.form) << each.text;
}

TEST(PlainText, ReadsReferencesWithTheirPlaces) {
  const MappedText read = with_entities_read(mapped("R&amp;&lt;&#xAC00;&none; &"));
  EXPECT_EQ(read.text, "R&<가&none; &");
  EXPECT_EQ(file_range(read.spans, {1, 2}), (ByteRange{101, 106}));
  EXPECT_EQ(file_range(read.spans, {3, 6}), (ByteRange{110, 118}));
  const MappedText bare = without_tags(mapped("a <em>글</em> <김> 3<5"));
  EXPECT_EQ(bare.text, "a 글 <김> 3<5");
  EXPECT_EQ(file_range(bare.spans, {2, 5}), (ByteRange{106, 109}));
}

TEST(PlainText, MakesAHeadingOfOneLine) {
  ExtractBuilder out(FileFormat::kRss, AnchorGrade::kByte, "test/1", 1000);
  out.add_part({});
  append_heading(out, mapped(" A &amp; <b>B</b>\r\n 둘 "), false);
  append_heading(out, mapped("A &amp; <b>"), true);
  append_heading(out, mapped(" \n"), false);
  const ExtractedFile file = out.finish();
  EXPECT_EQ(file.text, "A & B 둘\nA &amp; <b>");
  EXPECT_EQ(file.blocks.size(), 2u);
  EXPECT_EQ(why_unsound(file), "");
}

TEST(SourceText, LeadsBackToTheFile) {
  const std::string cp949 = "A \xB0\xA1\xB3\xAA B, \xB0\xA1\xB3\xAA \xB4\xD9\xB6\xF3.";
  const SourceText source(cp949);
  EXPECT_EQ(source.text(), "A 가나 B, 가나 다라.");
  EXPECT_EQ(source.place({2, 8}), (ByteRange{2, 6}));
  MappedText out;
  source.append_to(out, {0, source.text().size()});
  EXPECT_EQ(out.text, source.text());
  EXPECT_EQ(file_range(out.spans, {9, 10}), (ByteRange{7, 8}));
  EXPECT_EQ(SourceText("\xEF\xBB\xBF글").place({0, 3}), (ByteRange{3, 6}));
}

TEST(ItemNames, AreShortAndGivenOnce) {
  EXPECT_EQ(item_name(" a\n b\x1B[1m "), "a b [1m");
  EXPECT_EQ(item_name("\xFF\xFE"), "\uFFFD\uFFFD");
  const std::string a = item_name(std::string(200, 'a') + "1");
  const std::string b = item_name(std::string(200, 'a') + "2");
  EXPECT_EQ(a.size(), 200u);
  EXPECT_NE(a, b);
  EXPECT_EQ(item_name(std::string(200, 'a')), std::string(200, 'a'));
  ItemNames names;
  EXPECT_EQ(names.take("x~2"), "x~2");
  EXPECT_EQ(names.take("x"), "x");
  EXPECT_EQ(names.take("x"), "x~3");
  EXPECT_EQ(names.take("x"), "x~4");
}

}  // namespace
}  // namespace ibid
