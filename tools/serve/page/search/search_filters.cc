// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/search_filters.h"

#include <algorithm>

#include "search/query/query.h"
#include "tools/serve/page/page_address.h"
#include "tools/serve/page/search/search_words.h"

namespace ibid {
namespace {

bool takes_ranges(const FilterKind& kind) { return kind.name == "date"; }

std::string clause_of(const Filter& filter) {
  const bool plain =
      takes_ranges(*filter.kind) && filter.value.find_first_of(" \"()") == std::string::npos;
  return std::string(filter.kind->field) + ":" +
         (plain ? filter.value : quoted_value((filter.kind->whole ? "=" : "") + filter.value));
}

// Words of headings go with a whole title: they narrow the search within it.
bool is_replaced(const std::vector<Filter>& filters, const QueryNode& clause) {
  if (clause.field == Field::kSection && !clause.whole) return false;
  return std::ranges::any_of(
      filters, [&](const Filter& filter) { return filter.kind->field == to_string(clause.field); });
}

// The query without its own clauses of fields that filters have: of the same field twice, a passage
// needs only one, so that a choice beside it would find more instead of less.
std::string without_chosen_fields(std::string_view query, const std::vector<Filter>& filters) {
  std::string out(query);
  try {
    const ParsedQuery parsed = parse_query(query);
    for (auto at = parsed.root->clauses.rbegin(); at != parsed.root->clauses.rend(); ++at) {
      const QueryNode& node = *at->node;
      if (node.type != QueryNode::Type::kField || at->occur == Occur::kMustNot) continue;
      if (!is_replaced(filters, node)) continue;
      std::size_t begin = node.range.begin;
      if (begin > 0 && out[begin - 1] == '+') --begin;
      out.replace(begin, node.range.end - begin, "");
    }
  } catch (const QueryError&) {
    // The search says what is wrong.
  }
  return out;
}

std::string_view first_of(const HttpFields& query, std::string_view name) {
  const auto found = std::ranges::find(query, name, &HttpFields::value_type::first);
  return found == query.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

const std::vector<FilterKind>& filter_kinds() {
  static const std::vector<FilterKind> kKinds = {
      {"source", "cites", search_words::kFacetSource, Facet::kSource},
      {"publisher", "publisher", search_words::kFacetPublisher, Facet::kPublisher, true},
      {"report", "report", search_words::kFacetReport, Facet::kReport},
      {"section", "section", search_words::kFacetSection, Facet::kSection, true},
      {"date", "date", search_words::kFacetMonth, Facet::kDate},
      {"language", "lang", search_words::kFacetLanguage, Facet::kLanguage},
      {"collection", "collection", search_words::kFacetCollection, Facet::kCollection},
      {"tag", "tag", search_words::kFacetTag, Facet::kTag},
      {"kind", "kind", search_words::kFacetKind, {}}};
  return kKinds;
}

std::vector<Filter> filters_of(const HttpFields& query) {
  std::vector<Filter> out;
  const auto add = [&](const FilterKind& kind, const std::string& value) {
    if (value.empty() || value.size() > kMostFilterBytes || out.size() == kMostFilters) return;
    const bool known = std::ranges::any_of(
        out, [&](const Filter& other) { return other.kind == &kind && other.value == value; });
    if (!known) out.push_back({&kind, value});
  };
  for (const FilterKind& kind : filter_kinds()) {
    for (const auto& [name, value] : query) {
      if (name == kind.name) add(kind, value);
    }
    const std::string_view from = first_of(query, "from"), to = first_of(query, "to");
    if (kind.name == "date" && !(from.empty() && to.empty())) {
      add(kind, std::string(from) + ".." + std::string(to));
    }
  }
  return out;
}

std::string query_with(std::string_view query, const std::vector<Filter>& filters) {
  if (filters.empty()) return std::string(query);
  std::string out = without_chosen_fields(query, filters);
  while (out.ends_with(' ')) out.pop_back();
  for (const FilterKind& kind : filter_kinds()) {
    for (const Filter& filter : filters) {
      if (filter.kind != &kind) continue;
      if (!out.empty()) out += ' ';
      out += clause_of(filter);
    }
  }
  return out;
}

HttpFields without_filter(const HttpFields& query, const Filter& filter) {
  HttpFields out = fields_without(query, filter.kind->name, filter.value);
  return out.size() == query.size() ? fields_without(query, {"from", "to"}) : out;
}

}  // namespace ibid
