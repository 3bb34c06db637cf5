// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whatever the bytes: a document that is sound, or one sentence why not; in bounded time.
#include <gmock/gmock.h>

#include "corpus/hwpx/hwpx_section.h"
#include "tests/corpus/hwpx/hwpx_cases.h"

namespace ibid {
namespace {

using namespace ibid::testing;
using ::testing::HasSubstr;

// A bit of everything, small enough to flip each of its bytes.
std::string rich_section() {
  return paragraph(
      "<hp:secPr outlineShapeIDRef=\"1\"><hp:footNotePr><hp:autoNumFormat type=\"DIGIT\"/>"
      "</hp:footNotePr></hp:secPr><hp:t>글<hp:deleteBegin TcId=\"1\"/>x<hp:deleteEnd TcId=\"1\" "
      "paraend=\"1\"/><hp:tab/></hp:t><hp:ctrl><hp:footNote>" +
          sub_list(paragraph("<hp:ctrl><hp:autoNum num=\"1\" numType=\"FOOTNOTE\"/></hp:ctrl>"
                             "<hp:t>주</hp:t>")) +
          "</hp:footNote></hp:ctrl><hp:tbl><hp:caption>" + sub_list(text_paragraph("표")) +
          "</hp:caption><hp:tr><hp:tc>" + sub_list(text_paragraph("a")) +
          "<hp:cellAddr rowAddr=\"0\"/></hp:tc><hp:tc>" + sub_list(text_paragraph("b")) +
          "</hp:tc></hp:tr></hp:tbl><hp:ctrl><hp:fieldBegin type=\"HYPERLINK\"><hp:stringParam "
          "name=\"Path\">http://a.b/</hp:stringParam></hp:fieldBegin></hp:ctrl><hp:t>링크</hp:t>"
          "<hp:ctrl><hp:fieldEnd/></hp:ctrl><hp:rect><hp:drawText>" +
          sub_list(text_paragraph("상자")) + "</hp:drawText></hp:rect>",
      1);
}

void is_safe(const std::string& bytes) {
  const std::string why = why_refused(bytes);
  EXPECT_TRUE(why.empty() || (why.find('\n') == std::string::npos && why.back() != '.')) << why;
}

TEST(HwpxHostile, IsSafeCutAnywhere) {
  const std::string bytes = zip_of(parts_of({rich_section()}));
  EXPECT_EQ(why_refused(bytes), "");
  for (std::size_t i = 0; i < 64; ++i) is_safe(bytes.substr(0, bytes.size() * i / 64));
}

TEST(HwpxHostile, IsSafeWithAnyByteFlipped) {
  const std::string bytes = zip_of(parts_of({rich_section()}));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string bad = bytes;
    bad[at] = static_cast<char>(~bad[at]);
    is_safe(bad);
  }
}

// The checksums of an archive hide most of a section, so its XML is broken by itself, too.
TEST(HwpxHostile, IsSafeWithBrokenElements) {
  const std::string xml = xml_root("hs:sec", rich_section());
  const auto is_read = [](const std::string& bytes) {
    try {
      return !read_hwpx_section("section0.xml", bytes, 0, {}).paragraphs.empty();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput);
      return false;
    }
  };
  EXPECT_TRUE(is_read(xml));
  for (std::size_t at = 0; at < xml.size(); ++at) {
    is_read(xml.substr(0, at));
    for (const char by : {'\0', 'x', '<', '/', '\xFF'}) {
      std::string bad = xml;
      bad[at] = by;
      is_read(bad);
    }
  }
}

TEST(HwpxHostile, FindsAPlaceForElementsOutOfOrder) {
  const std::vector<std::string> contents = {
      "<hp:t>ohne</hp:t>",
      sub_list(text_paragraph("목록")),
      "<hp:tc>" + text_paragraph("칸") + "</hp:tc>",
      paragraph(paragraph(text_paragraph("속"))),
      "<hp:tbl>" + text_paragraph("표") + "</hp:tbl>",
      paragraph("<hp:fieldEnd/><hp:fieldEnd/><hp:t>글</hp:t>"),
      "<hp:fieldBegin type=\"HYPERLINK\"><hp:fieldBegin><hp:stringParam name=\"Path\">"
      "<hp:fieldBegin/>x</hp:stringParam></hp:fieldBegin></hp:fieldBegin>",
      "<hp:autoNum num=\"99999999999\" numType=\"TABLE\"/>",
      "<hp:footNotePr><hp:secPr><hp:rect/><hp:autoNumFormat/></hp:secPr></hp:footNotePr>",
      "<hp:secPr><hp:footNotePr><hp:rect><hp:autoNumFormat type=\"DIGIT\"/></hp:rect>"
      "<hp:autoNumFormat/></hp:footNotePr></hp:secPr>",
      paragraph("<hp:t><hp:t>a</hp:t>b<hp:p><hp:t>c</hp:t></hp:p></hp:t>"),
      "<hp:case><hp:default><hp:t>x</hp:t></hp:default></hp:case>",
      paragraph("<hp:script>x</hp:script><hp:rect><hp:script>y</hp:script></hp:rect>"),
      paragraph("<hp:deleteEnd TcId=\"1\"/><hp:t><hp:deleteBegin/>x</hp:t>"),
      paragraph("<hp:footNote><hp:footNote><hp:footNote/></hp:footNote></hp:footNote>"),
  };
  for (const std::string& content : contents) {
    EXPECT_EQ(why_refused(zip_of(parts_of({content}))), "") << content;
  }
  EXPECT_EQ(read(zip_of(parts_of({contents[1]}))).text, "목록");
  EXPECT_EQ(read(zip_of(parts_of({contents[2]}))).text, "칸");
  EXPECT_EQ(read(zip_of(parts_of({contents[3]}))).text, "속");
}

TEST(HwpxHostile, RefusesWhatNestsTooDeeply) {
  std::string open, close;
  for (int i = 0; i < 400; ++i) {
    open += "<hp:p><hp:rect><hp:subList>";
    close.insert(0, "</hp:subList></hp:rect></hp:p>");
  }
  EXPECT_THAT(why_refused(zip_of(parts_of({open + text_paragraph("깊이") + close}))),
              HasSubstr("Contents/section0.xml is damaged"));
  open.resize(open.size() / 2 / 27 * 27);
  close = close.substr(close.size() - open.size() / 27 * 30);
  EXPECT_EQ(read(zip_of(parts_of({open + text_paragraph("깊이") + close}))).text, "깊이");
}

TEST(HwpxHostile, RefusesEntitiesOfItsOwn) {
  ZipParts parts = parts_of({text_paragraph("글")});
  for (auto& [name, content] : parts) {
    if (name != "Contents/section0.xml") continue;
    content = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" +
              content.substr(content.find("?>") + 2);
  }
  EXPECT_THAT(why_refused(zip_of(parts)), HasSubstr("Contents/section0.xml"));
}

TEST(HwpxHostile, CountsBytesAsTheyAreUnpacked) {
  const std::string bytes =
      zip_of(parts_of({text_paragraph(std::string(4 << 20, 'a')), text_paragraph("b")}));
  EXPECT_NE(why_refused(bytes), "");
  ReaderLimits limits;
  limits.ratio = 100'000;
  EXPECT_EQ(why_refused(bytes, limits), "");
  limits.text_bytes = 1000;
  EXPECT_EQ(why_refused(bytes, limits), "it has more than 1000 bytes of text; split it");
}

}  // namespace
}  // namespace ibid
