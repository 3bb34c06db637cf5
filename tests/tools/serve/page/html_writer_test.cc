// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/html_writer.h"

#include <gmock/gmock.h>

#include "tests/support/hostile_texts.h"
#include "tests/support/page_checks.h"

namespace ibid {
namespace {

using testing::hostile_texts;
using testing::read_page;
using testing::ReadPage;

TEST(HtmlWriter, EscapesTextAndAttributes) {
  HtmlWriter html;
  html.open("p", {{"title", "a\"b"}}).text("1 < 2 & 푸틴\xE2\x80\xAE").close();
  EXPECT_EQ(html.take().text(), "<p title=\"a&quot;b\">1 &lt; 2 &amp; 푸틴\\u{202E}</p>\n");
  EXPECT_TRUE(html.empty());
}

TEST(HtmlWriter, ClosesWhatIsInnermost) {
  HtmlWriter html;
  html.open("ul").open("li").element("b", "x").close().close();
  EXPECT_EQ(html.take().text(), "<ul><li><b>x</b></li>\n</ul>\n");
}

TEST(HtmlWriter, LeavesOutAttributesWithoutAName) {
  HtmlWriter html;
  html.lone("input", {only_if(false, "checked"), only_if(true, "disabled")});
  EXPECT_EQ(html.take().text(), "<input disabled=\"\">");
}

TEST(HtmlWriter, MarksRangesAndIgnoresWrongOnes) {
  const std::vector<ByteRange> ranges = {{0, 6}, {3, 9}, {10, 16}, {20, 99}};
  HtmlWriter html;
  html.marked("푸틴은 서울에", ranges);
  EXPECT_EQ(html.take().text(), "<mark>푸틴</mark>은 <mark>서울</mark>에");
}

TEST(HtmlWriter, KeepsLinesAndShowsOtherControls) {
  HtmlWriter html;
  html.open("pre").lines("\n<a>\r\n\xE2\x80\xAE b\n").close();
  EXPECT_EQ(html.take().text(), "<pre>\n\n&lt;a&gt;\n\\u{202E} b\n</pre>");
}

// A browser must get exactly the text that is sent back by a form or copied.
TEST(HtmlWriter, KeepsExactTextsExact) {
  for (const std::string& text : hostile_texts()) {
    const bool replaced = text.find_first_of(std::string("\0\r", 2)) != std::string::npos;
    HtmlWriter html;
    html.open("div")
        .lone("input", {exact("value", text)})
        .open("textarea")
        .exact_lines(text)
        .close()
        .close();
    const ReadPage page = read_page("<!doctype html>" + html.take().text());
    // Bytes that are not UTF-8 never get here; the parser makes U+FFFD of them.
    if (replaced || page.attribute("input", "value").find("\xEF\xBF\xBD") != std::string::npos) {
      continue;
    }
    EXPECT_EQ(page.attribute("input", "value"), text);
    EXPECT_EQ(page.one("textarea").text, text);
  }
}

TEST(HtmlWriter, MakesNoElementOfAnyText) {
  std::vector<std::string> plain;
  for (const std::string& text : hostile_texts()) {
    HtmlWriter html;
    html.open("p", {{"title", text}, exact("data-text", text)}).text(text).close();
    html.open("pre").lines(text).close();
    html.link("/x?" + text, text);
    const ReadPage page = read_page("<!doctype html><body>" + html.take().text());
    std::vector<std::string> names;
    for (const auto& element : page.elements) {
      std::string name = element.name;
      for (const auto& [attribute, value] : element.attributes) name += " " + attribute;
      names.push_back(name);
    }
    ASSERT_THAT(
        names, ::testing::ElementsAre("html", "head", "body", "p data-text title", "pre", "a href"))
        << ::testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace ibid
