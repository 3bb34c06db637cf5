// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages made to take time or memory. Each is refused in a sentence or read, and either within a
// time that is generous for the slowest machine: all of them take less than 4 s where they were
// measured, most a tenth of one.
#include <gtest/gtest.h>

#include <chrono>

#include "corpus/error.h"
#include "corpus/html/read_html.h"
#include "tests/corpus/html/html_checks.h"

namespace ibid {
namespace {

constexpr double kMostSeconds = 30;

std::string times(std::string_view piece, std::size_t n) {
  std::string out;
  out.reserve(piece.size() * n);
  for (std::size_t i = 0; i < n; ++i) out += piece;
  return out;
}

// What was read, or why not.
std::string outcome(const std::string& html) {
  const auto begin = std::chrono::steady_clock::now();
  std::string what;
  try {
    what = why_unsound(testing::read_page(html));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    what = error.what();
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), kMostSeconds);
  return what;
}

TEST(HtmlHostile, RefusesElementsThatAreNestedTooDeep) {
  const std::string why =
      "its elements are nested more than 1000 deep; save its text as .txt and "
      "index that";
  for (const char* tag : {"<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<b>", "<span>",
                          "<x-y>", "<svg>", "<template>", "<button><p>", "<div><object></div>"}) {
    EXPECT_EQ(outcome("<p>글" + times(tag, 100'000)), why) << tag;
  }
}

TEST(HtmlHostile, ReadsWhatOnlyLooksDeep) {
  for (const char* piece :
       {"<p>a", "<li>a", "<dd>a<dt>b", "<table><tr><td>a</table>", "<p><b>a", "<div>a</div>",
        "<p><font><i>a</p>", "<h1>a</h1>", "<option>a", "<b>a</b>", "</div>a", "<br>"}) {
    EXPECT_EQ(outcome(times(piece, 100'000)), "") << piece;
  }
  EXPECT_EQ(outcome("<table>" + times("<tr><td>a<td>b", 100'000)), "");
  EXPECT_EQ(outcome("<ol>" + times("<li>a", 100'000)), "");
}

TEST(HtmlHostile, ReadsAnyNumberOfAttributes) {
  std::string html = "<p";
  for (int i = 0; i < 100'000; ++i) html += " a" + std::to_string(i) + "=1";
  EXPECT_EQ(outcome(html + ">글</p>"), "");
  EXPECT_EQ(outcome("<p" + times(" class=a", 100'000) + ">글"), "");
  EXPECT_EQ(outcome("<p class='" + times("a ", 1'000'000) + "'>글"), "");
  EXPECT_EQ(outcome("<p style='" + times("a:b;", 1'000'000) + "'>글"), "");
}

TEST(HtmlHostile, ReadsFormattingThatIsNeverClosed) {
  EXPECT_NE(outcome(times("<a><b><i>", 50'000)), "");
  EXPECT_EQ(outcome(times("<a href=x><b><i>a</p></b></a></i>", 50'000)), "");
  EXPECT_EQ(outcome(times("<b>", 900) + times("<p>a", 50'000)), "");
  EXPECT_EQ(outcome(times("<div>", 900) + times("<p>a</x>", 200'000)), "");
}

TEST(HtmlHostile, ReadsReferencesCommentsAndRawText) {
  EXPECT_EQ(outcome("<p>" + times("&amp;", 1'000'000)), "");
  EXPECT_EQ(outcome("<p>" + times("&", 1'000'000)), "");
  EXPECT_EQ(outcome("<p>" + times("&#", 1'000'000)), "");
  EXPECT_EQ(outcome("<p>&#" + times("9", 3'000'000) + ";"), "");
  EXPECT_EQ(outcome("<p>" + times("&abcdefghijklmnopqrstuvwxyzabcdefgh", 50'000)), "");
  std::string names = "<p>";
  for (int i = 0; i < 100'000; ++i) names += "&a" + std::to_string(i) + ";";
  EXPECT_EQ(outcome(names), "");
  EXPECT_EQ(outcome(times("<!--", 1'000'000)), "");
  EXPECT_EQ(outcome(times("<!-- -", 500'000)), "");
  EXPECT_EQ(outcome("<script>" + times("</scrip", 500'000)), "");
  EXPECT_EQ(outcome(times("<p a='", 300'001)), "");
  EXPECT_EQ(outcome(times("<", 3'000'000)), "");
  EXPECT_EQ(outcome(times("<title>", 300'000)), "");
}

TEST(HtmlHostile, ReadsManyNotesAndIds) {
  std::string html = "<p>";
  for (int i = 0; i < 30'000; ++i) html += "a<sup><a href='#n'>1</a></sup>";
  EXPECT_EQ(outcome(html + "<div id=n>" + times("<p>b", 30'000)), "");
  std::string notes = "<p>";
  for (int i = 0; i < 20'000; ++i) {
    notes += "a<sup><a href='#n" + std::to_string(i) + "'>1</a></sup>";
  }
  notes += "<ol>";
  for (int i = 0; i < 20'000; ++i) notes += "<li id=n" + std::to_string(i) + ">b";
  EXPECT_EQ(outcome(notes), "");
  EXPECT_EQ(outcome(notes + times("<p hidden>c", 100'000)), "");
}

TEST(HtmlHostile, ReadsDeepTablesAndLists) {
  EXPECT_EQ(outcome(times("<table><tr><td>a<td>", 300) + times("<p>b", 100'000)), "");
  EXPECT_EQ(outcome(times("<ul><li>a", 400)), "");
  EXPECT_EQ(outcome("<ol reversed>" + times("<li>", 100'000)), "");
  EXPECT_EQ(outcome(times("<table><caption>", 200) + times("<td>x", 100'000)), "");
}

}  // namespace
}  // namespace ibid
