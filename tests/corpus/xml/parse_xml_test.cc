// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/parse_xml.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/error.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;

// Each event as a line: "<{uri}name a=v", "</name", "text 3-8".
class Events : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    std::string line = fmt::format("<{}", element.name);
    if (!element.space.empty()) line += fmt::format(" {{{}}}", element.space);
    for (const XmlAttribute& attribute : element.attributes) {
      line += fmt::format(" {}={}", attribute.name, attribute.value);
    }
    lines.push_back(line);
  }
  void end(std::string_view, std::string_view name) override {
    lines.push_back(fmt::format("</{}", name));
  }
  void text(std::string_view text, ByteRange bytes) override {
    lines.push_back(fmt::format("{} {}-{}", text, bytes.begin, bytes.end));
  }
  std::vector<std::string> lines;
};

std::vector<std::string> events(std::string_view xml) {
  Events out;
  parse_xml("a.xml", xml, out, {});
  return out.lines;
}

std::string why(std::string_view xml, XmlDoctype doctype = XmlDoctype::kRefused) {
  Events out;
  try {
    parse_xml("word/a.xml", xml, out, {}, doctype);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

std::string utf16(std::string_view text, bool big) {
  std::string out;
  const auto unit = [&](std::uint32_t u) {
    const char high = static_cast<char>(u >> 8), low = static_cast<char>(u & 0xFF);
    out += big ? high : low;
    out += big ? low : high;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t c = next_code_point(text, at);
    if (c <= 0xFFFF) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10));
      unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

TEST(ParseXml, TellsNamesByNamespaceAndNotByPrefix) {
  EXPECT_THAT(events(R"(<w:p xmlns:w="urn:w" w:id="1" n="2"><t xmlns="urn:t"/></w:p>)"),
              ElementsAre("<p {urn:w} id=1 n=2", "<t {urn:t}", "</t", "</p"));
}

TEST(ParseXml, TellsTheBytesOfEachPieceOfText) {
  EXPECT_THAT(events("<a>수출 A&amp;B&#xAC00;\r\nx<![CDATA[<y>]]>z</a>"),
              ElementsAre("<a", "수출 A 3-11", "& 11-16", "B 16-17", "가 17-25", "\n 25-27",
                          "x 27-28", "<y> 37-40", "z 43-44", "</a"));
  EXPECT_THAT(events("\xEF\xBB\xBF<a>b</a>"), ElementsAre("<a", "b 6-7", "</a"));
}

TEST(ParseXml, TellsTheBytesOfOtherEncodings) {
  for (const bool big : {true, false}) {
    EXPECT_THAT(events(utf16("\uFEFF<a>한글ab𝄞&lt;</a>", big)),
                ElementsAre("<a", "한글 8-12", "ab 12-16", "𝄞 16-20", "< 20-28", "</a"));
  }
  EXPECT_THAT(events("<?xml version='1.0' encoding='ISO-8859-1'?><a>f\xFCr \xE9\xE9</a>"),
              ElementsAre("<a", "f 46-47", "ü 47-48", "r  48-50", "éé 50-52", "</a"));
}

TEST(ParseXml, KeepsPlacesOverTheChunksThatItReadsIn) {
  std::string xml = "<a>";
  for (int i = 0; i < 50'000; ++i) xml += "수출 &amp; ";
  xml += "</a>";
  struct : XmlHandler {
    void start(const XmlElement&) override {}
    void end(std::string_view, std::string_view) override {}
    void text(std::string_view text, ByteRange bytes) override {
      const std::string_view source = std::string_view(*xml).substr(bytes.begin, bytes.size());
      wrong += text == source || (text == "&" && source == "&amp;") ? 0 : 1;
      total += text.size();
    }
    const std::string* xml;
    int wrong = 0;
    std::size_t total = 0;
  } check;
  check.xml = &xml;
  parse_xml("a.xml", xml, check, {});
  EXPECT_EQ(check.wrong, 0);
  EXPECT_EQ(check.total, 50'000u * 9);
}

TEST(ParseXml, SaysWhichPartIsDamagedAndWhere) {
  EXPECT_EQ(why("<a>\n<b></a>"), "its part word/a.xml is damaged at line 2 (mismatched tag)");
  EXPECT_EQ(why("<a>\n"), "its part word/a.xml is damaged at line 2 (no element found)");
  EXPECT_EQ(why(""), "its part word/a.xml is damaged at line 1 (no element found)");
  EXPECT_EQ(why("<a>\xFF</a>"),
            "its part word/a.xml is damaged at line 1 (not well-formed (invalid token))");
  EXPECT_EQ(why("<a>&nbsp;</a>"), "its part word/a.xml is damaged at line 1 (undefined entity)");
}

TEST(ParseXml, RefusesDoctypesAndDeepNesting) {
  const std::string refused =
      "its part word/a.xml is damaged at line 1 (a document type declaration, which it must not "
      "have)";
  EXPECT_EQ(why("<!DOCTYPE a><a/>"), refused);
  EXPECT_EQ(why("<!DOCTYPE a SYSTEM 'a.dtd'><a/>", XmlDoctype::kIgnored), "");
  EXPECT_EQ(why("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", XmlDoctype::kIgnored), refused);
  std::string deep;
  for (int i = 0; i < 1001; ++i) deep += "<a>";
  EXPECT_EQ(why(deep), "its part word/a.xml is damaged at line 1 (more than 1000 nested elements)");
}

TEST(ParseXml, LetsOutWhatAHandlerThrows) {
  struct : XmlHandler {
    void start(const XmlElement&) override { throw Error(ErrorKind::kInput, "enough"); }
    void end(std::string_view, std::string_view) override { ++after; }
    void text(std::string_view, ByteRange) override { ++after; }
    int after = 0;
  } handler;
  EXPECT_THROW(parse_xml("a", "<a>text</a>", handler, {}), Error);
  EXPECT_EQ(handler.after, 0);
}

}  // namespace
}  // namespace ibid
