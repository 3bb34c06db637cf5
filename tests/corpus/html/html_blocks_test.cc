// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/html/html_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using testing::lines;
using testing::read_page;

std::vector<std::string> lines_of(std::string_view html) {
  const ExtractedFile file = read_page(html);
  EXPECT_EQ(testing::why_untrue(file, html), "") << html;
  return lines(file);
}

TEST(HtmlBlocks, AreParagraphsHeadingsQuotationsAndCode) {
  EXPECT_THAT(lines_of("<h1>Trade</h1><p>Exports rose.<h3>수출</h3><div>반도체 수출이 늘었다."
                       "<blockquote><p>“We did it.”</blockquote>뒤</div><pre>a  b\n c</pre>"),
              ElementsAre("h1 Trade", "p Exports rose.", "h3 수출", "p 반도체 수출이 늘었다.",
                          "quote “We did it.”", "p 뒤", "code a  b /  c"));
}

TEST(HtmlBlocks, CollapseWhiteSpaceAsABrowserDoes) {
  EXPECT_THAT(lines_of("<p>  Total \n\t exports <b> rose</b> \r\n by <i>3 </i> %.  </p>"),
              ElementsAre("p Total exports rose by 3 %."));
  EXPECT_THAT(lines_of("<p>국방<b> 예산</b>은\n늘고 <!-- 주석 --> 줄었다</p>"),
              ElementsAre("p 국방 예산은 늘고 줄었다"));
}

TEST(HtmlBlocks, KeepSpacesThatDoNotBreakAndInvisibleCharacters) {
  EXPECT_THAT(lines_of("<p>5\u00A0% 줄\u115F인 co\u00ADop zero\u200Bwidth a&nbsp;&nbsp;b</p>"),
              ElementsAre("p 5\u00A0% 줄\u115F인 co\u00ADop zero\u200Bwidth a\u00A0\u00A0b"));
}

TEST(HtmlBlocks, HaveTheSignsOfFormulas) {
  struct Case {
    std::string formula, text;
  };
  const std::string half = "<mfrac>\n<mn>1</mn>\n<mn>2</mn>\n</mfrac>";
  for (const Case& each : std::vector<Case>{
           {half, "1/2"},
           {"<mn>2</mn>" + half, "2 1/2"},
           {"<msup><mn>10</mn> <mn>6</mn></msup>", "10^6"},
           {"<msup><mn>10</mn><mrow><mo>−</mo><mn>6</mn></mrow></msup>", "10^−6"},
           {"<msup><mn>2</mn>" + half + "</msup>", "2^1/2"},
           {"<msub><mi>x</mi><mn>2</mn></msub>", "x_2"},
           {"<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_1^2"},
           {"<msqrt><mn>2</mn></msqrt>", "√2"},
           {"<mroot><mn>8</mn><mn>3</mn></mroot>", "8^1/3"},
           {"<mover><mi>x</mi><mo>¯</mo></mover>", "x¯"},
           {"<munderover><mo>∑</mo><mn>1</mn><mn>9</mn></munderover>", "∑_1^9"},
           {"<mfenced><mn>1</mn><mn>2</mn></mfenced>", "(1,2)"},
           {"<mfenced open='[' close=']' separators=';'><mn>1</mn><mn>2</mn></mfenced>", "[1;2]"},
           {"<mtable><mtr><mtd>1</mtd><mtd>0</mtd></mtr><mtr><mtd>0</mtd><mtd>1</mtd></mtr>"
            "</mtable>",
            "1 0; 0 1"},
           {"<semantics><mrow><mo>-</mo><mn>23</mn></mrow><annotation>{-23}</annotation>"
            "</semantics>",
            "-23"},
       }) {
    EXPECT_THAT(lines_of("<p>비율은 <math>" + each.formula + "</math> 이다, 5<b>7</b>.</p>"),
                ElementsAre("p 비율은 " + each.text + " 이다, 57."));
  }
  // With the prefix that XHTML in EPUB may have.
  EXPECT_THAT(lines_of("<p>a share of <m:math><m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn></m:mfrac>"
                       "</m:math>.</p>"),
              ElementsAre("p a share of 1/2."));
}

TEST(HtmlBlocks, PartRaisedAndLoweredNumbersFromADigitBefore) {
  struct Case {
    const char* html;
    const char* want;
  };
  const std::vector<Case> cases = {
      {"in 2023<sup>4</sup> exports rose", "p in 2023^4 exports rose"},
      {"2023년 10<sup>6</sup>톤, 3.5<sup> 2)</sup>", "p 2023년 10^6톤, 3.5 2)"},
      {"수출(exports) 9<sup><b>2</b></sup>,10<sup><a href='/x'>3)</a></sup>",
       "p 수출(exports) 9^2,10^3)"},
      {"10<sup>-6</sup> 10<sup>&minus;6</sup> 10<sup>+3</sup> 10<sup>−9</sup>",
       "p 10^-6 10^−6 10^+3 10^−9"},
      {"base 101<sub>2</sub>, SO4<sub>2</sub><sup>2-</sup>", "p base 101_2, SO4_2^2-"},
      {"1<sup>2</sup><sup>3</sup>, 1<sup>2<i>3</i></sup>", "p 1^23, 1^23"},
      {"2<sup>1</sup>/<sub>2</sub> 2<sup>3</sup>&frasl;<sub>4</sub>", "p 2 1/2 2 3⁄4"},
      {"8<sup>1</sup>&#47;<sub>9</sub> 8<sup>1</sup>/2", "p 8 1/9 8^1/2"},
      // Nothing that could be read as another number.
      {"m<sup>2</sup>, CO<sub>2</sub>, 2<sup>nd</sup>, 5<sup>*</sup>, 5<sup>-</sup>",
       "p m2, CO2, 2nd, 5*, 5-"},
      {"면적 5㎡<sup>1</sup> 2023 <sup>4</sup> <sup>14</sup>C", "p 면적 5㎡1 2023 4 14C"},
      {"2023<sup></sup>4, 2023<sup hidden>4</sup>5", "p 20234, 20235"},
      {"<pre>10<sup>6</sup></pre>", "code 10^6"},
  };
  for (const Case& c : cases) EXPECT_THAT(lines_of(c.html), ElementsAre(c.want)) << c.html;
  EXPECT_THAT(
      lines_of("<table><tr><th>연도<th>ha<tr><td>2020<sup>1</sup><td><sup>2</sup>5</table>"),
      ElementsAre("row 연도|ha", "row 2020^1|25"));
}

TEST(HtmlBlocks, ArePartedByTwoLineBreaksAndNotByOne) {
  EXPECT_THAT(lines_of("<div>one<br>two<br> \n <br/>three<br><br><br>넷<br></div><p>다섯<br>여섯"),
              ElementsAre("p one / two", "p three", "p 넷", "p 다섯 / 여섯"));
}

TEST(HtmlBlocks, KeepTheLinesOfPreformattedText) {
  EXPECT_THAT(lines_of("<pre>\n첫 줄\r\n  둘째 &lt;b&gt;<b>굵게</b><br>끝</pre>"),
              ElementsAre("code 첫 줄 /   둘째 <b>굵게 / 끝"));
}

TEST(HtmlBlocks, DecodeReferences) {
  EXPECT_THAT(lines_of("<p>A&amp;B &lt;5 &#8217; &#x2019; &#146; &notin; &notit; &copy2024 & &x; "
                       "&#0; &#xD800; &semi;&fjlig;&NotEqualTilde; AT&T &#44032;&#xB098;</p>"),
              ElementsAre("p A&B <5 ’ ’ ’ ∉ ¬it; ©2024 & &x; \uFFFD \uFFFD ;fj\u2242\u0338 AT&T "
                          "가나"));
}

TEST(HtmlBlocks, DropNulBytesAndTagsThatMakeNoElement) {
  EXPECT_THAT(lines_of(std::string("<p>가\0b</td></x>c<!-- d -->e</p>", 32)),
              ElementsAre("p 가bce"));
}

TEST(HtmlLists, HaveTheLabelsThatBrowsersShow) {
  struct Case {
    const char* html;
    std::vector<std::string> want;
  };
  const std::vector<Case> cases = {
      {"<ul><li>a<li>b</ul>", {"li1 [•] a", "li1 [•] b"}},
      {"<ol><li>하나</li><li>둘</li></ol>", {"li1 [1.] 하나", "li1 [2.] 둘"}},
      {"<ol type=a start=26><li>x<li>y</ol>", {"li1 [z.] x", "li1 [aa.] y"}},
      {"<ol type=A><li>x</ol>", {"li1 [A.] x"}},
      {"<ol type=i start=4><li>x</ol>", {"li1 [iv.] x"}},
      {"<ol type=I start=1999><li>x</ol>", {"li1 [MCMXCIX.] x"}},
      {"<ol reversed><li>x<li>y<li>z</ol>", {"li1 [3.] x", "li1 [2.] y", "li1 [1.] z"}},
      {"<ol><li value=7>x<li>y</ol>", {"li1 [7.] x", "li1 [8.] y"}},
      {"<ol start=-1><li>x<li>y</ol>", {"li1 [-1.] x", "li1 [0.] y"}},
      {"<ol type=a start=0><li>x</ol>", {"li1 [0.] x"}},
      {"<ol start=99999999999999999999><li>x</ol>", {"li1 [1000000000.] x"}},
      {"<ul style='list-style: none'><li>x</ul>", {"li1 x"}},
      {"<ul style='list-style-type:square'><li>x</ul>", {"li1 [▪] x"}},
      {"<ol><li>가<ul><li>나<ol><li>다</ol></ul><li>라</ol>",
       {"li1 [1.] 가", "li2 [◦] 나", "li3 [1.] 다", "li1 [2.] 라"}},
      {"<ol><li><p>가</p><p>나</p></ol>", {"li1 [1.] 가", "p 나"}},
      {"<ol><li></li><li>x</ol>", {"li1 [2.] x"}},
      {"<ol><li><h3>제목</h3>글</ol>", {"h3 [1.] 제목", "p 글"}},
      {"<dl><dt>용어<dd>뜻</dl>", {"p 용어", "p 뜻"}},
  };
  for (const Case& c : cases) EXPECT_EQ(lines_of(c.html), c.want) << c.html;
}

TEST(HtmlTables, AreRowsBelowTheirHead) {
  const std::string html =
      "<table><caption>표 1. 수출</caption><thead><tr><th>연도<th>금액</thead>"
      "<tr><td>2023<td>-3.5%<tr><td>2024<td>1<br>2 <p>x</p></table>"
      "<table><tr><th>a<th>b<tr><th>c<td>d</table>";
  const ExtractedFile file = read_page(html);
  EXPECT_EQ(testing::why_untrue(file, html), "");
  EXPECT_THAT(lines(file), ElementsAre("caption 표 1. 수출", "row 연도|금액", "row 2023|-3.5%",
                                       "row 2024|1 2 x", "row a|b", "row c|d"));
  std::vector<std::uint32_t> heads;
  for (const auto& block : file.blocks) heads.push_back(block.header);
  constexpr std::uint32_t kNone = ExtractedBlock::kNone;
  EXPECT_THAT(heads, ElementsAre(kNone, kNone, 1u, 1u, kNone, 4u));
}

TEST(HtmlTables, KeepTheColumnsOfEmptyCells) {
  EXPECT_THAT(lines_of("<table><tr><td>a<td><td>c<tr><td>d<td>e<td></table>"),
              ElementsAre("row a||c", "row d|e"));
}

TEST(HtmlTables, ThatPlaceTheirContentAreNoRows) {
  EXPECT_THAT(lines_of("<table><tr><td>왼쪽<tr><td>only one</table>"),
              ElementsAre("p 왼쪽", "p only one"));
  EXPECT_THAT(lines_of("<table><tr><td>menu<td><h2>Title</h2><p>Text</table>"),
              ElementsAre("p menu", "h2 Title", "p Text"));
  EXPECT_THAT(lines_of("<table role=presentation><tr><td>a<td>b</table>"),
              ElementsAre("p a", "p b"));
  EXPECT_THAT(lines_of("<table><tr><td>a<td><table><tr><td>1<td>2</table></table>"),
              ElementsAre("p a", "row 1|2"));
}

TEST(HtmlBlocks, AreCaptionsAndRuby) {
  EXPECT_THAT(lines_of("<figure><img src=x alt='no text'><figcaption>Kim, 2024</figcaption>"
                       "</figure><p><ruby>東京<rp>(</rp><rt>도쿄</rt><rp>)</rp></ruby>에서 10"
                       "<sup>2</sup></p>"),
              ElementsAre("caption Kim, 2024", "p 東京(도쿄)에서 10^2"));
}

TEST(HtmlBlocks, ShowTheMarksOfInlineQuotations) {
  EXPECT_THAT(lines_of("<p>He said <q>no <q>never</q></q>.</p>"),
              ElementsAre("p He said “no ‘never’”."));
}

TEST(HtmlBlocks, FollowTheDisplayThatIsAskedFor) {
  EXPECT_THAT(lines_of("<div><div style='display:inline-block'>가.</div><span>글</span></div>"
                       "<span style='Display : BLOCK'>a</span>b"),
              ElementsAre("p 가. 글", "p a", "p b"));
}

TEST(HtmlBlocks, SurviveBrokenMarkup) {
  EXPECT_THAT(lines_of("<p>a<b>b<p>c</b>d<table>e<tr><td>f</table><li>g"),
              ElementsAre("p ab", "p cde", "p f", "li1 [•] g"));
  EXPECT_THAT(lines_of("글 < 5 <3 </ > <p"), ElementsAre("p 글 < 5 <3"));
  EXPECT_THAT(lines_of("<p title='a>b' x=\"c>d\">e</p>"), ElementsAre("p e"));
  EXPECT_THAT(lines_of("<p>a<!-->b<!--->c<!-- x --!>d"), ElementsAre("p abcd"));
  EXPECT_THAT(lines_of(""), ElementsAre());
}

TEST(HtmlBlocks, OfXmlEndWhereItSaysSo) {
  EXPECT_THAT(lines_of("<?xml version='1.0'?><html><head><title/><script src='x'/></head><body>"
                       "<p>글 <![CDATA[<b> & ]]></p></body></html>"),
              ElementsAre("p 글 <b> &"));
  EXPECT_THAT(lines_of("<p>a <svg><title/><path/></svg>b</p>"), ElementsAre("p a", "p b"));
}

}  // namespace
}  // namespace ibid
