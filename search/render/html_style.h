// SPDX-License-Identifier: GPL-2.0-or-later
//
// The style of our HTML pages. Light or dark by the reader's setting; below 48rem the cells of a
// row are stacked. No fonts, images or scripts from elsewhere.
#pragma once

namespace ibid {

inline constexpr char kPageStyle[] = R"css(
:root{color-scheme:light dark;--page:#fff;--card:#f6f7f9;--text:#1c2128;--faint:#59636e;--line:#d5dae0;
--link:#0a58ca;--bar:#3b7dd8;--track:#e2e6eb;--error:#b3261e;--warning:#8a5300;--note:#3f5f8a;
--accepted:#59636e;--quote:#eceff3}
@media (prefers-color-scheme:dark){:root{--page:#14171c;--card:#1c2128;--text:#e3e7ec;--faint:#9aa5b1;
--line:#343c47;--link:#7db3ff;--bar:#5b95e6;--track:#2c343f;--error:#ff8a80;--warning:#f2b84b;
--note:#9dbdea;--accepted:#9aa5b1;--quote:#232a33}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--page);color:var(--text);
font:1rem/1.5 system-ui,"Noto Sans","Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic",NanumGothic,sans-serif;
overflow-wrap:anywhere}
:lang(ko){word-break:keep-all}
a{color:var(--link)}
h1{font-size:1.5rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.15rem;line-height:1.3;margin:0;display:inline}
h3{font-size:1rem;margin:1.25rem 0 .5rem}
code{font:.85em/1.4 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;user-select:all}
.faint{color:var(--faint);font-size:.875rem}
main{display:flex;flex-direction:column;gap:1rem}
#totals{order:-2}
#filters{order:-1;border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}
#filters label{display:inline-block;margin-right:1rem;white-space:nowrap}
#filters .rules{columns:16rem;margin-top:.25rem}
#filters .rules label{display:block;margin:0}
article{border-top:2px solid var(--line);padding:.75rem 0}
summary{cursor:pointer}
.counts{display:inline-flex;gap:.35rem;flex-wrap:wrap;margin-left:.25rem}
.level{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .5rem;
font-size:.8rem;font-weight:600;white-space:nowrap}
.error{color:var(--error)}.warning{color:var(--warning)}.note{color:var(--note)}
.accepted{color:var(--accepted)}
table{width:100%;border-collapse:collapse;margin:.75rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
thead th{color:var(--faint);font-size:.8rem;font-weight:600}
tbody th{font-weight:500}
.shares tbody th{min-width:9rem}
.shares{background:var(--card);border-radius:.5rem;font-size:.875rem}
.shares tr:last-child>*{border-bottom:0}
.bar{display:block;width:100%;height:.4rem;border-radius:.2rem;background:var(--track);margin-top:.2rem}
.bar rect{fill:var(--bar)}
.percent{font-variant-numeric:tabular-nums;white-space:nowrap}
.rule{width:13rem}
.findings .place{width:17rem}
blockquote{margin:.35rem 0 0;padding:.25rem .6rem;border-left:3px solid var(--line);background:var(--quote);
border-radius:0 .25rem .25rem 0}
mark{background:none;color:inherit;font-weight:600;text-decoration:underline;text-decoration-color:var(--warning)}
.findings p{margin:.25rem 0 0}
.beside{margin-top:.5rem}
tr:target{outline:2px solid var(--link)}
footer{color:var(--faint);font-size:.875rem;margin:1rem 0}
@media (max-width:48rem){body{padding:.75rem}
table,tbody,tr,td,tbody th{display:block;width:auto!important}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
td,tbody th{padding:.15rem .6rem;border:0}
.shares tbody th{font-weight:700}
.shares td{display:grid;grid-template-columns:1fr auto 5rem;column-gap:.5rem;align-items:baseline}
.shares td .faint{text-align:right}
.shares td::before{content:attr(data-head);color:var(--faint)}
.shares .bar{grid-column:1/-1;margin:0 0 .2rem;height:.3rem}}
@media print{#filters{display:none}body{max-width:none}}
)css";

}  // namespace ibid
