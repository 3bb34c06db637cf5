// SPDX-License-Identifier: GPL-2.0-or-later
//
// The beginning and end of every JSON line, and the JSON of plain values: ranges, paths, problems.
// docs/output-format.md is the contract: change both together.
#pragma once

#include <string>
#include <string_view>

#include "corpus/problem.h"
#include "corpus/report/report.h"
#include "search/render/json_sink.h"
#include "search/render/json_text.h"

namespace ibid {

inline constexpr unsigned kJsonSchemaVersion = 2;

// {"type":…,"schema_version":1}; the caller adds the line's own members.
Json json_line_head(std::string_view type);
void put_json_line_head(JsonSink& out, std::string_view type);

// One line with its line end. Bytes that are not UTF-8 become U+FFFD. Controls that a terminal
// would obey are written as \u escapes, so that the line is safe to look at and means the same.
std::string dump_json_line(const Json& value);

Json json_range(ByteRange range);
void put_json_range(JsonSink& out, ByteRange range);
Json json_problem(const Problem& problem);

// Adds "path" and, if its bytes are not UTF-8, also "path_bytes", all of them in hex.
void add_json_path(Json& object, std::string_view path);
void put_json_path(JsonSink& out, std::string_view path);

}  // namespace ibid
