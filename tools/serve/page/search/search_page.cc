// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/search_page.h"

#include "search/hits/searcher.h"
#include "search/render/passage_lines.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/search/certificate.h"
#include "tools/serve/page/search/facet_list.h"
#include "tools/serve/page/search/hit_list.h"
#include "tools/serve/page/search/month_bars.h"
#include "tools/serve/page/search/search_asked.h"
#include "tools/serve/page/search/search_words.h"

namespace ibid {
namespace {

void write_count(HtmlWriter& html, const PageVisit& visit, const SearchResult& result) {
  html.open("p", {{"role", "status"}});
  html.element("strong",
               result.matches_exact
                   ? visit.count(result.matches, search_words::kMatch, search_words::kMatches)
                   : visit.say(search_words::kAbout, grouped(result.matches)));
  if (!result.hits.empty() && result.hits.size() < result.matches) {
    html.text(" · " + visit.say(search_words::kShown, grouped(result.hits.front().rank),
                                grouped(result.hits.back().rank)));
  }
  html.close();
}

// Of a query with other words. Choices beside it stay.
std::string address_of(const PageVisit& visit, const std::string& query) {
  HttpFields fields = {{"q", query}};
  for (const auto& field : fields_without(kept_fields(visit), {"q"})) fields.push_back(field);
  return visit.address("/", fields);
}

// That only passages of later generations are shown, and the way to all.
void write_since(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked) {
  if (!asked.options.since) return;
  html.open("p").text(visit.say(search_words::kOnlySince, grouped(*asked.options.since)) + " ");
  html.link(visit.address("/", fields_without(kept_fields(visit), {"since"})),
            visit.say(search_words::kNotOnlySince));
  html.close();
}

// What the answer says of how the query was read.
void write_notes(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked,
                 const SearchResult& result) {
  if (result.suggestion) {
    html.open("p").text(visit.say(search_words::kDidYouMean) + ": ");
    html.link(visit.address("/", {{"q", *result.suggestion}}), *result.suggestion).close();
  }
  if (asked.options.explain == Explain::kYes) {
    html.open("p", {{"class", "small"}}).text(visit.say(search_words::kUnderstood) + ": ");
    html.element("code", result.parsed).close();
  }
  std::vector<std::string> notes = result.ignored;
  if (!result.index.complete) notes.push_back(missing_nodes_text(result.index));
  for (const std::string& note : notes) {
    html.open("p", {{"class", "small warning"}}).text(visit.say(search_words::kNote) + ": ");
    html.element("span", {visit.lang_of(note)}, note).close();
  }
  if (!result.names.empty()) {
    html.open("p", {{"class", "small faint"}}).text(visit.say(search_words::kAlsoFound) + ": ");
    bool first = true;
    for (const AliasMatch& name : result.names) {
      html.text((first ? "" : " · ") + name.query_word + " → " + name.alias);
      first = false;
    }
    html.close();
  }
  if (result.undated_passages > 0) {
    html.open("p", {{"class", "small faint"}});
    html.text(visit.say(search_words::kUndated,
                        visit.count(result.undated_passages, words::kPassage, words::kPassages)));
    html.text(" (").link(address_of(visit, asked.typed + " date:none"),
                         visit.say(search_words::kShowUndated));
    html.text(")").close();
  }
}

void write_choice(HtmlWriter& html, const std::string& address, const std::string& words,
                  bool chosen) {
  html.open("li");
  if (chosen) {
    html.element("strong", {{"aria-current", "true"}}, words);
  } else {
    html.link(address, words);
  }
  html.close();
}

void write_order(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked) {
  html.open("ul", {{"class", "actions"}, {"aria-label", visit.say(search_words::kOrder)}});
  const std::tuple<const char*, Sort, const Wording&> orders[] = {
      {"score", Sort::kScore, search_words::kByScore},
      {"date", Sort::kDate, search_words::kByDate},
      {"report", Sort::kReport, search_words::kByReport},
      {"seen", Sort::kFirstSeen, search_words::kBySeen}};
  const HttpFields kept = fields_without(kept_fields(visit), {"sort"});
  for (const auto& [name, sort, words] : orders) {
    const HttpFields fields = sort == Sort::kScore ? kept : fields_with(kept, "sort", name);
    write_choice(html, visit.address("/", fields), visit.say(words), asked.options.sort == sort);
  }
  const HttpFields folding = fields_without(kept_fields(visit), {"fold"});
  const bool folds = asked.options.alike == Alike::kFold;
  write_choice(html, visit.address("/", folds ? fields_with(folding, "fold", "no") : folding),
               visit.say(folds ? search_words::kListCopies : search_words::kFoldCopies), false);
  html.close();
}

// Folded hits have ranks, too: the next page begins behind the last rank shown. Where the one
// before began is known only if none was folded before it, so its link goes back by a page.
void write_pages(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked,
                 const SearchResult& result) {
  std::uint64_t last = asked.options.offset;
  for (const Hit& hit : result.hits) last = std::max<std::uint64_t>(last, hit.rank);
  const bool more = !result.hits.empty() && last < result.matches;
  if (asked.options.offset == 0 && !more) return;
  html.open("nav", {{"class", "pages"}, {"aria-label", visit.say(search_words::kPageLinks)}});
  if (const std::uint64_t offset = asked.options.offset; offset > 0) {
    const std::uint64_t before = offset - std::min(offset, asked.options.limit);
    HttpFields fields = kept_fields(visit);
    if (before > 0) fields.emplace_back("offset", std::to_string(before));
    html.link(visit.address("/", fields), "← " + visit.say(search_words::kPrevious),
              {{"rel", "prev"}});
  }
  if (more) {
    const HttpFields fields = fields_with(kept_fields(visit), "offset", std::to_string(last));
    html.link(visit.address("/", fields), visit.say(search_words::kNext) + " →", {{"rel", "next"}});
  }
  html.close();
}

// The same answer for other programs; a bookmark of the page is a saved search.
void write_same_question(HtmlWriter& html, const SearchAsked& asked, const PageVisit& visit) {
  html.open("ul", {{"class", "actions no-print"}});
  html.element("li", {{"class", "faint"}}, visit.say(search_words::kSameQuestion));
  const HttpFields query = {{"q", asked.query}};
  html.open("li")
      .link(visit.feed_address(asked.query, asked.options.names.aliases), visit.say(words::kFeed))
      .close();
  html.open("li").link(page_address("/v1/search", query), "JSON").close();
  const std::pair<const char*, const char*> formats[] = {
      {"csv", "CSV"}, {"bibtex", "BibTeX"}, {"ris", "RIS"}, {"csl-json", "CSL-JSON"}};
  for (const auto& [format, name] : formats) {
    html.open("li");
    html.link(page_address("/v1/export", fields_with(query, "format", format)), name).close();
  }
  html.close();
}

void write_answer(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked,
                  const SearchResult& result) {
  html.open("div", {{"class", "columns"}}).open("div");
  html.element("h1", {{"class", "hush"}}, visit.say(search_words::kResultsFor, asked.query));
  html.add(chosen_filters(visit, asked));
  write_since(html, visit, asked);
  if (result.matches > 0) write_count(html, visit, result);
  write_notes(html, visit, asked, result);
  if (result.matches == 0) {
    html.add(nothing_found(visit, asked, result)).close().close();
    return;
  }
  for (const auto& [facet, counts] : result.facets) {
    if (facet == Facet::kDate) html.add(month_bars(visit, counts, kept_fields(visit)));
  }
  html.open("p", {{"class", "to-side small"}});
  html.link("#filters", visit.say(search_words::kFilters)).close();
  write_order(html, visit, asked);
  html.add(hit_list(visit, asked, result));
  write_pages(html, visit, asked, result);
  write_same_question(html, asked, visit);
  html.close().add(facet_list(visit, asked, result)).close();
}

HttpResponse start_page(const PageVisit& visit) {
  const IndexInfo info = visit.index().info();
  HtmlWriter html;
  html.element("h1", visit.say(search_words::kStartTitle))
      .element("p", visit.say(search_words::kStartLine));
  html.open("p");
  html.text(visit.say(words::kOf, visit.count(info.passages, words::kPassage, words::kPassages),
                      visit.count(info.reports, words::kReport, words::kReportCount)));
  html.text(" · ").link(visit.address("/sources"),
                        visit.say(search_words::kSourceCount, grouped(info.sources)));
  if (!info.first_date.empty()) {
    html.text(" · " + visit.say(search_words::kDates, info.first_date, info.last_date));
  }
  html.close();
  html.element("h2", visit.say(search_words::kTry)).open("ul");
  for (const char* example :
       {"\"no limits\"", "러시아 NEAR/8 협정", "cites:none", "lang:ko", "amount:$1bn.."}) {
    html.open("li").link(visit.address("/", {{"q", example}}), example).close();
  }
  html.close();
  html.open("p").link(visit.address("/help") + "#query", visit.say(words::kHowToAsk)).close();
  PageLayout layout;
  layout.place = PagePlace::kSearch;
  layout.index = IndexState{info.generation, info.passages, info.reports};
  return page_response(visit, layout, html.take());
}

// Values of one kind are alternatives: what else can be chosen is counted as if none of its kind
// were.
void count_alternatives(Searcher& searcher, const SearchAsked& asked, SearchResult& result) {
  for (auto& [facet, counts] : result.facets) {
    std::vector<Filter> others;
    for (const Filter& filter : asked.filters) {
      if (filter.kind->facet != facet) others.push_back(filter);
    }
    const std::string query = query_with(asked.typed, others);
    if (others.size() == asked.filters.size() || query.empty()) continue;
    SearchOptions options;
    options.limit = 0;
    options.names = asked.options.names;
    options.facets = {facet};
    options.since = asked.options.since;
    const SearchResult wider = searcher.search(query, options);
    if (!wider.facets.empty()) counts = wider.facets.front().second;
  }
}

// What is chosen stays chosen for another query from the box.
HttpFields fields_of_box(const PageVisit& visit) {
  return fields_without(kept_fields(visit), {"q", "lang"});
}

// The feed of the query, and what is new since this page was made: this page again, narrowed.
void offer_news(const PageVisit& visit, const SearchAsked& asked, std::uint64_t generation,
                PageLayout& layout) {
  layout.feed = visit.feed_address(asked.query, asked.options.names.aliases);
  HttpFields count = {{"q", asked.query}, {"limit", "0"}, {"since", std::to_string(generation)}};
  if (asked.options.names.aliases == Aliases::kNo) count.emplace_back("literal", "yes");
  layout.count_new = page_address("/v1/search", count);
  const HttpFields kept = fields_without(kept_fields(visit), {"since"});
  layout.show_new = visit.address("/", fields_with(kept, "since", std::to_string(generation)));
}

HttpResponse search_page(const PageVisit& visit) {
  const SearchAsked asked = asked_of(visit);
  if (asked.nothing()) return start_page(visit);
  Searcher searcher(visit.index());
  SearchResult result = searcher.search(asked.query, asked.options);
  count_alternatives(searcher, asked, result);
  HtmlWriter html;
  write_answer(html, visit, asked, result);
  PageLayout layout;
  layout.place = PagePlace::kSearch;
  layout.title = asked.query;
  layout.query = asked.typed;
  layout.search_fields = fields_of_box(visit);
  layout.sheet = visit.say(words::kSheet) + ": " + asked.query;
  layout.index = result.index;
  offer_news(visit, asked, result.index.generation, layout);
  return page_response(visit, layout, html.take());
}

}  // namespace

PageRoutes search_pages() { return {{"/", search_page}}; }

}  // namespace ibid
