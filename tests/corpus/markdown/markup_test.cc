// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which signs of a text are no text. They are shown in « », what is left of a text as a reader sees
// it.
#include <gtest/gtest.h>

#include <string>

#include "corpus/markdown/markdown_text.h"
#include "corpus/text/code_points.h"
#include "corpus/text/unmarked_text.h"

namespace ibid {
namespace {

struct Case {
  std::string text, signs, seen;
};

std::string with_signs_shown(std::string_view text, const std::vector<ByteRange>& markup) {
  std::string shown;
  std::size_t at = 0;
  for (const ByteRange sign : markup) {
    shown += text.substr(at, sign.begin - at);
    shown += "«" + std::string(slice(text, sign)) + "»";
    at = sign.end;
  }
  return shown + std::string(text.substr(at));
}

void expect_signs(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const std::vector<ByteRange> markup = read_markdown(c.text).markup;
    EXPECT_EQ(with_signs_shown(c.text, markup), c.signs);
    EXPECT_EQ(UnmarkedText(c.text, markup).text(), c.seen) << c.text;
  }
}

TEST(Markup, IsEmphasisAndCode) {
  expect_signs({
      {"**Welfare:** more", "«**»Welfare:«**» more", "Welfare: more"},
      {"sur**plus**", "sur«**»plus«**»", "surplus"},
      {"*a* _b_ ***c***", "«*»a«*» «_»b«_» «***»c«***»", "a b c"},
      {"snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"},
      {"the `prices[0]` and ``a`b``", "the «`»prices[0]«`» and «``»a`b«``»",
       "the prices[0] and a`b"},
      {"~~old~~ new", "«~~»old«~~» new", "old new"},
      {"**무역**은 늘었다", "«**»무역«**»은 늘었다", "무역은 늘었다"},
      {"*한국*의 `GDP`가", "«*»한국«*»의 «`»GDP«`»가", "한국의 GDP가"},
  });
}

// CommonMark takes these for text, or for emphasis, and nobody means that.
TEST(Markup, IsWhatKoreanAndFiguresMean) {
  expect_signs({
      {"**\"국방\"**은 크다", "«**»\"국방\"«**»은 크다", "\"국방\"은 크다"},
      {"그는**(가)** 갔다", "그는«**»(가)«**» 갔다", "그는(가) 갔다"},
      {"약 10~20명, 30~40명", "약 10~20명, 30~40명", "약 10~20명, 30~40명"},
      {"5*10 and 3*4", "5*10 and 3*4", "5*10 and 3*4"},
      {"2**3 and 4**5", "2**3 and 4**5", "2**3 and 4**5"},
  });
}

TEST(Markup, IsLinksButNotTheirWords) {
  expect_signs({
      {"([Reuters](https://r.example/a \"t\"))", "(«[»Reuters«](https://r.example/a \"t\")»)",
       "(Reuters)"},
      {"[연합뉴스](https://y.example)에 따르면", "«[»연합뉴스«](https://y.example)»에 따르면",
       "연합뉴스에 따르면"},
      {"[**bold** word](<a b>)", "«[**»bold«**» word«](<a b>)»", "bold word"},
      {"see <https://a.example/b>", "see «<»https://a.example/b«>»", "see https://a.example/b"},
      {"a ![Chart](c.png) b", "a «![»Chart«](c.png)» b", "a Chart b"},
      {"[text][r] and [r]\n\n[r]: /u", "«[»text«][r]» and «[»r«]»\n\n[r]: /u",
       "text and r\n\n[r]: /u"},
  });
}

TEST(Markup, IsNotTheBracketsOfACitationMark) {
  for (const char* text :
       {"won[1][2].\n\n[1]: /a\n[2]: /b\n", "늘었다.[^kea][^1]\n\n[^kea]: https://k.example\n",
        "a [3] b 【4†source】 [12-14]", "[^a]: Energy Agency, p. 3\n[^b]: 통계청, 2024\n"}) {
    EXPECT_EQ(with_signs_shown(text, read_markdown(text).markup), text);
  }
  expect_signs(
      {{"won[[1]](https://a.example)", "won«[»[1]«](https://a.example)»", "won[1]"},
       {"won[1](https://a.example)", "won[1]«(https://a.example)»", "won[1]"},
       {"([Reuters][1])\n\n[1]: /u", "(«[»Reuters«][1]»)\n\n[1]: /u", "(Reuters)\n\n[1]: /u"}});
}

TEST(Markup, IsEscapesEntitiesAndTags) {
  expect_signs({
      {"1\\. a \\*b\\*", "1«\\». a «\\»*b«\\»*", "1. a *b*"},
      {"R&amp;D &#8217;24 &copy; &nope;", "R«&amp;»D «&#8217;»24 «&copy;» &nope;",
       "R&D ’24 © &nope;"},
      {"fee&nbsp;is", "fee«&nbsp;»is", "fee is"},
      {"`&amp;`", "«`»&amp;«`»", "&amp;"},
      {"H<sub>2</sub>O and a<br>b", "H«<sub>»2«</sub>»O and a«<br>»b", "H2O and a b"},
      {"101<sub>2</sub> is 5<sup>1</sup>", "101«<sub>»2«</sub>» is 5«<sup>»1«</sup>»",
       "101 2 is 5 1 "},
      {"a <!-- no --> b", "a «<!-- no -->» b", "a  b"},
      {"3 < 4 <출처=한국경제>", "3 < 4 <출처=한국경제>", "3 < 4 <출처=한국경제>"},
      {"line\\\nnext", "line«\\»\nnext", "line\nnext"},
  });
}

TEST(Markup, IsThePipesOfATable) {
  expect_signs({
      {"|a|**b**|\n|---|---|\n|1|[x](u)|\n",
       "«|»a«|»«**»b«**»«|»\n|---|---|\n«|»1«|»«[»x«](u)»«|»\n", " a b \n|---|---|\n 1 x \n"},
      {"|값|b|\n|-|-|\n|1\\|2|3|\n", "«|»값«|»b«|»\n|-|-|\n«|»1«\\»|2«|»3«|»\n",
       " 값 b \n|-|-|\n 1|2 3 \n"},
  });
}

TEST(Markup, IsAPictureThatStandsAlone) {
  expect_signs({
      {"![그래프](a.png)", "«![»«그래프»«](a.png)»", ""},
      {"a\n\n![](a.png)\n\n[![](b)](c)\n\nd", "a\n\n«![](a.png)»\n\n«[![](b)](c)»\n\nd",
       "a\n\n\n\n\n\nd"},
  });
}

TEST(Markup, SignsOfBlocksAreNotText) {
  expect_signs({
      {"- [x] done", "- «[x]» done", "-  done"},
      {"1. *a*\n2. b", "1. «*»a«*»\n2. b", "1. a\n2. b"},
      {"- *a*", "- «*»a«*»", "- a"},
      {"> *말*", "> «*»말«*»", "> 말"},
  });
}

}  // namespace
}  // namespace ibid
