// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/schema.h"

namespace ibid {

std::vector<SchemaRow> schema_rows() {
  using namespace schema;
  const auto prefix = [](char c) { return std::string(1, c); };
  const auto slot = [](std::uint32_t s) { return std::to_string(s); };
  return {
      {"file", kManifestFile, "format version, analyzer, program, and the live build"},
      {"file", kLockFile, "locked by the one writer while it works"},
      {"file", kAliasFile, "the editor's own aliases; searches read it if it is present"},
      {"file", std::string(kDatabasePrefix) + "<build>", "the Xapian glass database of a build"},
      {"file", std::string(kDatabasePrefix) + "<build>…" + kUnfinishedSuffix, "a build at work"},
      {"file", std::string(kDatabasePrefix) + "<build>/" + kPlacesFile,
       "the position of each word of the build's passages"},
      {"file", std::string(kDatabasePrefix) + "<build>/" + kSumsFile,
       "checksums of the database's tables, a block at a time"},
      {"term prefix", "(none)",
       "surface form of a word of the passage; the only one with positions"},
      {"term prefix", prefix(kFormStem), "English stem; Korean word without particles or endings"},
      {"term prefix", prefix(kFormBigram), "two adjacent syllables of a Korean word"},
      {"term prefix", prefix(kFormGram), "four adjacent letters of a Latin word"},
      {"term prefix", prefix(kFormDesignator), "letters and digits joined: s400"},
      {"term prefix", prefix(kFigure), "figure: exact value and unit: 11000, 26.3%, 5000000USD"},
      {"term prefix", prefix(kFieldHeading) + "…", "the same for the section headings above"},
      {"term prefix", prefix(kFieldTitle) + "…", "the same for the report's title"},
      {"term prefix", prefix(kFieldEntity) + "…", "the same for the glossary entry's heading"},
      {"term prefix", prefix(kPassageId), "passage id"},
      {"term prefix", prefix(kReportId), "report id"},
      {"term prefix", prefix(kTextHash),
       "first 12 hex digits of the SHA-256 of the passage's text"},
      {"term prefix", prefix(kCites), "source the passage cites"},
      {"term prefix", prefix(kLists), "source the source-list entry describes"},
      {"term prefix", prefix(kAlias),
       "name in one script, TAB, the same in the other: a glossary pair of the passage"},
      {"term prefix", prefix(kTextLength),
       "length of the document, for terms of the text that its list leaves out"},
      {"term prefix", prefix(kResembles), "words in common with near-duplicates, hashed"},
      {"term prefix", prefix(kSentence), "words of a sentence that cites a source, hashed"},
      {"term prefix", kLanguage, "language of the passage: en, ko, und"},
      {"term prefix", kKind, "summary, body, conclusion, glossary, source"},
      {"term prefix", kCollection, "collection of the report, folded"},
      {"term prefix", kTag, "tag of the report, folded"},
      {"term prefix", kCitesAny, "cites at least one source"},
      {"term prefix", kCitesNone, "cites none (source-list entries have neither)"},
      {"value slot", slot(kSlotDate), "date of the report, YYYYMMDD"},
      {"value slot", slot(kSlotOrder),
       "report id, NUL, position in the report (4 bytes big-endian)"},
      {"value slot", slot(kSlotSources), "cited sources, NUL between"},
      {"value slot", slot(kSlotLanguage), "language of the passage"},
      {"value slot", slot(kSlotSection), "title of the top-level section"},
      {"value slot", slot(kSlotFigures), "amounts, percentages and years of the passage, packed"},
      {"value slot", slot(kSlotPlaces), "position of each word, for passages added to a build"},
      {"value slot", slot(kSlotCollection), "collection of the report"},
      {"value slot", slot(kSlotTags), "tags of the report, NUL between"},
      {"metadata key", kMetaGeneration, "decimal; goes up with each commit"},
      {"metadata key", kMetaReports, "decimal; how many reports there are"},
      {"metadata key", kMetaPlaces, "decimal; how many documents the file of positions covers"},
      {"metadata key", kMetaExactLists,
       "decimal; last document whose list of terms holds exact values only"},
      {"metadata key", std::string(kMetaGone) + "<first>",
       "last document of a range of those that was deleted"},
      {"metadata key", std::string(kMetaReport) + "<id>",
       "record of a report, its outline included"},
      {"metadata key", std::string(kMetaFile) + "<id>",
       "path, size, times and SHA-256 of its file; a key to what is given by hand"},
      {"metadata key", std::string(kMetaAlias) + "<word>",
       "names that begin with the word, each with its names in the other language"},
  };
}

}  // namespace ibid
