// SPDX-License-Identifier: GPL-2.0-or-later
//
// The JSON objects of passages, reports and citations, the same in every line that has one.
// docs/output-format.md is the contract: change both together. json_… and add_json_… make values,
// put_json_… write the same into a sink.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/passages/coverage.h"
#include "search/passages/hit.h"
#include "search/render/json_lines.h"

namespace ibid {

// The "query" line: `text` as typed, `parsed` as understood, `ignored` as reported.
Json json_query_line(std::string_view text, std::string_view parsed,
                     const std::vector<std::string>& ignored, const IndexState& index);

// {"generation":…,"passages":…}
// Adds "complete" and "nodes" to a line, if the index is on several machines.
void add_json_nodes(Json& line, const IndexState& index);
Json json_index(const IndexState& index);
// null if the file is on another machine.
Json json_stale(bool stale, const ReportInfo& report);
Json json_section(const SectionTitle& section);
Json json_passage_name(const StoredPassage& passage);  // without its text
Json json_passage(const StoredPassage& passage);
void put_json_passage(JsonSink& out, const StoredPassage& passage);
Json json_report(const ReportInfo& report);
void put_json_report(JsonSink& out, const ReportInfo& report);
// With what is known of each source: "title", "publisher", "date", "url".
Json json_citations(const StoredPassage& passage);
void put_json_citations(JsonSink& out, const StoredPassage& passage);
Json json_citations(const std::vector<Citation>& citations, const std::vector<NamedSource>& sources,
                    const ReportInfo& report);
// Where the passage is: "bytes" of the file, or "text_bytes" of the extracted text and "anchor".
void add_json_place(Json& line, const StoredPassage& passage);
void put_json_place(JsonSink& out, const StoredPassage& passage);
// The same for a stretch of the passage, with its own place in the file, and boxes on a page: reads
// the extracted text from the index.
void add_json_span(Json& line, const StoredPassage& passage, ByteRange bytes);
// The same for a stretch of a report whose text is loaded; `document`: null if there is none.
void add_json_span(Json& line, const ReportInfo& report, const ExtractedFile* document,
                   ByteRange bytes);
// Adds "anchor", and "bytes" if that is one stretch of the file's bytes.
void add_json_parts(Json& line, const ReportExtraction& extraction,
                    const std::vector<PartRange>& places);
// The same for another stretch of a report: "bytes" or "text_bytes".
void add_json_bytes(Json& line, const ReportInfo& report, ByteRange bytes);
Json json_box(const PageBox& box);  // to a hundredth of a point
// W3C selectors, each with its type.
Json json_selectors(const Selectors& selectors);
// Adds "selectors" and "link"; nothing without anchors.
void add_json_anchors(Json& line, const std::optional<Anchors>& anchors);
// Adds "reports", "passages", "undated", "first_date", "last_date".
void add_json_coverage(Json& object, const AnswerCoverage& coverage);
const char* form_name(
    Citation::Form form);  // "id", "malformed", "other", "listed", "missing", "url"

// 17.204518… -> 17.2045: precise enough to distinguish hits, and the same text on every machine.
double rounded_score(double score);

}  // namespace ibid
