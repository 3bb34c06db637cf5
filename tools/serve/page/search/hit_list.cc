// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/hit_list.h"

#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/page/search/form_words.h"
#include "tools/serve/page/search/search_words.h"

namespace ibid {
namespace {

constexpr std::size_t kMostSources = 3;  // of one hit; the passage's page has all
constexpr std::size_t kMostCopies = 20;

// The passage's page marks the words of the query, too.
std::string hit_address(const PageVisit& visit, const SearchAsked& asked,
                        const std::string& permalink) {
  return visit.address("/passage/" + permalink, {{"q", asked.query}});
}

void write_sources(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage) {
  const std::vector<CitedOnce> sources = cited_once(passage.citations);
  if (sources.empty()) {
    html.element("p", {{"class", "where"}}, visit.say(search_words::kCitesNone));
    return;
  }
  html.open("p", {{"class", "where"}}).text(visit.say(search_words::kCites) + ": ");
  for (std::size_t i = 0; i < sources.size() && i < kMostSources; ++i) {
    if (i > 0) html.text(" · ");
    write_source(html, visit, passage, sources[i]);
  }
  if (sources.size() > kMostSources) {
    html.text(" " + visit.say(search_words::kMoreSources, sources.size() - kMostSources));
  }
  html.close();
}

void write_copies(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked,
                  const Hit& hit) {
  if (hit.alike.empty()) return;
  html.open("details", {{"class", "small"}});
  html.element("summary",
               visit.count(hit.alike.size(), search_words::kOneCopy, search_words::kCopies));
  html.open("ul");
  for (std::size_t i = 0; i < hit.alike.size() && i < kMostCopies; ++i) {
    html.open("li").link(hit_address(visit, asked, hit.alike[i]), hit.alike[i]).close();
  }
  html.close().close();
}

void write_why(HtmlWriter& html, const PageVisit& visit, const Hit& hit) {
  html.open("details", {{"open", ""}, {"class", "small"}});
  html.element("summary", visit.say(search_words::kWhyTitle, fmt::format("{:.2f}", hit.score)));
  // Keys scroll it where it is wider than the window.
  html.open("div", {{"class", "table"}, {"tabindex", "0"}}).open("table").open("thead").open("tr");
  for (const Wording* head :
       {&search_words::kWord, &search_words::kFoundAs, &search_words::kForm}) {
    html.element("th", {{"scope", "col"}}, visit.say(*head));
  }
  html.element("th", {{"scope", "col"}, {"class", "number"}}, visit.say(search_words::kShare));
  html.close().close().open("tbody");
  for (const TermMatch& match : hit.matches) {
    html.open("tr").element("th", {{"scope", "row"}}, match.query_word);
    html.element("td", match.term)
        .element("td", {{"class", "form"}}, form_words(visit, match.form));
    html.element("td", {{"class", "number"}}, fmt::format("{:.2f}", match.score)).close();
  }
  html.close().close().close().close();
}

void write_actions(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked,
                   const Hit& hit) {
  html.open("ul", {{"class", "actions"}});
  html.open("li").link(visit.place_address(hit.passage.id), visit.say(search_words::kInReport),
                       {{"data-open", ""}});
  html.close();
  if (asked.options.explain == Explain::kNo) {
    HttpFields fields = fields_without(visit.request().query, {"explain"});
    fields.emplace_back("explain", "1");
    html.open("li").link(visit.address("/", fields) + "#hit-" + std::to_string(hit.rank),
                         visit.say(search_words::kWhy));
    html.close();
  }
  html.close();
}

void write_hit(HtmlWriter& html, const PageVisit& visit, const SearchAsked& asked, const Hit& hit) {
  const StoredPassage& passage = hit.passage;
  html.open("li", {{"id", "hit-" + std::to_string(hit.rank)},
                   {"data-stop", ""},
                   exact("data-permalink", passage.permalink),
                   exact("data-cite", citation_line(passage))});
  const std::string& title = title_of(passage.report);
  html.open("h2", {visit.lang_of(title)});
  html.link(hit_address(visit, asked, passage.permalink), title).close();
  write_where(html, visit, passage);
  html.open("p", {{"class", "passage"}, {"dir", "auto"}, lang_of(visit, passage)});
  write_snippet(html, hit);
  html.close();
  write_sources(html, visit, passage);
  if (hit.stale) html.element("p", {{"class", "small warning"}}, visit.say(part_words::kStale));
  write_copies(html, visit, asked, hit);
  if (asked.options.explain == Explain::kYes) write_why(html, visit, hit);
  write_actions(html, visit, asked, hit);
  html.close();
}

}  // namespace

Html hit_list(const PageVisit& visit, const SearchAsked& asked, const SearchResult& result) {
  HtmlWriter html;
  const std::uint64_t first = result.hits.empty() ? 1 : result.hits.front().rank;
  html.open("ol", {{"class", "hits"}, {"start", std::to_string(first)}});
  for (const Hit& hit : result.hits) write_hit(html, visit, asked, hit);
  html.close();
  return html.take();
}

}  // namespace ibid
