// SPDX-License-Identifier: GPL-2.0-or-later
//
// The tree of the skeleton against gumbo's tree of the page itself: the same texts in the same
// order, within the same blocks.
#include "corpus/html/tree/html_tree.h"

#include <gtest/gtest.h>
#include <gumbo.h>

#include <random>
#include <string>

#include "tests/corpus/html/html_samples.h"

namespace ibid {
namespace {

bool is_left_out(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
      return true;
    default:
      return false;
  }
}

bool is_told(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
      return true;
    default:
      return false;
  }
}

void add_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (!html::is_white(c) && c != '\0') out += c;
  }
}

// A block that holds no text is not told: both ends of it are taken back.
void add_end(std::string& out, std::size_t begin, const std::string& start) {
  if (out.size() == begin + start.size()) {
    out.resize(begin);
  } else {
    out += "}";
  }
}

void by_gumbo(const GumboNode* node, std::string& out) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
    return add_text(out, node->v.text.text);
  }
  if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return;
  const GumboTag tag = node->v.element.tag;
  if (is_left_out(tag)) return;
  const std::string start = std::string("{") + gumbo_normalized_tagname(tag) + " ";
  const std::size_t begin = out.size();
  if (is_told(tag)) out += start;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    by_gumbo(static_cast<const GumboNode*>(children.data[i]), out);
  }
  if (is_told(tag)) add_end(out, begin, start);
}

std::string outline_by_gumbo(const std::string& html) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  std::string out;
  by_gumbo(output->root, out);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return out;
}

void by_us(html::Page& page, std::uint32_t node, std::string& out) {
  const html::Node& at = page.nodes[node];
  if (at.is_text()) return add_text(out, page.text(node, SIZE_MAX / 4));
  const std::string start = std::string("{") + gumbo_normalized_tagname(at.tag) + " ";
  const std::size_t begin = out.size();
  if (is_told(at.tag)) out += start;
  for (std::uint32_t i = node + 1; i < at.end; i = page.nodes[i].end) by_us(page, i, out);
  if (is_told(at.tag)) add_end(out, begin, start);
}

std::string outline_by_us(const std::string& html) {
  html::Page page(html, false, 1000);
  std::string out;
  by_us(page, 0, out);
  return out;
}

TEST(HtmlTree, IsThatOfGumboForBrokenPages) {
  for (const std::string& html : testing::html_samples()) {
    EXPECT_EQ(outline_by_us(html), outline_by_gumbo(html)) << html;
  }
}

// Tags in any order. Formatting elements are left to the samples: gumbo clones them, and blocks
// that are clones hold the same text.
TEST(HtmlTree, IsThatOfGumboForAnyOrderOfTags) {
  static constexpr const char* kPieces[] = {
      "<p>",           "</p>",       "<div>",    "</div>", "<ul>",   "</ul>",  "<li>",
      "</li>",         "<table>",    "</table>", "<tr>",   "</tr>",  "<td>",   "</td>",
      "<th>",          "<tbody>",    "</span>",  "<span>", "<h1>",   "</h1>",  "<h2>",
      "</h2>",         "글 ",        "text",     " ",      "\n",     "&amp;",  "<br>",
      "<hr>",          "<!-- x -->", "<dl>",     "<dt>",   "<dd>",   "</dl>",  "<blockquote>",
      "</blockquote>", "<x-y>",      "</x-y>",   "<img>",  "<pre>",  "</pre>", "<section>",
      "</section>",    "<caption>",  "<sup>",    "</sup>", "<form>", "</form>"};
  std::mt19937 random(22);
  for (int i = 0; i < 3000; ++i) {
    std::string html;
    const std::size_t pieces = 1 + random() % 25;
    for (std::size_t k = 0; k < pieces; ++k) html += kPieces[random() % std::size(kPieces)];
    ASSERT_EQ(outline_by_us(html), outline_by_gumbo(html)) << html;
  }
}

}  // namespace
}  // namespace ibid
