// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/read_feed.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/feeds/feed_checks.h"

namespace ibid {
namespace {

using testing::blocks_of;
using ::testing::ElementsAre;
using testing::field_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::rule_of;
using ::testing::SizeIs;
using testing::why_refused;

std::vector<ExtractedFile> read(std::string_view bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kRss;
  return read_feed(input);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// The references that the samples have, once for XML and once for the markup in it.
std::string by_hand(std::string_view piece) {
  std::string text(piece);
  for (int layer = 0; layer < 2; ++layer) {
    for (const auto& [from, to] : {std::pair{"&lt;", "<"},
                                   {"&gt;", ">"},
                                   {"&#xAC00;", "가"},
                                   {"&quot;", "\""},
                                   {"&amp;", "&"}}) {
      text = replaced(text, from, to);
    }
  }
  return replaced(text, "\r\n", "\n");
}

std::string rss(const std::string& items, const std::string& channel = "<title>한빛 소식</title>") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"urn:media\">\n<channel>" +
         channel + items + "</channel></rss>";
}

TEST(ReadFeed, ReadsRss) {
  const std::string bytes =
      rss("<item><title>R&amp;amp;D &#xAC00; 늘었다</title><link>https://example.org/1</link>"
          "<guid isPermaLink='false'>n-1</guid><pubDate>Thu, 27 Jun 2024 23:30:00 +0900</pubDate>"
          "<dc:creator>김기자</dc:creator><media:title>no</media:title>"
          "<description>짧은 글 &amp; more</description></item>"
          "<item><guid>https://example.org/2</guid><description>Second.\r\n\r\nNext.</"
          "description></item>",
          "<title>한빛 소식</title><language>ko</language><image><title>no</title></image>");
  const auto files = read(bytes);
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].format, FileFormat::kRss);
  EXPECT_EQ(files[0].item, "n-1");
  EXPECT_THAT(blocks_of(files[0]), ElementsAre("R&D 가 늘었다", "짧은 글 & more"));
  EXPECT_EQ(field_of(files[0], "title"), "R&D 가 늘었다");
  EXPECT_EQ(field_of(files[0], "date"), "2024-06-27");
  EXPECT_EQ(rule_of(files[0], "date"), "RSS pubDate");
  EXPECT_EQ(field_of(files[0], "url"), "https://example.org/1");
  EXPECT_EQ(field_of(files[0], "author"), "김기자");
  EXPECT_EQ(field_of(files[0], "publisher"), "한빛 소식");
  EXPECT_EQ(field_of(files[0], "language"), "ko");
  EXPECT_EQ(files[1].item, "https://example.org/2");
  EXPECT_EQ(field_of(files[1], "url"), "https://example.org/2");
  EXPECT_THAT(blocks_of(files[1]), ElementsAre("Second.", "Next."));
  for (const auto& file : files) testing::expect_proven(bytes, file, by_hand);
}

TEST(ReadFeed, PrefersTheWholeText) {
  const auto files =
      read(rss("<item><description>short</description><content:encoded><![CDATA[전체 글 <3 & "
               "<b>]]></content:encoded>"
               "</item><item><content:encoded> "
               "</content:encoded><description><![CDATA[a]]>&gt;b</description>"
               "<source url='https://example.org'>통신</source></item>"));
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].text, "전체 글 <3 & <b>");
  EXPECT_EQ(files[1].text, "a>b");
  EXPECT_EQ(field_of(files[1], "publisher"), "통신");
}

TEST(ReadFeed, ReadsRss1) {
  const std::string bytes =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel rdf:about='x'><title>Ports</title><items><rdf:Seq/></items></channel>"
      "<item "
      "rdf:about='https://example.org/a'><title>제목</title><link>https://example.org/a</link>"
      "<description>글.</description><dc:date>2024-06-27T01:00:00+09:00</dc:date></item></rdf:RDF>";
  const auto files = read(bytes);
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(files[0].item, "https://example.org/a");
  EXPECT_THAT(blocks_of(files[0]), ElementsAre("제목", "글."));
  EXPECT_EQ(field_of(files[0], "date"), "2024-06-27");
  EXPECT_EQ(field_of(files[0], "publisher"), "Ports");
}

TEST(ReadFeed, ReadsAtom) {
  const std::string bytes =
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' "
      "xmlns:x='urn:x'><title>Harbour</title>"
      "<author><name>Desk</name></author>"
      "<entry xml:lang='ko'><id>tag:1</id><title type='html'>A &amp;amp; B</title>"
      "<link rel='self' href='https://example.org/self'/><link href='https://example.org/1'/>"
      "<updated>2024-07-01T00:00:00Z</updated><published>2024-06-27T00:00:00Z</published>"
      "<author><name>이현</name><uri>no</uri></author><x:id>no</x:id>"
      "<summary>no</summary><content>a &lt;b> c &amp;amp; d</content></entry>"
      "<entry><id>2</id><updated>2024-07-01T00:00:00Z</updated><summary>요약</summary>"
      "<source><title>Other</title><id>no</id></source></entry></feed>";
  const auto files = read(bytes);
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].format, FileFormat::kAtom);
  EXPECT_EQ(files[0].item, "tag:1");
  EXPECT_THAT(blocks_of(files[0]), ElementsAre("A & B", "a <b> c &amp; d"));
  EXPECT_EQ(field_of(files[0], "date"), "2024-06-27");
  EXPECT_EQ(field_of(files[0], "url"), "https://example.org/1");
  EXPECT_EQ(field_of(files[0], "author"), "이현");
  EXPECT_EQ(field_of(files[0], "language"), "ko");
  EXPECT_EQ(field_of(files[0], "publisher"), "Harbour");
  EXPECT_EQ(files[1].item, "2");
  EXPECT_EQ(field_of(files[1], "author"), "Desk");
  EXPECT_EQ(field_of(files[1], "language"), "en");
  EXPECT_EQ(field_of(files[1], "publisher"), "Other");
  EXPECT_EQ(rule_of(files[1], "date"), "Atom updated");
}

TEST(ReadFeed, ReadsDeclaredEncodings) {
  // 수출 & 늘었다
  const std::string items =
      "<item><description>\xBC\xF6\xC3\xE2 &amp; \xB4\xC3\xBE\xFA\xB4\xD9</description></item>";
  const std::string bytes = replaced(rss(items, ""), "UTF-8", "EUC-KR");
  const auto files = read(bytes);
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(files[0].text, "수출 & 늘었다");
  const std::size_t begin = bytes.find("\xBC\xF6");
  ASSERT_THAT(files[0].anchors, SizeIs(5));
  EXPECT_EQ(files[0].anchors[0].span, (TextSpan{0, begin, 6, 4}));
  EXPECT_EQ(files[0].anchors[2].span, (TextSpan{7, begin + 5, 1, 5}));
  const std::string lying =
      replaced(rss("<item><description>거짓말</description></item>"), "UTF-8", "euc-kr");
  EXPECT_EQ(read(lying).at(0).text, "거짓말");
  std::string utf16 = "\xFF\xFE";
  for (const char c : replaced(rss("<item><description>wide &lt; x</description></item>", ""),
                               "UTF-8", "UTF-16")) {
    utf16 += c;
    utf16 += '\0';
  }
  EXPECT_EQ(read(utf16).at(0).text, "wide < x");
  EXPECT_EQ(read("\xEF\xBB\xBF \n" + rss("<item><description>d</description></item>")).at(0).text,
            "d");
}

TEST(ReadFeed, TellsWhyNothingIsRead) {
  const std::string bomb =
      "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
      "<rss><channel><item><description>&b;</description></item></channel></rss>";
  const struct {
    std::string bytes;
    const char* why;
  } cases[] = {
      {bomb, "document type declaration"},
      {"<!DOCTYPE rss SYSTEM 'http://example.org/x.dtd'><rss><channel><item><description>a&eacute;"
       "</description></item></channel></rss>",
       "undefined entity"},
      {"<html><body>x</body></html>", "neither RSS nor Atom: its outer element is html"},
      {rss(""), "no entry of the feed has a text"},
      {rss("<item><title>only a title</title></item>"), "no entry of the feed has a text"},
      {"<rss><channel>", "line 1"},
      {"", "no element found"},
  };
  for (const auto& each : cases) {
    EXPECT_THAT(why_refused([&] { read(each.bytes); }), HasSubstr(each.why)) << each.bytes;
  }
  EXPECT_EQ(read("<!DOCTYPE rss PUBLIC '-//X//DTD' 'http://example.org/x.dtd'><rss><channel><item>"
                 "<description>old</description></item></channel></rss>")
                .at(0)
                .text,
            "old");
}

TEST(ReadFeed, IsSafeCutOrChanged) {
  const std::string whole = rss(
      "<item><title>R&amp;amp;D &#xAC00;</title><guid>1</guid><description><![CDATA[글 <3 ]]>&lt;x"
      "</description><content:encoded/></item><item><description>b\r\n\r\nc</description></item>");
  for (std::size_t part = 0; part < 64; ++part) {
    EXPECT_NE(
        why_refused([&] { read(std::string_view(whole).substr(0, whole.size() * part / 64)); }),
        "");
  }
  std::string bytes = whole;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const unsigned flip : {0x01U, 0x20U, 0x80U, 0xFFU}) {
      bytes[at] = static_cast<char>(static_cast<unsigned char>(whole[at]) ^ flip);
      std::vector<ExtractedFile> files;
      why_refused([&] { files = read(bytes); });
      for (const ExtractedFile& file : files) ASSERT_EQ(why_unsound(file), "") << bytes;
    }
    bytes[at] = whole[at];
  }
}

TEST(ReadFeed, IsBoundedInDepthAndNumber) {
  std::string deep = "<rss><channel><item>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_THAT(why_refused([&] { read(deep); }), HasSubstr("more than 1000 nested elements"));
  std::string many;
  for (int i = 0; i < 300'000; ++i) many += "<item><description>x</description></item>";
  EXPECT_THAT(why_refused([&] { read(rss(many)); }), HasSubstr("split it"));
}

}  // namespace
}  // namespace ibid
