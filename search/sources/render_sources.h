// SPDX-License-Identifier: GPL-2.0-or-later
//
// The list of sources and the card of one source, as text for people, JSON lines
// (docs/output-format.md) and CSV. Values -> text; prints nothing.
#pragma once

#include <string>

#include "search/render/text_page.h"
#include "search/sources/sources.h"

namespace ibid {

std::string sources_text(const SourceList& list, const TextLayout& layout);
std::string source_card_text(const SourceCard& card, const TextLayout& layout);

// A "query" line if there was a query, a "source" line for each source, a "sources" line.
std::string sources_json_lines(const SourceList& list);
// One "source" line.
std::string source_json_line(const SourceSummary& source);
// A "source" line with the id's parts, then "listing", "citing", "beside" and "share" lines.
std::string source_card_json_lines(const SourceCard& card);

// A header, then a row for each source; see csv.h.
std::string sources_csv(const SourceList& list);

}  // namespace ibid
