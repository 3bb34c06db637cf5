// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which parts of a page are its text, and which are around it or hidden. Each rule can be told in a
// sentence; docs/formats.md has them. No scores.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/html/page_content.h"
#include "corpus/html/page_notes.h"
#include "corpus/html/tree/html_tree.h"

namespace ibid::html {

// For each node; what is in a part that is left out says nothing of its own.
// `address`: where the page was, if it is known; links to the same host are of the same site.
std::vector<Part> parts_of(Page& page, const PageNotes& notes, std::string_view address);
// Only what is hidden: for HTML that is not a page.
std::vector<Part> hidden_parts_of(Page& page, const PageNotes& notes);

}  // namespace ibid::html
