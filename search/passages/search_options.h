// SPDX-License-Identifier: GPL-2.0-or-later
//
// How a search is to be done: how many hits, in which order, with what of each. Plain values, no
// Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/passages/query_aliases.h"

namespace ibid {

enum class Sort : std::uint8_t { kScore, kDate, kReport };  // kDate: newest first
// kDate counts by month.
enum class Facet : std::uint8_t { kSource, kLanguage, kReport, kSection, kDate };
const char* to_string(Facet facet);

enum class QuerySyntax : std::uint8_t { kFull, kPlain };  // kPlain: no operators, all words
enum class Explain : std::uint8_t { kNo, kYes };
// What is read of each hit: its id and score; also the passage; also highlights, snippet,
// freshness.
enum class Detail : std::uint8_t { kId, kPassage, kAll };

struct SearchOptions {
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;
  Sort sort = Sort::kScore;
  QuerySyntax syntax = QuerySyntax::kFull;
  Explain explain = Explain::kNo;
  QueryAliases names;
  Detail detail = Detail::kAll;
  // Matches are counted exactly up to this, and beyond it for most queries that are words only; for
  // others they are estimated then.
  std::uint64_t exact_matches = 10'000;
  std::vector<Facet> facets;          // with any, all matches are counted exactly
  std::size_t snippet_columns = 400;  // display columns a snippet may take
  // That rank words and phrases together, up to 4; 1: only the caller's. 0: as many as have an idle
  // processor, where the query is large enough for that to pay.
  std::size_t threads = 0;
};

}  // namespace ibid
