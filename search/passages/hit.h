// SPDX-License-Identifier: GPL-2.0-or-later
//
// The answer to a search: passages, why they were found, and the state of the index they come from.
// Plain values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/report/report.h"
#include "search/passages/file_lines.h"
#include "search/passages/node_state.h"
#include "search/passages/search_options.h"
#include "search/passages/selectors.h"
#include "search/passages/stored_passage.h"

namespace ibid {

// How one word of the query matched one hit.
struct TermMatch {
  std::string query_word;  // as typed
  std::string term;        // the form that matched, for people ("푸틴", "defens")
  std::string form;        // "exact", "stem", "particle-stripped", "bigram", "designator", "title",
                           // "heading", "wildcard", "phrase", "alias", …
  double score = 0;        // its share; the shares of a hit add up to its score
};

// kName: another name of the same thing. kSpelling: a word spelt alike, for one that the index does
// not have.
enum class AliasKind : std::uint8_t { kName, kSpelling };

// A name or word in the passage or the index that stands for words of the query.
struct AliasMatch {
  std::string query_word;  // as typed
  std::string alias;
  AliasKind kind = AliasKind::kName;
  bool operator==(const AliasMatch&) const = default;
};

// The passage's location in its file and on the web (see anchors.h).
struct Anchors {
  Selectors selectors;
  std::string link;  // empty if the report has no URL, or if no link can lead there
};

struct Hit {
  std::uint64_t rank = 0;  // 1-based, counting from the first hit whatever the offset
  double score = 0;
  StoredPassage passage;
  std::vector<ByteRange> highlights;  // of passage.text; ascending, no overlap
  std::vector<ByteRange> snippet;     // of passage.text: the best parts of a long passage, cut
                                      // between words; one range, the whole text, for a short one;
                                      // empty if none was asked for
  bool stale = false;                 // the file is missing or its bytes are not those indexed
  std::vector<AliasMatch> aliases;    // in the order of the query
  std::vector<TermMatch> matches;     // filled with SearchOptions::explain
  std::optional<Anchors> anchors;     // left empty by a search; see AnchorReader
  std::optional<LineLocation> place;  // likewise; see PlaceReader
  // With SearchOptions::since or Sort::kFirstSeen: the generation in which the passage was first
  // seen, and when that was made, in seconds since 1970; 0: not known.
  std::uint64_t first_seen = 0, first_seen_at = 0;
  // With SearchOptions::alike: permalinks of the later hits that say nearly the same and are not
  // listed, in their order.
  std::vector<std::string> alike;
};

struct FacetCount {
  std::string value;
  std::uint64_t count = 0;
  std::string words = {};  // of a source: its title, publisher and date, if a list gives them
};

struct IndexState {
  std::uint64_t generation = 0;  // goes up with each committed change
  std::uint64_t passages = 0;
  std::uint64_t reports = 0;
  // Of an index on several machines: these and the numbers above are of what answered; the
  // generation is the sum of those. Empty: the index is here.
  std::vector<NodeState> nodes = {};
  bool complete = true;  // all nodes answered
};

struct SearchResult {
  std::string query;                 // as typed
  std::string parsed;                // as understood, see to_string(QueryNode)
  std::vector<std::string> ignored;  // what was skipped or limited, a sentence each
  std::vector<AliasMatch> names;     // aliases of the query's words that the index holds
  IndexState index;
  std::uint64_t matches = 0;  // passages that match
  bool matches_exact = true;  // false: `matches` is an estimate
  std::vector<Hit> hits;
  // What a date: of the query leaves out only because its report has no date.
  std::uint64_t undated_passages = 0, undated_reports = 0;
  std::optional<std::string> suggestion;  // the query with misspelt words replaced
  // Facets in the order asked for; the values of each by descending count.
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets;
};

}  // namespace ibid
