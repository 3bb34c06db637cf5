// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index knows of sources: the list of all, and the card of one. Plain values.
//
// A source is what passages cite and source lists describe. How it is written identifies it: an id
// ("go-public-web-eng-…"), an id that breaks the grammar, or words or a URL. A list entry without
// an id describes its URL, or its title if passages cite the title and not the URL.
//
// A passage or sentence rests on a source if it cites no other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/report/report.h"
#include "corpus/report/source_id.h"
#include "search/passages/file_lines.h"
#include "search/passages/hit.h"
#include "search/passages/query_aliases.h"

namespace ibid {

struct SourceTitle {
  std::string title;
  std::uint64_t listings = 0;  // list entries that give it
  bool operator==(const SourceTitle&) const = default;
};

struct SourceSummary {
  std::string source;
  Citation::Form form = Citation::Form::kId;
  // As lists give them, the most frequent first, ties by bytes; spellings that differ only in case,
  // spaces and punctuation count as one. Two or more are a finding: one id under two titles.
  std::vector<SourceTitle> titles;
  std::string publisher;              // the first that a list gives, in the order of report ids
  std::string url;                    // likewise
  std::string author, date;           // likewise, as ListedSource has them
  std::string language, kind;         // of a well-formed id: "eng", "web"; else empty
  std::uint64_t passages = 0;         // that cite it
  std::uint64_t reports = 0;          // that cite it
  std::uint64_t listings = 0;         // source-list entries that describe it
  std::string first_date, last_date;  // of the reports that cite it; empty if none has a date
};

// Whether the source has the finding "one id under two titles".
inline bool has_two_titles(const SourceSummary& source) {
  return source.form != Citation::Form::kOther && source.titles.size() > 1;
}

// kCount: cited by most passages first. kDate: cited last first. Ties by source.
enum class SourceSort : std::uint8_t { kCount, kId, kDate };

struct SourceOptions {
  SourceSort sort = SourceSort::kCount;
  QueryAliases names;                // of a query
  std::uint64_t limit = UINT64_MAX;  // sources to list
};

struct SourceList {
  std::string query, parsed;         // empty without a query
  std::vector<std::string> ignored;  // see SearchResult
  IndexState index;
  std::uint64_t matches = 0;  // passages searched: those that match, or all
  std::uint64_t citing = 0;   // of them, those that cite a source
  std::vector<SourceSummary> sources;
  std::uint64_t left_out = 0;  // sources beyond SourceOptions::limit
};

// An entry of a source list.
struct SourceListing {
  std::string source;
  StoredPassage passage;
  std::string title, publisher, url, author = {}, date = {};
  std::optional<LineLocation> place = {};  // left empty by SourceReader; see PlaceReader
};

struct CitingSentence {
  std::uint32_t number = 1;  // 1-based, in its passage
  ByteRange text;            // of the passage's text
  ByteRange bytes;           // of the file
  bool rests = false;        // it cites no other source
};

struct CitingPassage {
  StoredPassage passage;
  std::vector<CitingSentence> sentences;   // those that cite the source; ascending
  bool rests = false;                      // the passage cites no other source
  std::optional<LineLocation> place = {};  // as SourceListing has it
};

// Another source, cited in the same passage.
struct SourceBeside {
  std::string source;
  Citation::Form form = Citation::Form::kId;
  std::string title;            // as a list gives it, or empty
  std::uint64_t passages = 0;   // that cite both
  std::uint64_t sentences = 0;  // that cite both
};

// What a report loses if the source is withdrawn.
struct ReportShare {
  ReportInfo report;
  std::uint64_t passages = 0;          // of the report, without entries of its source list
  std::uint64_t cited_passages = 0;    // of them, those that cite any source
  std::uint64_t citing_passages = 0;   // that cite this one
  std::uint64_t resting_passages = 0;  // that rest on it
  std::uint64_t citing_sentences = 0;
  std::uint64_t resting_sentences = 0;
};

struct SourceCard {
  SourceSummary summary;
  // Of a card of several sources, asked for by words, which summary.source then has: each of them,
  // cited by most passages first, then by source. Empty for one source.
  std::vector<SourceSummary> members;
  std::optional<SourceId> parts;      // of a well-formed id
  std::vector<std::string> siblings;  // other chunks of it that are cited or listed; ascending
  std::vector<SourceListing> listings;
  std::vector<CitingPassage> passages;
  std::vector<SourceBeside> beside;  // most passages first
  std::vector<ReportShare> shares;   // the reports that cite it
  // Listings, passages and shares are in order of report date, oldest first, then report id, then
  // order in the file.
};

// Two of SourcesTogether::sources, by index; a < b.
struct CitedTogether {
  std::size_t a = 0, b = 0;
  std::uint64_t passages = 0;  // that cite both; never 0
  bool operator==(const CitedTogether&) const = default;
};

struct SourcesTogether {
  IndexState index;
  std::vector<SourceSummary> sources;  // cited by most passages first, ties by source
  std::vector<CitedTogether> pairs;    // most passages first, then by a and b
  std::uint64_t left_out = 0;          // cited sources that are not among them
};

}  // namespace ibid
