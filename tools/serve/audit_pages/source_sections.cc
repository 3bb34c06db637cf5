// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/source_sections.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "search/audit/metrics.h"
#include "search/sources/source_reader.h"
#include "tools/serve/audit_pages/audit_words.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/plots/share_rows.h"
#include "tools/serve/plots/source_graph.h"
#include "tools/serve/plots/time_spans.h"

namespace ibid {
namespace {

constexpr std::size_t kLargest = 20, kInGraph = 20, kTogether = 60, kPairsInTable = 500;

std::string name_of(const SourceSummary& source) {
  const std::string title = source.titles.empty() ? "" : source.titles.front().title;
  const NamedSource named{source.source, title, source.publisher, source.date, source.url};
  const std::string told = told_of(&named);
  return told.empty() ? source.source : told;
}

void write_largest(HtmlWriter& html, const PageVisit& visit, const SourceList& list) {
  std::vector<ShareRow> rows;
  std::vector<TimeSpan> spans;
  HtmlWriter table;
  table.open("table");
  write_head_row(table, {visit.say(part_words::kSource), visit.say(part_words::kPassagesHead),
                         visit.say(audit_words::kShareOf), visit.say(audit_words::kReportsHead),
                         visit.say(audit_words::kCitedFrom), visit.say(audit_words::kCitedTo)});
  table.open("tbody");
  for (const SourceSummary& source : list.sources) {
    if (source.passages == 0) continue;
    const std::string name = name_of(source), address = visit.source_address(source.source);
    const double share = static_cast<double>(source.passages) /
                         static_cast<double>(std::max<std::uint64_t>(list.citing, 1));
    rows.push_back({name,
                    address,
                    {{"", source.passages, list.citing,
                      visit.say(audit_words::kShareWords, grouped(source.passages),
                                grouped(list.citing), percent_text(share))}}});
    spans.push_back({name, address, source.first_date, source.last_date,
                     visit.count(source.passages, words::kPassage, words::kPassages)});
    table.open("tr").open("th", {{"scope", "row"}});
    table.link(address, name, {visit.lang_of(name)}).close();
    write_number_cell(table, source.passages);
    table.element("td", {{"class", "number"}}, percent_text(share));
    write_number_cell(table, source.reports);
    table.element("td", source.first_date).element("td", source.last_date).close();
  }
  const Html shown = table.close().close().take();
  html.element("h2", visit.say(audit_words::kLargestSources));
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kLargestSourcesSays));
  write_plot(html, visit,
             share_rows_svg({"largest", visit.say(audit_words::kLargestSources),
                             visit.say(audit_words::kLargestSourcesSays)},
                            rows),
             shown);
  html.element("h2", visit.say(audit_words::kSpans));
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kSpansSays));
  write_plot(
      html, visit,
      time_spans_svg({"spans", visit.say(audit_words::kSpans), visit.say(audit_words::kSpansSays)},
                     spans),
      shown);
}

// Both sources, by the query that finds the passages.
std::string both_address(const PageVisit& visit, const SourceSummary& a, const SourceSummary& b) {
  const auto is_plain = [](const std::string& source) {
    return source.find_first_of(" \t\"()") == std::string::npos;
  };
  if (!is_plain(a.source) || !is_plain(b.source)) return visit.source_address(a.source);
  return visit.address("/", {{"q", "source:" + a.source + " AND source:" + b.source}});
}

// The sources of the pairs that most passages cite; those cited with no other say nothing here.
std::vector<std::size_t> paired_most(const SourcesTogether& together, std::size_t most) {
  std::set<std::size_t> nodes;
  for (const CitedTogether& pair : together.pairs) {
    const std::size_t more =
        (nodes.contains(pair.a) ? 0U : 1U) + (nodes.contains(pair.b) ? 0U : 1U);
    if (nodes.size() + more > most) continue;
    nodes.insert(pair.a);
    nodes.insert(pair.b);
  }
  return {nodes.begin(), nodes.end()};
}

SourceGraph graph_of(const PageVisit& visit, const SourcesTogether& together,
                     const std::vector<std::string>& names, const std::vector<std::size_t>& of) {
  SourceGraph graph;
  std::map<std::size_t, std::size_t> node_of;
  for (const std::size_t i : of) {
    const SourceSummary& source = together.sources[i];
    node_of[i] = graph.nodes.size();
    graph.nodes.push_back(
        {names[i],
         names[i] + ": " + visit.count(source.passages, words::kPassage, words::kPassages),
         visit.source_address(source.source), source.passages, i + 1});
  }
  for (const CitedTogether& pair : together.pairs) {
    const auto a = node_of.find(pair.a), b = node_of.find(pair.b);
    if (a == node_of.end() || b == node_of.end()) continue;
    graph.edges.push_back(
        {a->second, b->second, pair.passages,
         visit.say(audit_words::kBoth, names[pair.a] + " + " + names[pair.b],
                   visit.count(pair.passages, words::kPassage, words::kPassages)),
         both_address(visit, together.sources[pair.a], together.sources[pair.b])});
  }
  return graph;
}

Html pair_table(const PageVisit& visit, const SourcesTogether& together,
                const std::vector<std::string>& names) {
  HtmlWriter table;
  table.open("table");
  write_head_row(table,
                 {visit.say(audit_words::kFirstSource), visit.say(audit_words::kSecondSource),
                  visit.say(part_words::kPassagesHead)});
  table.open("tbody");
  for (std::size_t i = 0; i < std::min(together.pairs.size(), kPairsInTable); ++i) {
    const CitedTogether& pair = together.pairs[i];
    const auto cell = [&](std::size_t node) {
      table.open("td").text(std::to_string(node + 1) + " ");
      table.link(visit.source_address(together.sources[node].source), names[node],
                 {visit.lang_of(names[node])});
      table.close();
    };
    table.open("tr");
    cell(pair.a);
    cell(pair.b);
    table.open("td", {{"class", "number"}});
    table.link(both_address(visit, together.sources[pair.a], together.sources[pair.b]),
               grouped(pair.passages));
    table.close().close();
  }
  return table.close().close().take();
}

void write_together(HtmlWriter& html, const PageVisit& visit, const SourcesTogether& together) {
  const std::string title = visit.say(audit_words::kTogether);
  const std::string says = visit.say(audit_words::kTogetherSays, together.sources.size());
  html.element("h2", title).element("p", {{"class", "faint small"}}, says);
  if (together.pairs.empty()) {
    html.element("p", visit.say(audit_words::kNoneTogether));
    return;
  }
  std::vector<std::string> names;
  for (const SourceSummary& source : together.sources) names.push_back(name_of(source));
  write_plot(html, visit,
             source_graph_svg({"together", title, says},
                              graph_of(visit, together, names, paired_most(together, kInGraph))),
             pair_table(visit, together, names));
  std::vector<std::size_t> all(names.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  html.open("details").element("summary",
                               visit.say(audit_words::kAsMatrix, together.sources.size()));
  html.open("figure", {{"class", "chart-place"}});
  html.add(source_matrix_svg({"matrix", title, says}, graph_of(visit, together, names, all)));
  html.close().close();
}

}  // namespace

void write_sources(HtmlWriter& html, const PageVisit& visit, const AuditView& view) {
  SourceReader reader(visit.index());
  SourceOptions options;
  options.names = visit.names();
  options.limit = kLargest;
  const SourceList list = reader.list(view.query, options);
  if (list.citing == 0) return;
  write_largest(html, visit, list);
  write_together(html, visit, reader.together(kTogether));
}

}  // namespace ibid
