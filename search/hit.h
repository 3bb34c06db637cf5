// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a search answers: passages with their provenance. Plain values, no Xapian.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/report.h"
#include "search/selectors.h"

namespace ibid {

struct SectionRef {
  std::string number;  // as written; empty for an unnumbered heading
  std::string title;
  std::string entity_type;
};

struct ReportRef {
  std::string id, title, publisher, date, url, path, sha256;
  Encoding encoding = Encoding::kUtf8;  // of the file
};

// A passage as the index holds it.
struct StoredPassage {
  std::string id;  // "<report>#<locator>.<ordinal>"
  std::string permalink;
  PassageKind kind = PassageKind::kBody;
  std::string language;
  std::vector<SectionRef> section;  // from the top-level section down; empty before any heading
  std::uint32_t ordinal = 1;
  std::uint32_t sequence = 0;  // 0-based in its report
  std::string text;
  ByteRange bytes;  // in the file
  std::vector<TextRun> runs;
  std::vector<ByteRange> sentences;  // of text
  std::vector<Citation> citations;
  ReportRef report;
};

// How one word of the query met one hit.
struct TermMatch {
  std::string query_word;  // as typed
  std::string term;        // the form that matched, for people ("푸틴", "defens")
  std::string form;        // "exact", "stem", "particle-stripped", "bigram", "designator", "title",
                           // "heading", "wildcard", "phrase", "alias", …
  double score = 0;        // its share; the shares of a hit add up to its score
};

// A name in the passage, or the index, that is another name for words of the query.
struct AliasMatch {
  std::string query_word;  // as typed
  std::string alias;
  bool operator==(const AliasMatch&) const = default;
};

// The passage's place in its file, and on the web (see anchors.h).
struct Anchors {
  Selectors selectors;
  std::string link;  // empty where the report has no URL, or no link leads there
};

struct Hit {
  std::uint64_t rank = 0;  // 1-based, counting from the first hit whatever the offset
  double score = 0;
  StoredPassage passage;
  std::vector<ByteRange> highlights;  // of passage.text; ascending, no overlap
  std::vector<ByteRange> snippet;   // of passage.text: the best part(s) of a long passage, at word
                                    // edges; one whole range for a short one
  bool stale = false;               // the file is gone or its bytes are no longer those indexed
  std::vector<AliasMatch> aliases;  // in the order of the query
  std::vector<TermMatch> matches;   // filled with SearchOptions::explain
  std::optional<Anchors> anchors;   // left empty by a search; see AnchorReader
};

enum class Sort : std::uint8_t { kScore, kDate, kReport };  // kDate: newest first
// kDate: by month.
enum class Facet : std::uint8_t { kSource, kLanguage, kReport, kSection, kDate };
const char* to_string(Facet facet);

struct FacetCount {
  std::string value;
  std::uint64_t count = 0;
};

struct IndexState {
  std::uint64_t generation = 0;  // goes up with each committed change
  std::uint64_t passages = 0;
  std::uint64_t reports = 0;
};

enum class QuerySyntax : std::uint8_t { kFull, kPlain };  // kPlain: no operators, all words
enum class Aliases : std::uint8_t { kNo, kYes };          // kNo: words are taken as typed
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
  Aliases aliases = Aliases::kYes;
  // An editor's aliases instead of the aliases.toml in the index directory; empty: that one, where
  // it is there.
  std::string alias_file;
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

struct SearchResult {
  std::string query;                 // as typed
  std::string parsed;                // as understood, see to_string(QueryNode)
  std::vector<std::string> ignored;  // what was passed over or bounded, a sentence each
  std::vector<AliasMatch> names;     // other names of the query's that the index holds
  IndexState index;
  std::uint64_t matches = 0;  // passages that match
  bool matches_exact = true;  // false: `matches` is an estimate
  std::vector<Hit> hits;
  std::optional<std::string> suggestion;  // the query with misspelt words replaced
  // In the order asked; most frequent first.
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets;
};

}  // namespace ibid
