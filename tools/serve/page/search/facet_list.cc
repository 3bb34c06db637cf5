// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/facet_list.h"

#include <algorithm>

#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/page/search/search_words.h"

namespace ibid {
namespace {

constexpr std::size_t kShownValues = 6, kMostValues = 300;

std::string shown_value(const PageVisit& visit, std::string_view kind, const FacetCount& row,
                        const SearchResult* result) {
  if (!row.words.empty()) return row.words;
  if (kind == "language") {
    if (row.value == "en") return visit.say(search_words::kEnglish);
    if (row.value == "ko") return visit.say(search_words::kKorean);
    return visit.say(search_words::kOtherLanguage);
  }
  // The title of a report is known of hits only; its id says as much of the others.
  if (kind == "report" && result != nullptr) {
    for (const Hit& hit : result->hits) {
      if (hit.passage.report.id == row.value) return title_of(hit.passage.report);
    }
  }
  return row.value;
}

bool is_chosen(const SearchAsked& asked, const FilterKind& kind, const std::string& value) {
  return std::ranges::any_of(asked.filters, [&](const Filter& filter) {
    return filter.kind == &kind && filter.value == value;
  });
}

void write_value(HtmlWriter& html, const PageVisit& visit, const SearchResult& result,
                 const FilterKind& kind, const FacetCount& row) {
  const std::string shown = shown_value(visit, kind.name, row, &result);
  html.open("li");
  html.link(visit.address("/", fields_with(kept_fields(visit), kind.name, row.value)), shown,
            {visit.lang_of(shown)});
  html.text(" ").element("span", {{"class", "count"}}, grouped(row.count)).close();
}

void write_facet(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked,
                 const SearchResult& result, const FilterKind& kind,
                 const std::vector<FacetCount>& counts) {
  std::vector<const FacetCount*> open;
  for (const FacetCount& row : counts) {
    if (!is_chosen(asked, kind, row.value)) open.push_back(&row);
  }
  // One value, of all matches, narrows nothing.
  if (open.empty() || (open.size() == 1 && open.front()->count == result.matches)) return;
  const bool all = visit.field("all") == kind.name;
  const std::size_t shown = std::min(open.size(), all ? kMostValues : kShownValues);
  html.open("div", {{"class", "facet"}, {"id", "facet-" + std::string(kind.name)}});
  html.element("h3", visit.say(kind.words)).open("ul");
  for (std::size_t i = 0; i < shown; ++i) write_value(html, visit, result, kind, *open[i]);
  if (shown < open.size() && !all) {
    const HttpFields fields =
        fields_with(fields_without(visit.request().query, {"all", "explain"}), "all", kind.name);
    html.open("li").link(visit.address("/", fields) + "#facet-" + std::string(kind.name),
                         visit.say(search_words::kShowAll, grouped(open.size())));
    html.close();
  }
  html.close().close();
}

}  // namespace

Html chosen_filters(const PageVisit& visit, const SearchAsked& asked) {
  HtmlWriter html;
  if (asked.filters.empty()) return html.take();
  html.open("ul", {{"class", "chosen"}, {"aria-label", visit.say(search_words::kChosen)}});
  HttpFields none = kept_fields(visit);
  for (const Filter& filter : asked.filters) {
    const std::string name = visit.say(filter.kind->words);
    const std::string shown = shown_value(visit, filter.kind->name, {filter.value}, nullptr);
    const HttpFields without = without_filter(kept_fields(visit), filter);
    none = without_filter(none, filter);
    html.open("li").link(visit.address("/", without), name + ": " + shown + " ×",
                         {{"aria-label", visit.say(search_words::kRemove, name, shown)}});
    html.close();
  }
  if (asked.filters.size() > 1) {
    html.open("li").link(visit.address("/", none), visit.say(search_words::kRemoveAll)).close();
  }
  html.close();
  return html.take();
}

Html facet_list(const PageVisit& visit, const SearchAsked& asked, const SearchResult& result) {
  HtmlWriter html;
  html.open("aside", {{"class", "side"}, {"id", "filters"}, {"aria-labelledby", "filters-title"}});
  html.element("h2", {{"id", "filters-title"}}, visit.say(search_words::kFilters));
  for (const FilterKind& kind : filter_kinds()) {
    for (const auto& [facet, counts] : result.facets) {
      // Bars show the months.
      if (kind.facet == facet && facet != Facet::kDate) {
        write_facet(html, visit, asked, result, kind, counts);
      }
    }
  }
  html.close();
  return html.take();
}

}  // namespace ibid
