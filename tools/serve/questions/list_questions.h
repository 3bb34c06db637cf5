// SPDX-License-Identifier: GPL-2.0-or-later
//
// Questions for reports and sources, and for what has become of permalinks. As in
// find_questions.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/passages/outline.h"
#include "search/sources/sources.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {

// q, literal, generation.
struct ReportsQuestion {
  std::string query;  // empty: all reports
  QueryAliases names;
  std::optional<std::uint64_t> generation;
};
ReportsQuestion reports_question(Parameters& parameters);

// all, why, generation.
struct ReportQuestion {
  LeftOut left_out = LeftOut::kHidden;
  bool why = false;  // where title, date … come from, instead of the outline
  std::optional<std::uint64_t> generation;
};
ReportQuestion report_question(Parameters& parameters);

// q, sort, limit, literal, generation.
struct SourcesQuestion {
  std::string query;  // empty: all sources
  SourceOptions options;
  std::optional<std::uint64_t> generation;
};
SourcesQuestion sources_question(Parameters& parameters);

// permalink, once or more often; cited: the text that the one permalink was made from.
struct ResolveQuestion {
  std::vector<PassageRef> permalinks;
  std::optional<std::string> cited;
};
ResolveQuestion resolve_question(Parameters& parameters);

}  // namespace ibid
