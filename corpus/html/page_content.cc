// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/page_content.h"

#include <array>

#include "corpus/html/web_address.h"
#include "corpus/text/word_list.h"

namespace ibid::html {
namespace {

constexpr std::array kSourceListTitles = std::to_array<std::string_view>({
#include "corpus/word_lists/source_list_titles.inc"
});
constexpr std::size_t kLongestTitle = 60;  // bytes; of a heading above a list of sources

// A menu is at least this many links, and this part of its text is in them.
constexpr std::uint32_t kLinksOfMenu = 3;
constexpr double kLinkTextOfMenu = 0.7;
bool may_be_title(GumboTag tag) {
  return heading_level(tag) > 0 || tag == GUMBO_TAG_P || tag == GUMBO_TAG_DT ||
         tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_SUMMARY;
}

// "2. Sources:" is "sources".
bool is_source_list_title(std::string_view text) {
  const std::string lower = ascii_lower(text);
  std::string_view title = lower;
  const auto is_edge = [](char c) {
    return is_ascii_digit(c) || std::string_view(" .:)([]<>*-").find(c) != std::string_view::npos;
  };
  while (!title.empty() && is_edge(title.front())) title.remove_prefix(1);
  while (!title.empty() && is_edge(title.back())) title.remove_suffix(1);
  return is_one_of(title, kSourceListTitles);
}

bool is_inner(const Page& page, std::uint32_t link, std::string_view host) {
  const std::string_view href = page.written(link, "href").value_or("");
  // A table of contents leads to places in a text.
  if (href.empty() || href.find('#') != std::string_view::npos) return false;
  if (href.find(':') == std::string_view::npos && !href.starts_with("//")) return true;
  return !host.empty() && host_of(href) == host;
}

}  // namespace

bool is_menu(const Content& content) {
  return content.links >= kLinksOfMenu && 2 * content.inner_links >= content.links &&
         static_cast<double>(content.link_text) >=
             kLinkTextOfMenu * static_cast<double>(content.text);
}

SourceLists source_lists_of(Page& page) {
  const std::vector<Node>& nodes = page.nodes;
  SourceLists lists{std::vector<bool>(nodes.size()), std::vector<bool>(nodes.size())};
  int level = 0;  // of the last title; 0: none, 7: it was no heading
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const int heading = heading_level(nodes[i].tag);
    if (!nodes[i].is_text() && may_be_title(nodes[i].tag)) {
      // A title is at the top of few nodes; a text that is longer is not looked at to its end.
      const bool short_enough = nodes[i].end - i < 12;
      if (short_enough && is_source_list_title(page.text(i, kLongestTitle + 1))) {
        lists.title[i] = true;
        level = heading > 0 ? heading : 7;
      } else if (heading > 0 && heading <= level) {
        level = 0;
      }
    }
    lists.below[i] = level > 0;
  }
  return lists;
}

std::vector<Content> content_of(Page& page, const std::vector<Part>& parts,
                                const SourceLists& sources, std::string_view host) {
  const std::vector<Node>& nodes = page.nodes;
  std::vector<Content> all(nodes.size());
  std::vector<bool> out(nodes.size()), in_link(nodes.size());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const std::uint32_t parent = nodes[i].parent;
    if (parent != kNone) {
      out[i] = out[parent];
      in_link[i] = in_link[parent];
    }
    if (parts[i] != Part::kText) out[i] = true;
    if (nodes[i].tag == GUMBO_TAG_A) in_link[i] = true;
    if (out[i]) continue;
    Content& content = all[i];
    if (nodes[i].is_text()) {
      const TextRun& run = page.source.runs()[nodes[i].source];
      if (!run.white) content.text = trim(page.slice_of(run)).size();
      if (in_link[i]) content.link_text = content.text;
    } else if (nodes[i].tag == GUMBO_TAG_A) {
      content.links = 1;
      content.inner_links = is_inner(page, i, host) ? 1 : 0;
    } else if (nodes[i].tag == GUMBO_TAG_H1) {
      content.top_headings = 1;
    }
    if (sources.title[i]) ++content.source_lists;
  }
  for (std::uint32_t i = static_cast<std::uint32_t>(nodes.size()); i-- > 1;) {
    Content& parent = all[nodes[i].parent];
    const Content& child = all[i];
    parent.text += child.text;
    parent.link_text += child.link_text;
    parent.links += child.links;
    parent.inner_links += child.inner_links;
    parent.top_headings += child.top_headings;
    parent.source_lists += child.source_lists;
  }
  return all;
}

}  // namespace ibid::html
