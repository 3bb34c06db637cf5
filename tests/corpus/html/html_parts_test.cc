// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/html/html_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::left_out;
using testing::lines;
using testing::read_page;

constexpr std::string_view kText =
    "<p>The ministry published its report on arms exports on Tuesday.</p>"
    "<p>국방부는 화요일에 무기 수출 보고서를 내놓았다. 수출은 3% 늘었다.</p>";
constexpr const char* kFirst = "p The ministry published its report on arms exports on Tuesday.";
constexpr const char* kSecond =
    "p 국방부는 화요일에 무기 수출 보고서를 내놓았다. 수출은 3% 늘었다.";

ExtractedFile with_text(std::string_view before, std::string_view after = "") {
  const std::string html = std::string(before) + std::string(kText) + std::string(after);
  ExtractedFile file = read_page(html);
  EXPECT_EQ(testing::why_untrue(file, html), "") << html;
  return file;
}

TEST(HtmlParts, LeaveOutWhatIsHidden) {
  for (const char* hidden : {"<p hidden>숨김</p>", "<div aria-hidden=true>숨김</div>",
                             "<span style='color:red; DISPLAY : none'>숨김</span>",
                             "<i style=visibility:hidden>숨김</i>", "<template>숨김</template>",
                             "<dialog>숨김</dialog>", "<video>숨김</video>"}) {
    const ExtractedFile file = with_text(hidden);
    EXPECT_THAT(lines(file), ElementsAre(kFirst, kSecond)) << hidden;
    EXPECT_THAT(left_out(file), ElementsAre("hidden: 숨김")) << hidden;
    EXPECT_EQ(file.left_out_count, 1u);
  }
  const ExtractedFile code =
      with_text("<script>a<b</script><style>p{}</style><noscript><p>b</noscript><title>t</title>");
  EXPECT_THAT(lines(code), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(left_out(code), IsEmpty());
  EXPECT_THAT(left_out(with_text("<p>값은 <del>5%</del> 3%</p>")), ElementsAre("deleted: 5%"));
}

TEST(HtmlParts, LeaveOutMenusByElementRoleAndName) {
  for (const char* menu :
       {"<nav>메뉴</nav>", "<header>메뉴</header>", "<footer>메뉴</footer>", "<aside>메뉴</aside>",
        "<div role=navigation>메뉴</div>", "<div class='x navheader'>메뉴</div>",
        "<div class=Site_Header>메뉴</div>", "<ul id=breadcrumbs><li>메뉴</ul>",
        "<div class=cookie-banner>메뉴</div>", "<section id=comments><p>메뉴</section>",
        "<div class=share>메뉴</div>", "<button>메뉴</button>", "<select><option>메뉴</select>"}) {
    for (const bool first : {true, false}) {
      const ExtractedFile file = first ? with_text(menu) : with_text("", menu);
      EXPECT_THAT(lines(file), ElementsAre(kFirst, kSecond)) << menu;
      EXPECT_THAT(left_out(file), ElementsAre("navigation: 메뉴")) << menu;
    }
  }
}

TEST(HtmlParts, KeepWhatOnlyHasSuchAName) {
  // Most of the text, the page's only heading, a header inside an article, a list of sources.
  EXPECT_THAT(lines(read_page("<div class=sidebar>" + std::string(kText) + "</div>")),
              ElementsAre(kFirst, kSecond));
  EXPECT_THAT(lines(with_text("<header><h1>제목</h1></header>")),
              ElementsAre("h1 제목", kFirst, kSecond));
  EXPECT_THAT(lines(with_text("<article><header><p>By Kim</header>", "</article>")),
              ElementsAre("p By Kim", kFirst, kSecond));
  EXPECT_THAT(lines(with_text("", "<footer><h2>출처</h2><p><a href=/a>국방부</a></footer>")),
              ElementsAre(kFirst, kSecond, "h2 출처", "p 국방부"));
}

TEST(HtmlParts, KeepOnlyTheMainElementThatHoldsMostOfTheText) {
  for (const char* name : {"main", "article", "div role=main"}) {
    const std::string open = "<p>Top stories</p><" + std::string(name) + ">";
    const std::string close =
        "</" + std::string(name).substr(0, std::string_view(name).find(' ')) + "><p>More</p>";
    const ExtractedFile file = with_text(open, close);
    EXPECT_THAT(lines(file), ElementsAre(kFirst, kSecond)) << name;
    EXPECT_THAT(left_out(file), ElementsAre("navigation: Top stories", "navigation: More"));
  }
  EXPECT_THAT(lines(with_text("<main><p>Short</main>")), ElementsAre("p Short", kFirst, kSecond));
  EXPECT_THAT(lines(with_text("<h1>제목</h1><p>메뉴</p><main>", "</main>")),
              ElementsAre("h1 제목", kFirst, kSecond));
}

TEST(HtmlParts, LeaveOutCommentsThatAreLongerThanTheText) {
  const std::string long_comment = "<p>" + std::string(600, 'c') + "</p>";
  EXPECT_THAT(lines(with_text("", "<div id=comments>" + long_comment + "</div>")),
              ElementsAre(kFirst, kSecond));
  EXPECT_EQ(lines(with_text("", "<div class=related>" + long_comment + "</div>")).size(), 3u);
}

TEST(HtmlParts, KeepOnlyTheBodyThatIsMarkedAsAnArticles) {
  EXPECT_THAT(lines(with_text("<h1>제목</h1><p>Menu</p><div itemprop=articleBody>",
                              "</div><p>Most read: seven more stories</p>")),
              ElementsAre("h1 제목", kFirst, kSecond));
}

TEST(HtmlParts, LeaveOutBlocksOfLinksWithinTheSite) {
  const std::string menu =
      "<ul><li><a href=/a>정치</a><li><a href=/b>경제</a><li><a href=c.html>Sport</a></ul>";
  EXPECT_THAT(left_out(with_text(menu)), ElementsAre("navigation: 정치 / 경제 / Sport"));
  // Not: links to other sites, a table of contents, few links, links below a title of sources.
  for (const char* kept :
       {"<ul><li><a href=http://a.example>a</a><li><a href=http://b.example>b</a><li><a "
        "href=https://c.example>c</a></ul>",
        "<ul><li><a href=#a>a</a><li><a href=x#b>b</a><li><a href=#c>c</a></ul>",
        "<p><a href=a>a</a> <a href=b>b</a></p>",
        "<p>We asked <a href=a>one</a>, and <a href=b>two</a>, and <a href=c>three</a></p>"}) {
    EXPECT_THAT(left_out(with_text(kept)), IsEmpty()) << kept;
  }
  for (const char* title : {"<h2>Sources</h2>", "<h3>2. 참고 문헌:</h3>", "<p><b>출처</b></p>",
                            "<h2>References</h2>", "<h2>각주</h2>"}) {
    EXPECT_THAT(left_out(with_text("", title + menu)), IsEmpty()) << title;
  }
  EXPECT_THAT(left_out(with_text("<h2>Sources</h2><p>x</p><h2>More</h2>" + menu)),
              ElementsAre("navigation: 정치 / 경제 / Sport"));
  // Addresses of the page's own host are within the site.
  const std::string absolute =
      "<p><a href=https://s.example/a>a</a> <a href='//www.s.example/b'>b</a> <a "
      "href=http://s.example:80/c>c</a></p>";
  EXPECT_THAT(left_out(with_text("<link rel=canonical href=https://s.example/x>" + absolute)),
              ElementsAre("navigation: a b c"));
  EXPECT_THAT(left_out(with_text("<link rel=canonical href=https://t.example/x>" + absolute)),
              IsEmpty());
  // A page of links is what it is.
  EXPECT_THAT(left_out(read_page(menu)), IsEmpty());
}

}  // namespace
}  // namespace ibid
