// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much text, and how many links of which kind, each element of a page holds, and where its
// lists of sources are: what the rules of page_parts.h ask.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/html/tree/html_tree.h"

namespace ibid::html {

enum class Part : std::uint8_t { kText, kHidden, kDeleted, kNavigation };

// What is in an element, without hidden and left-out parts.
struct Content {
  std::uint64_t text = 0;       // bytes
  std::uint64_t link_text = 0;  // of them in links
  std::uint32_t links = 0;
  std::uint32_t inner_links = 0;  // to another page of the same site, as menus have
  std::uint32_t top_headings = 0;
  std::uint32_t source_lists = 0;  // titles of them
};

// A menu is at least three links, most of them within the site, with most of its text.
bool is_menu(const Content& content);

// For each node.
struct SourceLists {
  std::vector<bool> title;  // it is the title of a list of sources: "References", "참고 문헌"
  std::vector<bool> below;  // it is such a title or below it, as far as the title reaches
};
SourceLists source_lists_of(Page& page);

// For each node, without what is in parts that are left out. `host`: of the page, or empty.
std::vector<Content> content_of(Page& page, const std::vector<Part>& parts,
                                const SourceLists& sources, std::string_view host);

}  // namespace ibid::html
