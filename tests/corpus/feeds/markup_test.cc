// SPDX-License-Identifier: GPL-2.0-or-later
//
// HTML within JSON and XML: two ways back in a row.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corpus/feeds/read_feed.h"
#include "corpus/feeds/read_json.h"
#include "tests/corpus/feeds/feed_checks.h"

namespace ibid {
namespace {

using testing::blocks_of;
using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<ExtractedFile> read(std::string_view bytes, FileFormat format, bool html = false) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = format;
  input.mapping.html_text = html;
  return format == FileFormat::kRss ? read_feed(input) : read_json(input);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string references_read(std::string text) {
  for (const auto& [from, to] : {std::pair{"&lt;", "<"},
                                 {"&gt;", ">"},
                                 {"&#xAC00;", "가"},
                                 {"&#8217;", "’"},
                                 {"&amp;", "&"}}) {
    text = replaced(std::move(text), from, to);
  }
  return text;
}

// Within a stretch that has one anchor no tags stand.
std::string of_json(std::string_view piece) {
  return references_read(
      nlohmann::json::parse("\"" + std::string(piece) + "\"").get<std::string>());
}

std::string of_xml(std::string_view piece) {
  return references_read(references_read(std::string(piece)));
}

TEST(Markup, InJsonLeadsBackToTheFile) {
  const std::string bytes =
      R"({"items": [{"id": 1, "title": "<em>제목</em> &amp; more", "url": "https://example.org/a/",
      "content_html": "<h2>R&amp;D \ud55c\uae00</h2>\n<p class=\"x\">첫 \"문장\" <b>bold</b>. 5 &lt; 6 &#8217;24<br>\n\ud83d\ude00 둘째<\/p><ul><li>하나</li><li>two <a href=\"../b\">link</a></li></ul><script>no()</script>"}]})";
  const auto files = read(bytes, FileFormat::kJson);
  ASSERT_THAT(files, SizeIs(1));
  const ExtractedFile& file = files[0];
  EXPECT_THAT(blocks_of(file),
              ElementsAre("제목 & more", "R&D 한글", "첫 \"문장\" bold. 5 < 6 ’24\n😀 둘째", "하나",
                          "two link"));
  EXPECT_EQ(file.blocks[1].kind, ExtractedBlock::Kind::kHeading);
  EXPECT_EQ(file.blocks[3].kind, ExtractedBlock::Kind::kItem);
  ASSERT_THAT(file.links, SizeIs(1));
  EXPECT_EQ(file.links[0].url, "https://example.org/b");
  testing::expect_proven(bytes, file, of_json);
}

TEST(Markup, IsToldFromPlainText) {
  const struct {
    const char* text;
    bool html;
    std::vector<std::string> blocks;
  } cases[] = {
      {"첫 줄<br><br>둘째 줄", false, {"첫 줄", "둘째 줄"}},
      {"one <b>two</b>\\nthree\\n\\n네 <i>번째</i>", false, {"one two three", "네 번째"}},
      {"one\\n\\ntwo &amp; three", false, {"one", "two & three"}},
      {"one\\n\\ntwo", false, {"one", "two"}},
      {"one\\n\\ntwo", true, {"one two"}},
      {"a < b\\nand c > d", false, {"a < b\nand c > d"}},
  };
  for (const auto& each : cases) {
    const std::string bytes = "{\"text\": \"" + std::string(each.text) + "\"}";
    const auto files = read(bytes, FileFormat::kJsonLines, each.html);
    EXPECT_EQ(blocks_of(files.at(0)), each.blocks) << each.text;
    testing::expect_proven(bytes, files[0], of_json);
  }
}

TEST(Markup, InRssLeadsBackToTheFile) {
  const std::string bytes =
      "<rss xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel><item>"
      "<c:encoded><![CDATA[<p>첫 &amp; 문단 <3</p>]]><![CDATA[<p>둘째</p>]]></c:encoded></item>"
      "<item><description>&lt;p&gt;R&amp;amp;D "
      "&#xAC00;나&lt;/p&gt;&lt;p&gt;next&lt;/p&gt;</description>"
      "</item></channel></rss>";
  const auto files = read(bytes, FileFormat::kRss);
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_THAT(blocks_of(files[0]), ElementsAre("첫 & 문단 <3", "둘째"));
  EXPECT_THAT(blocks_of(files[1]), ElementsAre("R&D 가나", "next"));
  for (const auto& file : files) testing::expect_proven(bytes, file, of_xml);
}

TEST(Markup, OfAtomIsReadAsItsTypeSays) {
  const std::string bytes =
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>"
      "<div xmlns='http://www.w3.org/1999/xhtml'><p>첫 &amp; <b>둘</b></p><p>셋<br/>넷</p></div>"
      "</content></entry><entry><content type='html'>&lt;p>글&lt;/p></content></entry>"
      "<entry><content type='text'>&lt;p>글</content></entry>"
      "<entry><content type='xhtml'/><summary>요약</summary></entry></feed>";
  const auto files = read(bytes, FileFormat::kRss);
  ASSERT_THAT(files, SizeIs(4));
  EXPECT_THAT(blocks_of(files[0]), ElementsAre("첫 & 둘", "셋\n넷"));
  EXPECT_THAT(blocks_of(files[1]), ElementsAre("글"));
  EXPECT_THAT(blocks_of(files[2]), ElementsAre("<p>글"));
  EXPECT_THAT(blocks_of(files[3]), ElementsAre("요약"));
  for (const auto& file : files) testing::expect_proven(bytes, file, of_xml);
}

TEST(Markup, OfOneEntryDoesNotHoldUpTheOthers) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  const std::string bytes =
      "{\"id\": \"deep\", \"text\": \"" + deep + "x\"}\n{\"id\": \"b\", \"text\": \"<p>글</p>\"}\n";
  const auto files = read(bytes, FileFormat::kJsonLines);
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(files[0].text, "글");
  ASSERT_THAT(files[0].notes, SizeIs(1));
  EXPECT_TRUE(files[0].notes[0].starts_with("entry deep is left out: ")) << files[0].notes[0];
}

}  // namespace
}  // namespace ibid
