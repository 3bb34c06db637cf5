// SPDX-License-Identifier: GPL-2.0-or-later
//
// The JSON objects that passages, reports and citations become, the same in every line that shows
// one. docs/output-format.md is the contract; a change here is a change there.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/problem.h"
#include "search/hit.h"
#include "search/looked_at.h"

namespace ibid {

inline constexpr int kJsonSchemaVersion = 1;

using Json = nlohmann::ordered_json;

// {"type":…,"schema_version":1}, to which the line's own members are added.
Json json_line_head(std::string_view type);

// One line with its line end. Bytes that are no UTF-8 become U+FFFD. Controls that a terminal would
// obey are written as \u escapes, so that the line is safe to look at and means the same.
std::string dump_json_line(const Json& value);

// The same of valid JSON text of several lines.
std::string escape_json_controls(std::string_view json);

Json json_range(ByteRange range);
Json json_section(const SectionRef& section);
Json json_passage(const StoredPassage& passage);
Json json_report(const ReportRef& report);
Json json_citations(const std::vector<Citation>& citations);
// W3C selectors, each with its type.
Json json_selectors(const Selectors& selectors);
// Adds "selectors" and "link"; nothing where there are no anchors.
void add_json_anchors(Json& line, const std::optional<Anchors>& anchors);
// Adds "reports", "passages", "undated", "first_date", "last_date".
void add_json_looked_at(Json& object, const LookedAt& looked_at);
Json json_problem(const Problem& problem);
const char* form_name(Citation::Form form);  // "id", "malformed", "other"

// Adds "path", and where its bytes are no UTF-8 also "path_bytes", all of them in hex.
void add_json_path(Json& object, std::string_view path);

// 17.204518… -> 17.2045: enough to tell hits apart, the same text on every machine.
double rounded_score(double score);

}  // namespace ibid
