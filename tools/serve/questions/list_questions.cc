// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/list_questions.h"

#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"

namespace ibid {

ReportsQuestion reports_question(Parameters& parameters) {
  ReportsQuestion out;
  out.query = asked_query(parameters);
  out.names = asked_names(parameters);
  out.generation = asked_generation(parameters);
  return out;
}

ReportQuestion report_question(Parameters& parameters) {
  ReportQuestion out;
  out.left_out = parameters.flag("all") ? LeftOut::kShown : LeftOut::kHidden;
  out.why = parameters.flag("why");
  out.generation = asked_generation(parameters);
  if (out.why && out.left_out == LeftOut::kShown) {
    Parameters::refuse("why", "why and all exclude each other");
  }
  return out;
}

SourcesQuestion sources_question(Parameters& parameters) {
  SourcesQuestion out;
  out.query = asked_query(parameters);
  out.options.sort = parameters.choice<SourceSort>(
      "sort", SourceSort::kCount,
      {{"count", SourceSort::kCount}, {"id", SourceSort::kId}, {"date", SourceSort::kDate}});
  out.options.limit = parameters.count("limit", 1, kMostSources).value_or(kMostSources);
  out.options.names = asked_names(parameters);
  out.generation = asked_generation(parameters);
  return out;
}

ResolveQuestion resolve_question(Parameters& parameters) {
  ResolveQuestion out;
  for (const std::string& text : parameters.texts("permalink", kMostIdBytes, kMostNamed)) {
    out.permalinks.push_back(permalink_named(text));
  }
  if (out.permalinks.empty()) Parameters::refuse("permalink", "permalink is missing or empty");
  const std::string cited = parameters.text("cited", kMostCitedBytes);
  if (cited.empty()) return out;
  if (out.permalinks.size() > 1) Parameters::refuse("cited", "cited goes with one permalink");
  out.cited = cited;
  return out;
}

}  // namespace ibid
