// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/html/html_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::lines;
using testing::links;
using testing::read_page;

// "label@text before the mark -> text of the note"
std::vector<std::string> marks(const ExtractedFile& file) {
  std::vector<std::string> out;
  for (const NoteMark& mark : file.marks) {
    const std::uint64_t begin = mark.at < 12 ? 0 : mark.at - 12;
    const ByteRange note = file.blocks[mark.note].text;
    out.push_back(mark.label + "@" + file.text.substr(begin, mark.at - begin) + " -> " +
                  file.text.substr(note.begin, note.size()));
  }
  return out;
}

ExtractedFile read(const std::string& html) {
  ExtractedFile file = read_page(html);
  EXPECT_EQ(testing::why_untrue(file, html), "") << html;
  return file;
}

TEST(HtmlNotes, AreTiedToTheirMarks) {
  const ExtractedFile file = read(
      "<p>Exports rose 3%.<sup><a id=r1 href='#n1'>1</a></sup> 수입은 <sup>[<a "
      "href='#n2'>2</a>]</sup>줄었다.</p>"
      "<hr><ol><li id=n1><p>Ministry, <a href='http://m.example/'>data</a>. <a "
      "href='#r1'>↩</a></p></li><li id=n2>관세청.</li></ol>");
  EXPECT_THAT(lines(file), ElementsAre("p Exports rose 3%. 수입은 줄었다.",
                                       "note [1] Ministry, data.", "note [2] 관세청."));
  EXPECT_THAT(marks(file),
              ElementsAre("1@rts rose 3%. -> Ministry, data.", "2@%. 수입은 -> 관세청."));
  EXPECT_THAT(links(file), ElementsAre("data -> http://m.example/"));
}

TEST(HtmlNotes, HaveMarksBehindDigitsThatAreNoNumbers) {
  const ExtractedFile file = read(
      "<p>In 2023<sup><a href='#n'>4</a></sup> 10<sup>6</sup>건<sup><a href='#m'>5</a></sup>."
      "<p id=n>4 Ministry.<p id=m>5 관세청.");
  EXPECT_EQ(lines(file)[0], "p In 2023 10^6건.");
  ASSERT_EQ(file.marks.size(), 2u);
  EXPECT_EQ(file.marks[0].label, "4");
  EXPECT_EQ(file.marks[0].at, 7u);
}

TEST(HtmlNotes, AreReadAsWikipediaWritesThem) {
  const ExtractedFile file = read(
      "<p>One.<sup id=cite_ref-a_1-0 class=reference><a href='#cite_note-a-1'><span>[</span>1<span>"
      "]</span></a></sup> Two.<sup id=cite_ref-a_1-1><a href='#cite_note-a-1'>[1]</a></sup></p>"
      "<h2>References</h2><ol class=references><li id=cite_note-a-1><span "
      "class=mw-cite-backlink>^ <a href='#cite_ref-a_1-0'>a</a> <a href='#cite_ref-a_1-1'>b</a>"
      "</span> <span>Kim (2024).</span></li></ol>");
  EXPECT_THAT(lines(file), ElementsAre("p One. Two.", "h2 References", "note [1] Kim (2024)."));
  EXPECT_THAT(marks(file), ElementsAre("1@One. -> Kim (2024).", "1@One. Two. -> Kim (2024)."));
}

TEST(HtmlNotes, LoseTheLabelThatTheyBeginWith) {
  struct Case {
    const char* note;
    const char* want;
  };
  const std::vector<Case> cases = {
      {"<p id=n>[<a href='#r'>1</a>] 글.</p>", "note [1] 글."},
      {"<p id=n><a href='#r'>1</a>. Text.</p>", "note [1] Text."},
      {"<div class=footnote><p><a name=n href='#r'><sup>[1]</sup></a> 글.</p></div>",
       "note [1] 글."},
      {"<aside role=doc-footnote id=n><span class=label>[1]</span><p>글.</p></aside>",
       "note [1] 글."},
      {"<dl><dt id=n>1</dt><dd>글. <a role=doc-backlink href='#r'>위로</a></dd></dl>",
       "note [1] 글."},
      {"<p id=n>글 <a href='#r'>↑</a></p>", "note [1] 글"},
  };
  for (const Case& c : cases) {
    const ExtractedFile file =
        read("<p>본문.<a id=r href='#n'><sup>1</sup></a></p>" + std::string(c.note));
    ASSERT_FALSE(file.blocks.empty());
    EXPECT_EQ(lines(file).back(), c.want) << c.note;
    EXPECT_EQ(lines(file).front(), "p 본문.") << c.note;
    EXPECT_EQ(file.marks.size(), 1u) << c.note;
  }
}

TEST(HtmlNotes, StayBesideTheMainText) {
  const ExtractedFile file = read(
      "<article><p>A sentence that is long enough to be the text.<a role=doc-noteref href='#가'>*"
      "</a></p></article><p>menu</p><div class=notes><p id='가'>자세한 "
      "주석.</p><p>other</p></div>");
  EXPECT_THAT(lines(file), ElementsAre("p A sentence that is long enough to be the text.",
                                       "note [*] 자세한 주석."));
  const ExtractedFile encoded = read("<p>a<sup><a href='#%EA%B0%80'>1</a></sup><p id=가>주석");
  EXPECT_THAT(lines(encoded), ElementsAre("p a", "note [1] 주석"));
}

TEST(HtmlNotes, AreNotEveryLinkIntoThePage) {
  for (const char* html :
       {"<p>see <a href='#n'>section 2</a></p><p id=n>Text</p>",       // words
        "<p>10<sup>2</sup> x</p><p id=n>Text</p>",                     // no link
        "<p>a<sup><a href='#gone'>1</a></sup></p><p id=n>Text</p>",    // leads nowhere
        "<p id=n>Text</p><p>a<sup><a href='#n'>1</a></sup></p>",       // leads up
        "<p>a<sup><a href='#n'>1</a></sup></p><h2 id=n>Heading</h2>",  // to a heading
        "<div id=n>a<sup><a href='#n'>1</a></sup> Text</div>"}) {      // into itself
    const ExtractedFile file = read(html);
    EXPECT_THAT(file.marks, IsEmpty()) << html;
    for (const auto& block : file.blocks) {
      EXPECT_NE(block.kind, ExtractedBlock::Kind::kNote) << html;
    }
  }
}

TEST(HtmlLinks, AreWebAddressesResolvedAgainstWhatThePageSays) {
  const auto links_of = [](const std::string& html) { return links(read(html)); };
  const std::string body =
      "<p><a href='http://a.example/x?b=1&amp;c=2'>one</a> <a href=../y.html>둘</a> <a "
      "href='//h.example/z'>three</a> <a href=mailto:a@b>four</a> <a href=javascript:x>five</a> <a "
      "href='#x'>six</a> <a href=/q?z=1>seven</a> <a name=n>eight</a></p>";
  EXPECT_THAT(links_of(body), ElementsAre("one -> http://a.example/x?b=1&c=2"));
  const auto all =
      ElementsAre("one -> http://a.example/x?b=1&c=2", "둘 -> https://s.example/y.html",
                  "three -> https://h.example/z", "seven -> https://s.example/q?z=1");
  EXPECT_THAT(links_of("<base href='https://s.example/d/'>" + body), all);
  EXPECT_THAT(links_of("<link rel=canonical href='https://s.example/d/page'>" + body), all);
  EXPECT_THAT(links_of("<meta property=og:url content='https://s.example/d/?x=/'>" + body), all);
  EXPECT_THAT(links_of("<!-- saved from url=(0022)https://s.example/d/p -->" + body), all);
  EXPECT_THAT(links_of("<a href=http://a.example><p>한 <b>줄</b></p></a>"),
              ElementsAre("한 줄 -> http://a.example"));
}

}  // namespace
}  // namespace ibid
