// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers as text for people: value -> text. Prints nothing, knows no terminal: the caller says how
// wide it is and whether it takes colour. All text from outside is escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "search/passages/hit.h"
#include "search/passages/outline.h"
#include "search/passages/similar.h"
#include "search/render/text_page.h"

namespace ibid {

// kSnippet: a hit takes eight lines at most if there is nothing special to say of it: the best part
// of its passage, the first source. kFull: all of it, with the bytes of the file.
enum class Extent : std::uint8_t { kSnippet, kFull };

inline constexpr std::size_t kSnippetLines = 3;
// SearchOptions::snippet_columns that fill these lines on a page of so many columns.
std::size_t snippet_columns(std::size_t columns);

struct SearchTextOptions {
  TextLayout layout;
  Extent extent = Extent::kSnippet;
  Explain explain = Explain::kNo;
};

// What is to be said of the answer besides its hits, a sentence each: SearchResult::ignored, and
// how many passages without a date are left out. Not escaped.
std::vector<std::string> notes_of(const SearchResult& result);

std::string search_text(const SearchResult& result, const SearchTextOptions& options);
std::string similar_text(const SimilarResult& result, const SearchTextOptions& options);
std::string passage_text(const PassageInContext& passage, const TextLayout& layout);
std::string outline_text(const ReportOutline& outline, const TextLayout& layout);

}  // namespace ibid
