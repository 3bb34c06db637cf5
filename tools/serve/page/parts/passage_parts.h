// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of a page that tell of one passage: where it is, what it says, what it cites. The same
// wherever a passage is shown.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "search/passages/hit.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// The report's title, or its id without one.
const std::string& title_of(const ReportInfo& report);
// "2 Trade › 2-1 Energy"; empty before any heading.
std::string section_words(const StoredPassage& passage);
// `lang` of the passage's text, if it is not the page's.
HtmlAttribute lang_of(const PageVisit& visit, const StoredPassage& passage);

// "2024-06-27 · Publisher · 2-1 Energy · p. 7 · summary": a <p class="where">.
void write_where(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage);

// The best parts of a hit, or its whole text if there are none, with its marks.
void write_snippet(HtmlWriter& html, const Hit& hit);

struct CitedOnce {
  std::string source;
  Citation::Form form = Citation::Form::kId;
};
// Each source once, in the order of first citation.
std::vector<CitedOnce> cited_once(const std::vector<Citation>& citations);

// A source in words, as a link to its page: title, publisher, date; else its id, words or address.
void write_source(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                  const CitedOnce& cited);

// "Author: Title (2024-06-27), section 2-1, https://…": for people to paste. One line of text.
std::string citation_line(const StoredPassage& passage);

}  // namespace ibid
