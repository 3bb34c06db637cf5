// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/html/html_checks.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::fields;
using ::testing::IsEmpty;
using testing::read_page;

TEST(HtmlFields, AreReadInTheirOrderOfTrust) {
  const std::string html =
      "<html lang=ko-KR><head><title>t</title><meta property=og:title content='반도체 &amp; 수출'>"
      "<meta property='og:site_name' content='한빛일보'><meta name=author content='김하나'>"
      "<meta property=article:published_time content='2024-06-27T23:30:00+09:00'>"
      "<link rel=canonical href='https://h.example/1'><meta property=og:url content='https://o'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"h\","
      "\"datePublished\":\"2024-06-28T00:10:00Z\",\"author\":[{\"@type\":\"Person\",\"name\":\"A B"
      "\"},\"이둘\"],\"publisher\":{\"name\":\"P\"}}</script></head><p>x";
  EXPECT_THAT(
      fields(read_page(html)),
      ElementsAre("title: 반도체 & 수출 (og:title)", "date: 2024-06-28 (JSON-LD datePublished)",
                  "publisher: 한빛일보 (og:site_name)", "author: A B, 이둘 (JSON-LD author)",
                  "url: https://h.example/1 (link canonical)", "language: ko-KR (html lang)"));
}

TEST(HtmlFields, OfJournalsAndSavedPages) {
  const std::string html =
      "<!-- saved from url=(0024)https://j.example/a?b=1 --><meta name=citation_title "
      "content='On Trade'><meta name=citation_author content='Kim, H.'><meta "
      "name=citation_author content='이, 둘'><meta name=citation_publication_date "
      "content=2024/06><p>x";
  EXPECT_THAT(
      fields(read_page(html)),
      ElementsAre("title: On Trade (citation_title)", "date: 2024-06 (citation_publication_date)",
                  "author: Kim, H.; 이, 둘 (citation_author)",
                  "url: https://j.example/a?b=1 (saved from url)"));
}

TEST(HtmlFields, CutTheNameOfTheSiteIfTheHeadingAgrees) {
  struct Case {
    const char *title, *heading, *want;
  };
  for (const Case& c : std::vector<Case>{{"수출 증가 | 한빛", "수출 증가", "수출 증가"},
                                         {"News: Exports rise", "Exports  rise", "Exports rise"},
                                         {"A - B - C", "A - B", "A - B"},
                                         {"Exports rising", "Exports", "Exports rising"},
                                         {"수출 - 한빛", "수입", "수출 - 한빛"},
                                         {"a  &lt;b&gt;\n c", "", "a <b> c"}}) {
    const std::string html =
        "<title>" + std::string(c.title) + "</title><h1>" + std::string(c.heading) + "</h1><p>x";
    EXPECT_THAT(fields(read_page(html)), Contains("title: " + std::string(c.want) + " (title)"));
  }
}

TEST(HtmlFields, TakeATimeNearTheStart) {
  EXPECT_THAT(fields(read_page("<h1>a</h1><time datetime=2024-05-06T07:08>May 6</time><p>b")),
              ElementsAre("date: 2024-05-06 (time)"));
  const std::string late = "<p>" + std::string(2000, 'x') + "<time datetime=2024-05-06>x</time>";
  EXPECT_THAT(fields(read_page(late)), IsEmpty());
  EXPECT_THAT(fields(read_page("<nav><time datetime=2024-05-06>x</time></nav><p>a b c d e f g h")),
              IsEmpty());
}

TEST(HtmlFields, AreDatesOfTheCalendarOnly) {
  using html::plain_date;
  EXPECT_EQ(plain_date("2024-06-27T23:30:00+09:00"), "2024-06-27");
  EXPECT_EQ(plain_date("2024. 6. 27."), "2024-06-27");
  EXPECT_EQ(plain_date("20240627"), "2024-06-27");
  EXPECT_EQ(plain_date("20240627093000"), "2024-06-27");
  EXPECT_EQ(plain_date("2024년 6월 27일"), "2024-06-27");
  EXPECT_EQ(plain_date("June 27, 2024"), "2024-06-27");
  EXPECT_EQ(plain_date("Thu, 27 Jun 2024 09:30:00 GMT"), "2024-06-27");
  EXPECT_EQ(plain_date("2024-06"), "2024-06");
  EXPECT_EQ(plain_date("2024"), "2024");
  EXPECT_EQ(plain_date("2024-02-30"), "");
  EXPECT_EQ(plain_date("20241327"), "");
  EXPECT_EQ(plain_date("yesterday"), "");
  EXPECT_EQ(plain_date(""), "");
}

TEST(HtmlFields, IgnoreLinkedDataThatIsNone) {
  for (const std::string& json :
       {std::string("{"), std::string("[1,2,{\"@type\":7}]"), std::string("null"),
        std::string(5000, '['), "{\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}",
        std::string("{\"@type\":\"Organization\",\"name\":\"x\"}"),
        std::string("{\"@graph\":{}}")}) {
    EXPECT_THAT(fields(read_page("<script type=application/ld+json>" + json + "</script><p>x")),
                IsEmpty())
        << json.substr(0, 80);
  }
}

}  // namespace
}  // namespace ibid
