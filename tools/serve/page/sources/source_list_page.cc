// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/sources/source_list_page.h"

#include <algorithm>

#include "search/sources/source_reader.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/sources/sources_words.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {
namespace {

constexpr std::uint64_t kSourcesOfPage = 50;

struct ListAsked {
  std::string query;
  std::uint64_t offset = 0;
  SourceOptions options;
};

ListAsked list_asked(const PageVisit& visit) {
  Parameters parameters(visit.request().query);
  ListAsked asked;
  asked.query = asked_query(parameters);
  asked.offset = parameters.count("offset", 0, kMostOffset).value_or(0);
  asked.options.sort = parameters.choice<SourceSort>(
      "sort", SourceSort::kCount,
      {{"count", SourceSort::kCount}, {"id", SourceSort::kId}, {"date", SourceSort::kDate}});
  asked.options.names = visit.names();
  return asked;
}

void write_form(HtmlWriter& html, const PageVisit& visit, const ListAsked& asked) {
  html.open("form", {{"action", "/sources"}, {"method", "get"}, {"class", "fields no-print"}});
  html.open("span").element("label", {{"for", "of"}}, visit.say(sources_words::kOnlyOf)).text(" ");
  html.lone("input", {{"id", "of"}, {"name", "q"}, {"dir", "auto"}, exact("value", asked.query)});
  html.close();
  if (visit.chose_language()) {
    html.lone("input",
              {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
  }
  html.element("button", {{"type", "submit"}, {"class", "quiet"}}, visit.say(sources_words::kShow));
  html.close();
}

void write_order(HtmlWriter& html, const PageVisit& visit, const ListAsked& asked) {
  html.open("ul", {{"class", "actions"}, {"aria-label", visit.say(sources_words::kSortedBy)}});
  const std::tuple<const char*, SourceSort, const Wording&> orders[] = {
      {"count", SourceSort::kCount, sources_words::kMostCited},
      {"date", SourceSort::kDate, sources_words::kLastCited},
      {"id", SourceSort::kId, sources_words::kById}};
  const HttpFields kept = fields_without(visit.request().query, {"sort", "offset"});
  for (const auto& [name, sort, words] : orders) {
    html.open("li");
    if (asked.options.sort == sort) {
      html.element("strong", {{"aria-current", "true"}}, visit.say(words));
    } else {
      html.link(visit.address("/sources", fields_with(kept, "sort", name)), visit.say(words));
    }
    html.close();
  }
  html.close();
}

void write_row(HtmlWriter& html, const PageVisit& visit, const SourceSummary& source) {
  const std::string& shown = words_of(source);
  html.open("tr", {{"data-stop", ""}}).open("th", {{"scope", "row"}});
  html.link(visit.source_address(source.source), shown, {visit.lang_of(shown)});
  if (&shown != &source.source) {
    html.lone("br").element("code", {{"class", "faint"}}, source.source);
  }
  if (has_two_titles(source)) {
    html.text(" ").element("span", {{"class", "badge warning"}},
                           visit.say(sources_words::kTwoTitles));
  }
  html.close().element("td", {visit.lang_of(source.publisher)}, source.publisher);
  const std::pair<const Wording&, std::uint64_t> counts[] = {
      {sources_words::kPassagesColumn, source.passages},
      {sources_words::kReportsColumn, source.reports}};
  for (const auto& [head, count] : counts) {
    html.element("td", {{"class", "number"}, {"data-head", visit.say(head)}}, grouped(count));
  }
  const bool once = source.first_date == source.last_date;
  html.element("td", {{"class", "date"}},
               source.first_date + (once ? "" : " – " + source.last_date))
      .close();
}

void write_table(HtmlWriter& html, const PageVisit& visit, const SourceList& list,
                 std::size_t begin, std::size_t end) {
  html.open("div", {{"class", "table"}}).open("table", {{"class", "stacked"}});
  html.open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, visit.say(sources_words::kSourceColumn));
  html.element("th", {{"scope", "col"}}, visit.say(sources_words::kPublisherRow));
  html.element("th", {{"scope", "col"}, {"class", "number"}},
               visit.say(sources_words::kPassagesColumn));
  html.element("th", {{"scope", "col"}, {"class", "number"}},
               visit.say(sources_words::kReportsColumn));
  html.element("th", {{"scope", "col"}}, visit.say(sources_words::kCitedBetween));
  html.close().close().open("tbody");
  for (std::size_t i = begin; i < end; ++i) write_row(html, visit, list.sources[i]);
  html.close().close().close();
}

void write_pages(HtmlWriter& html, const PageVisit& visit, std::size_t begin, std::size_t end,
                 std::size_t all) {
  if (begin == 0 && end == all) return;
  const HttpFields kept = fields_without(visit.request().query, {"offset"});
  html.open("nav", {{"class", "pages"}, {"aria-label", visit.say(sources_words::kPagesOfSources)}});
  if (begin > 0) {
    const std::uint64_t before = begin - std::min<std::uint64_t>(begin, kSourcesOfPage);
    const HttpFields fields =
        before == 0 ? kept : fields_with(kept, "offset", std::to_string(before));
    html.link(visit.address("/sources", fields), "← " + visit.say(sources_words::kEarlier),
              {{"rel", "prev"}});
  }
  html.element("span", {{"class", "faint"}},
               visit.say(sources_words::kFromTo, grouped(begin + 1), grouped(end), grouped(all)));
  if (end < all) {
    html.link(visit.address("/sources", fields_with(kept, "offset", std::to_string(end))),
              visit.say(sources_words::kLater) + " →", {{"rel", "next"}});
  }
  html.close();
}

}  // namespace

const std::string& words_of(const SourceSummary& source) {
  return source.titles.empty() ? source.source : source.titles.front().title;
}

HttpResponse source_list_page(const PageVisit& visit) {
  const ListAsked asked = list_asked(visit);
  const SourceList list = SourceReader(visit.index()).list(asked.query, asked.options);
  const std::size_t all = list.sources.size();
  const std::size_t begin = std::min<std::size_t>(asked.offset, all);
  const std::size_t end = std::min<std::size_t>(begin + kSourcesOfPage, all);
  HtmlWriter html;
  PageLayout layout;
  layout.place = PagePlace::kSources;
  layout.title = asked.query.empty() ? visit.say(sources_words::kSourcesTitle)
                                     : visit.say(sources_words::kSourcesOf, asked.query);
  layout.query = asked.query;
  layout.sheet = asked.query;
  layout.index = list.index;
  html.element("h1", layout.title);
  write_form(html, visit, asked);
  html.element("p", all == 0 ? visit.say(sources_words::kNoSourcesAtAll)
                             : visit.say(sources_words::kSourcesLine, grouped(all),
                                         grouped(list.citing), grouped(list.matches)));
  if (all > 0) {
    write_order(html, visit, asked);
    write_table(html, visit, list, begin, end);
    write_pages(html, visit, begin, end, all);
  }
  return page_response(visit, layout, html.take());
}

}  // namespace ibid
