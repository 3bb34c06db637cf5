// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is on disk, defined once: every prefix, slot, key, version and limit of the index. Writer
// and reader both include this file; `ibid info --schema` is made from schema_rows().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ibid::schema {

// Goes up when an older program could not read, or would misread, what a newer one writes.
inline constexpr std::uint64_t kFormatVersion = 9;
// Older formats from this one on are read, too, and become the newest with the next update.
inline constexpr std::uint64_t kOldestFormatVersion = 5;

// An index is only searched with the analyzer that made it.
inline constexpr char kAnalyzer[] = "ibid-en-ko/5";

// ---- files of an index directory ------------------------------------------------------
inline constexpr char kManifestFile[] = "ibid.json";  // names the live database; replaced by rename
inline constexpr char kLockFile[] = "ibid.lock";      // flock(2)ed by the one writer
inline constexpr char kAliasFile[] = "aliases.toml";  // the editor's aliases; only ever read
inline constexpr char kStreamsFolder[] = "streams";   // reports that came through a pipe
inline constexpr char kDatabasePrefix[] = "passages.";  // + build number: a Xapian glass database
inline constexpr char kPlacesFile[] = "places";  // in a database's folder; see position_file.h
inline constexpr char kSumsFile[] = "sums";      // in a database's folder; see block_sums.h
// Names the live database for Xapian's servers; only in an index that is made for nodes.
inline constexpr char kStubFile[] = "passages.stub";
inline constexpr char kUnfinishedSuffix[] = ".unfinished";  // of a database still being built

// ---- terms ----------------------------------------------------------------------------
// A text term is [field] [form] text. Folded text never begins with A-Z, so no two kinds collide.
inline constexpr char kFieldHeading = 'H';  // section headings above the passage
inline constexpr char kFieldTitle = 'T';    // report title
inline constexpr char kFieldEntity = 'E';   // glossary heading the passage defines
// Form: none for the surface form (the only one whose positions are kept), else:
inline constexpr char kFormStem = 'Z';    // English stem, Korean word without particles, verb
inline constexpr char kFormBigram = 'B';  // two adjacent syllables of a Korean word
inline constexpr char kFormGram = 'G';    // four adjacent letters of a Latin word
// The same that too many passages of a build have (lists_letters()): one passage, the first, stands
// for all, and the passages of the build are not listed under kFormGram.
inline constexpr char kFormFrequentGram = 'J';
inline constexpr char kFormDesignator = 'D';  // "s400" for S-400, S400, S 400
// True if queries read the list of the passages that have four letters, if so many of all have
// them: reading many postings takes time, and what so many passages have says nothing.
constexpr bool lists_letters(std::uint64_t having, std::uint64_t passages) {
  constexpr std::uint64_t kShare = 50, kAlways = 2000;
  return having <= kAlways || having <= passages / kShare;
}
// Quantities of the body: + exact value + unit, see quantity_terms.h.
inline constexpr char kFigure = 'N';
inline constexpr char kFigureAnyUnit = '*';  // in place of the unit: there is one, whichever it is
// Exact values, wdf 0:
inline constexpr char kPassageId = 'Q';
inline constexpr char kReportId = 'R';
inline constexpr char kTextHash = 'P';  // + text_hash() of the passage, as permalinks carry it
inline constexpr char kCites = 'C';     // + source id the passage cites
inline constexpr char kLists = 'S';     // + source id a source-list entry describes
// A glossary pair that the passage or its headings hold: 'A' alias_key TAB the other name as
// written; one term each way.
inline constexpr char kAlias = 'A';
inline constexpr char kAliasSeparator = '\t';
inline constexpr char kResembles = 'M';  // + a text of resemblance_terms (shingles.h)
inline constexpr char kSentence = 'Y';   // + sentence_term of a sentence that cites a source
// In an index for nodes only: + one entry of kSlotFigures without its NUL.
inline constexpr char kFigureEntry = 'V';
inline constexpr char kLanguage[] = "Xlang:";          // + "en" | "ko" | "und"
inline constexpr char kKind[] = "Xkind:";              // + to_string(PassageKind)
inline constexpr char kCollection[] = "Xcollection:";  // + folded name; given by hand
inline constexpr char kTag[] = "Xtag:";                // likewise
inline constexpr char kCitesAny[] = "Xcites:any";
inline constexpr char kCitesNone[] = "Xcites:none";  // never on source-list entries

// In documents whose list of terms holds the exact values only (kMetaExactLists): represents the
// terms of the text, which are most of all terms; wdf is the document's length.
inline constexpr char kTextLength = 'L';

// ---- value slots ----------------------------------------------------------------------
inline constexpr std::uint32_t kSlotDate = 0;     // "20240627"; missing if there is no date
inline constexpr std::uint32_t kSlotOrder = 1;    // see order_value.h
inline constexpr std::uint32_t kSlotSources = 2;  // distinct cited sources, NUL between
inline constexpr std::uint32_t kSlotLanguage = 3;
inline constexpr std::uint32_t kSlotSection = 4;  // title of the top-level section
inline constexpr std::uint32_t kSlotFigures = 5;  // amounts, percents, years; see quantity_terms.h
// The position of each word, see word_positions.h; for passages that kPlacesFile does not cover.
inline constexpr std::uint32_t kSlotPlaces = 6;
inline constexpr std::uint32_t kSlotCollection = 7;  // as given; missing if there is none
inline constexpr std::uint32_t kSlotTags = 8;        // as given, NUL between; likewise

// The generation in which the passage was first seen, see first_seen.h; missing if it was seen
// before there was this slot (format 7 and older).
inline constexpr std::uint32_t kSlotFirstSeen = 9;

// In an index for nodes only, since Xapian's servers know no key of several values; see
// node_values.h.
inline constexpr std::uint32_t kSlotReport = 10;
inline constexpr std::uint32_t kSlotNewest = 11;

// ---- metadata keys --------------------------------------------------------------------
inline constexpr char kMetaGeneration[] = "generation";  // decimal; goes up with each commit
// + generation, ten digits: when it was committed, decimal, seconds since 1970 (UTC).
inline constexpr char kMetaTime[] = "time:";
inline constexpr char kMetaReports[] = "reports";  // decimal: how many reports there are
inline constexpr char kMetaReport[] = "report:";   // + report id: report record
inline constexpr char kMetaFile[] = "file:";       // + report id: file record
// + report id: what a reader made of a file of another format than text, a sealed record
// (record_bytes.h) of extracted_record.h.
inline constexpr char kMetaText[] = "text:";
inline constexpr char kMetaPlaces[] = "places";  // decimal: documents in kPlacesFile; none: no file
// Decimal: the last document with kTextLength; no key: no document has it.
inline constexpr char kMetaExactLists[] = "exact-lists";
// + first document of a range, ten digits: the last one. Documents with kTextLength that were
// deleted: they are empty but keep their docids, since the postings of their text are still there.
inline constexpr char kMetaGone[] = "gone:";
// + first word of an alias_key: rows of alias_key TAB other name (TAB other name …) LF
inline constexpr char kMetaAlias[] = "alias:";

// In an index for nodes only: kNodeLayout, a space, the analyzer.
inline constexpr char kMetaNodes[] = "nodes";
inline constexpr char kNodeLayout[] = "1";  // of what is only in an index for nodes

// ---- limits ---------------------------------------------------------------------------
inline constexpr std::size_t kMaxTermBytes = 200;  // glass takes 245 of a term; fields need a few
inline constexpr std::size_t kMaxFormBytes = 64;   // of a form's text; longer words are cut
inline constexpr std::size_t kMaxFigures = 64;     // different ones in kSlotFigures, the first ones

}  // namespace ibid::schema

namespace ibid {

struct SchemaRow {
  std::string where;  // "term prefix", "value slot", "metadata key", "file"
  std::string key;    // "Z", "0", "generation", "ibid.json"
  std::string meaning;
};
std::vector<SchemaRow> schema_rows();  // all of the above, for `ibid info --schema`

}  // namespace ibid
