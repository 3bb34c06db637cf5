// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages that are written as pages are: with every rule in them, and broken.
#pragma once

#include <string>
#include <vector>

namespace ibid::testing {

// English, Korean and mixed text; lists, tables, notes, references, hidden parts, menus.
inline std::string html_sample() {
  return "<!DOCTYPE html>\r\n<html lang=ko><head><meta charset=utf-8><title>수출 &amp; 수입 | "
         "한빛</title><link rel=canonical href=\"https://h.example/a/b\"></head><body class='x'>\n"
         "<nav><a href=/>홈</a></nav><div class=navheader>이전</div><main>\r\n<h1>수출 &amp; "
         "수입</h1>\n<p>Exports&nbsp;rose <b>3.5%</b> in\r\n2024,<sup><a id=r1 href='#n1'>1</a>"
         "</sup> 그리고 &#49688;&#xC785;은 <a href='../c?x=1&amp;y=2'>줄었다</a>.<br>다음 "
         "줄&hellip;"
         "</p><ol type=a start=2><li>하나<li>two &lt; <i>셋</i></ol><table><tr><th>연도<th>값<tr>"
         "<td>2024<td>-3&#37;</table><blockquote>“인용\u00A0문”</blockquote><pre>\r\n a &amp;\r\n"
         "  b</pre><span hidden>숨김</span><del>5%</del><q>quote</q> 끝\u00AD말<br><br>새 문단"
         "<ol><li id=n1>각주 &sect;5 <a href='#r1'>↩</a></ol></main><footer>© 한빛</footer></body>"
         "</html>\n";
}

inline std::vector<std::string> html_samples() {
  return {
      html_sample(),
      "",
      "글",
      "<p>a<p>b</div>c",
      "<b>1<p>2</b>3</p>4",
      "<b>1<i>2</b>3</i>4<p>5",
      "<a href=x>1<a href=y>2</a>3<div>4</a>5</div>6",
      "<table>a<tr>b<td>c</td>d</table>e",
      "<table><td>a<table><td>b</table>c</table>d",
      "<table> <caption>a</table> <p>b",
      "<table><b>x<tr><td>y</b>z</table>w",
      "<ul><li>a<ul><li>b</ul>c<li>d</ul>e",
      "<dl><dt>a<dd>b<dt>c</dl>d",
      "<p>a<table><tr><td>b</table>c",
      "<!DOCTYPE html><p>a<table><tr><td>b</table>c",
      "<h1>a<h2>b</h1>c</h2>d",
      "<select><option>a<option>b<div>c</select>d",
      "<p>a<svg><title>t</title><text>b</text></svg>c<math><mi>x</mi></math>d",
      "<svg><p>a</svg>b",
      "<button>a<p>b</button>c",
      "<script>var a = '<p>x</p>';</script><p>b<style>p > a {}</style>c",
      "<p>a</script>b</style>c",
      "<textarea><p>a</textarea>b",
      "<title>a<b></title><p>c",
      "<p>a<!-- <p>b -->c<!x>d<?y>e</>f</ >g",
      "<p a=\"<p>\" b='>' c=d>e>f</p x=\">\">g",
      "<p/>a<br/>b<div/>c</div>",
      "<pre>\n\na\n</pre>b<listing>\nc</listing>",
      "<form><p>a<form><p>b</form>c</form>d",
      "<object><p>a</object>b",
      "</p>a</br>b</div>c",
      "<head>a<title>b</title>c</head>d<body>e</body>f</html>g",
      "<ruby>漢<rp>(<rt>한<rp>)</ruby>字",
      "<nobr>a<nobr>b</nobr>c",
      "<font color=red><p>a<font size=2><p>b</font>c</font>d",
      "<template><p>a</template>b",
      "<article><p>a<aside>b</article>c",
      "<p>&amp &lt;b&gt; &notin; &copy;",
      "<details><summary>a</summary>b</details>c",
      "<frameset><frame></frameset>",
      "<table><form><tr><td>a</form>b</table>c",
      "<table><input type=hidden><tr><td>a</table>b",
      "<option>a<option>b<optgroup>c",
      "<li>a<p>b<li>c",
      "a<xmp><b>b</xmp>c",
  };
}

}  // namespace ibid::testing
