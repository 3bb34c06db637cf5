// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/find_questions.h"

#include <fmt/core.h>

#include "search/render/wording.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

std::vector<Facet> asked_facets(Parameters& parameters) {
  Parameters::Choices<Facet> all;
  for (const Facet facet : {Facet::kSource, Facet::kPublisher, Facet::kLanguage, Facet::kReport,
                            Facet::kSection, Facet::kDate, Facet::kCollection, Facet::kTag}) {
    all.emplace_back(to_string(facet), facet);
  }
  std::vector<Facet> out;
  for (const std::string& word : parameters.words("facets")) {
    out.push_back(Parameters::of_word("facets", word, all));
  }
  return out;
}

Explain asked_explain(Parameters& parameters) {
  return parameters.flag("explain") ? Explain::kYes : Explain::kNo;
}

}  // namespace

std::optional<std::uint64_t> asked_generation(Parameters& parameters) {
  return parameters.count("generation", 0, UINT64_MAX);
}

void expect_generation(std::optional<std::uint64_t> asked, std::uint64_t now) {
  if (!asked || *asked == now) return;
  throw ProblemError({.kind = HttpProblem::Kind::kGenerationChanged,
                      .detail = fmt::format("the index has generation {} now, not {}; ask again "
                                            "without generation",
                                            now, *asked),
                      .parameter = "generation",
                      .generation = now});
}

std::string asked_query(Parameters& parameters) { return parameters.text("q", kMostQueryBytes); }

QueryAliases asked_names(Parameters& parameters) {
  return {parameters.flag("literal") ? Aliases::kNo : Aliases::kYes, {}};
}

SearchQuestion search_question(Parameters& parameters) {
  SearchQuestion out;
  out.query = parameters.needed_text("q", kMostQueryBytes);
  SearchOptions& options = out.options;
  options.limit = parameters.count("limit", 0, kMostHits).value_or(options.limit);
  options.offset = parameters.count("offset", 0, kMostOffset).value_or(0);
  options.sort = parameters.choice<Sort>("sort", Sort::kScore,
                                         {{"score", Sort::kScore},
                                          {"date", Sort::kDate},
                                          {"report", Sort::kReport},
                                          {"seen", Sort::kFirstSeen}});
  options.since = parameters.count("since", 0, kMostGeneration);
  options.facets = asked_facets(parameters);
  options.alike = parameters.flag("fold") ? Alike::kFold : Alike::kList;
  options.explain = asked_explain(parameters);
  options.names = asked_names(parameters);
  options.snippet_columns = parameters.count("snippet", 0, kMostSnippetColumns).value_or(0);
  if (options.limit == 0) options.exact_matches = UINT64_MAX;  // only the count is wanted
  out.selectors = parameters.flag("selectors");
  out.generation = asked_generation(parameters);
  return out;
}

SimilarQuestion similar_question(Parameters& parameters, std::string_view id) {
  SimilarQuestion out;
  const PassageRef ref = passage_named(id);
  out.id = passage_id(ref.report, ref.locator, ref.ordinal);
  out.options.limit = parameters.count("limit", 1, kMostHits).value_or(out.options.limit);
  out.options.explain = asked_explain(parameters);
  out.options.snippet_columns = parameters.count("snippet", 0, kMostSnippetColumns).value_or(0);
  out.generation = asked_generation(parameters);
  return out;
}

PassageQuestion passage_question(Parameters& parameters, std::string_view id) {
  PassageQuestion out;
  out.ref = passage_named(id);
  out.around = parameters.count("around", 0, kMostAround).value_or(1);
  out.generation = asked_generation(parameters);
  return out;
}

std::string report_named(std::string_view text) {
  const auto ref = text.size() > kMostIdBytes ? std::nullopt : parse_passage_ref(text);
  return ref && ref->locator.empty() ? ref->report : std::string(text);
}

PassageRef passage_named(std::string_view text) {
  auto ref = text.size() > kMostIdBytes ? std::nullopt : parse_passage_ref(text);
  if (ref && ref->ordinal != 0) return *std::move(ref);
  Parameters::refuse(
      "id", fmt::format(
                "id: \"{}\" is not a passage id; those are like report#7-2.1 (%23 for # in a URL)",
                quoted_excerpt(text)));
}

std::vector<PassageRef> passages_named(Parameters& parameters) {
  std::vector<PassageRef> out;
  for (const std::string& text : parameters.texts("id", kMostIdBytes, kMostNamed)) {
    out.push_back(passage_named(text));
  }
  return out;
}

PassageRef permalink_named(std::string_view text) {
  auto ref = text.size() > kMostIdBytes ? std::nullopt : parse_passage_ref(text);
  if (ref && !ref->hash.empty()) return *std::move(ref);
  Parameters::refuse("permalink",
                     fmt::format("permalink: \"{}\" is not a permalink; those are like "
                                 "report#7-2.1@3f9a12c40b77 (%23 for # in a URL)",
                                 quoted_excerpt(text)));
}

}  // namespace ibid
