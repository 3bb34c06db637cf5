// SPDX-License-Identifier: GPL-2.0-or-later
//
// The options of a search: how many hits, in which order, with how much detail. Plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "search/passages/query_aliases.h"

namespace ibid {

// kDate: newest first. kFirstSeen: those first that the index has had for the shortest time, of one
// generation newest reports first.
enum class Sort : std::uint8_t { kScore, kDate, kReport, kFirstSeen };
// kDate counts by month.
// kSection: the title of the top-level section. kPublisher: of the sources that the passage cites.
enum class Facet : std::uint8_t {
  kSource,
  kPublisher,
  kLanguage,
  kReport,
  kSection,
  kDate,
  kCollection,
  kTag
};
const char* to_string(Facet facet);

enum class QuerySyntax : std::uint8_t { kFull, kPlain };  // kPlain: no operators, words only
enum class Explain : std::uint8_t { kNo, kYes };
// What is read for each hit: its id and score; also the passage; also highlights, snippet and
// freshness.
enum class Detail : std::uint8_t { kId, kPassage, kAll };

// kFold: a hit that says nearly the same as one before it (search/match/near_copies.h) is named by
// that one, not listed. Hits are compared within the first 50, the next 50 and so on, so that pages
// and limits agree.
enum class Alike : std::uint8_t { kList, kFold };

struct SearchOptions {
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;  // hits to skip, by their ranks: folded ones have ranks, too
  Sort sort = Sort::kScore;
  // Only passages that were first seen after this generation of the index. Those of which that is
  // not known (of an index older than format 8) are older than all.
  std::optional<std::uint64_t> since = {};
  Alike alike = Alike::kList;
  QuerySyntax syntax = QuerySyntax::kFull;
  Explain explain = Explain::kNo;
  QueryAliases names;
  Detail detail = Detail::kAll;
  // Matches are counted exactly up to this number. Beyond it they are estimated, except for most
  // queries that are words only: those are still counted.
  std::uint64_t exact_matches = 10'000;
  std::vector<Facet> facets;          // with any, all matches are counted exactly
  std::size_t snippet_columns = 400;  // display columns a snippet may take; 0: none is made
  // Threads that rank words and phrases together, up to 4; 1: only the caller's. 0: as many as have
  // an idle processor, if the query is large enough to gain from them.
  std::size_t threads = 0;
};

}  // namespace ibid
