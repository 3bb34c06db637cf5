// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of text answers that tell of one passage: a hit in few lines or in full, its sources,
// where it is. Internal to the text renderers of this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/hits/render_text.h"

namespace ibid {

// How this passage differs from an English one in a report's body: "glossary · ko".
std::string kind_text(const StoredPassage& passage);

struct CitedSource {
  std::string source;
  Citation::Form form = Citation::Form::kId;
  std::vector<std::uint32_t> sentences;
};

// Each source once, in the order of first citation.
std::vector<CitedSource> cited_sources(const std::vector<Citation>& citations);

// Each with its sentences, or that there is none.
void add_sources(Page& page, std::size_t indent, const StoredPassage& passage);
// The id to cite it by.
void add_permalink(Page& page, std::size_t indent, const StoredPassage& passage);
void add_link(Page& page, std::size_t indent, const std::optional<Anchors>& anchors);
void add_stale(Page& page, std::size_t indent);

void add_hit(Page& page, const Hit& hit, std::size_t indent, const SearchTextOptions& options);

}  // namespace ibid
