// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/search_asked.h"

#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {
namespace {

// Beside the parameters of the API: pages fold near copies unless they are asked not to, and cut
// long passages.
constexpr std::size_t kSnippetColumns = 400;

std::vector<Facet> shown_facets() {
  std::vector<Facet> facets;
  for (const FilterKind& kind : filter_kinds()) {
    if (kind.facet) facets.push_back(*kind.facet);
  }
  return facets;
}

}  // namespace

SearchAsked asked_of(const PageVisit& visit) {
  SearchAsked asked;
  Parameters parameters(visit.request().query);
  asked.typed = asked_query(parameters);
  asked.filters = filters_of(visit.request().query);
  asked.query = query_with(asked.typed, asked.filters);
  SearchOptions& options = asked.options;
  options.limit = parameters.count("limit", 1, 100).value_or(kHitsOfPage);
  options.offset = parameters.count("offset", 0, kMostOffset).value_or(0);
  options.sort = parameters.choice<Sort>("sort", Sort::kScore,
                                         {{"score", Sort::kScore},
                                          {"date", Sort::kDate},
                                          {"report", Sort::kReport},
                                          {"seen", Sort::kFirstSeen}});
  options.since = parameters.count("since", 0, kMostGeneration);
  options.alike = parameters.flag("fold", true) ? Alike::kFold : Alike::kList;
  options.explain = parameters.flag("explain") ? Explain::kYes : Explain::kNo;
  options.names = visit.names();
  options.names.aliases = asked_names(parameters).aliases;
  options.facets = shown_facets();
  options.snippet_columns = kSnippetColumns;
  return asked;
}

HttpFields kept_fields(const PageVisit& visit) {
  return fields_without(visit.request().query, {"offset", "explain", "all"});
}

}  // namespace ibid
