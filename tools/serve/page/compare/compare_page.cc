// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/compare/compare_page.h"

#include <array>
#include <optional>

#include "corpus/report/passage_id.h"
#include "search/hits/searcher.h"
#include "search/passages/word_diff.h"
#include "search/render/wording.h"
#include "tools/serve/page/compare/compare_words.h"
#include "tools/serve/page/compare/shared_parts.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/questions/limits.h"

namespace ibid {
namespace {

struct Side {
  std::string asked;
  std::optional<StoredPassage> passage;
  bool changed = false;  // since the permalink was made
};

Side side_of(const PageVisit& visit, Searcher& searcher, std::string_view name) {
  Side side;
  side.asked = visit.field(name);
  const auto ref = side.asked.size() > kMostIdBytes ? std::nullopt : parse_passage_ref(side.asked);
  if (!ref || ref->ordinal == 0) return side;
  side.passage = searcher.passage(*ref);
  if (side.passage && !ref->hash.empty()) {
    const std::string& permalink = side.passage->permalink;
    side.changed = permalink.substr(permalink.rfind('@') + 1) != ref->hash;
  }
  return side;
}

void write_form(HtmlWriter& html, const PageVisit& visit, const std::array<Side, 2>& sides) {
  html.open("form", {{"action", "/compare"}, {"method", "get"}, {"class", "no-print"}});
  html.element("p", visit.say(compare_words::kCompareForm)).open("div", {{"class", "fields"}});
  const std::pair<const char*, const Wording&> fields[] = {{"a", compare_words::kFirst},
                                                           {"b", compare_words::kSecond}};
  for (std::size_t i = 0; i < 2; ++i) {
    html.open("span").element("label", {{"for", fields[i].first}}, visit.say(fields[i].second));
    html.text(" ").lone("input", {{"id", fields[i].first},
                                  {"name", fields[i].first},
                                  {"size", "40"},
                                  exact("value", sides[i].asked)});
    html.close();
  }
  if (visit.chose_language()) {
    html.lone("input",
              {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
  }
  html.element("button", {{"type", "submit"}}, visit.say(compare_words::kCompareThem))
      .close()
      .close();
}

void write_side(HtmlWriter& html, const PageVisit& visit, const Side& side, const Wording& name,
                std::span<const ByteRange> marks) {
  const StoredPassage& passage = *side.passage;
  const std::string& title = title_of(passage.report);
  html.open("section", {{"aria-label", visit.say(name)},
                        {"data-stop", ""},
                        exact("data-permalink", passage.permalink),
                        exact("data-cite", citation_line(passage))});
  html.open("h2", {visit.lang_of(title)});
  html.link(visit.passage_address(passage.permalink), title).close();
  write_where(html, visit, passage);
  html.open("p", {{"class", "small"}}).element("code", passage.permalink).close();
  if (side.changed)
    html.element("p", {{"class", "warning"}}, visit.say(compare_words::kHasChanged));
  html.open("p", {{"class", "passage"}, {"dir", "auto"}, lang_of(visit, passage)});
  html.marked(passage.text, marks).close().close();
}

void write_list(HtmlWriter& html, const PageVisit& visit, const std::vector<std::string>& parts) {
  html.open("td");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) html.lone("br");
    html.element("span", {visit.lang_of(parts[i])}, parts[i]);
  }
  if (parts.empty()) html.element("span", {{"class", "faint"}}, visit.say(compare_words::kNone));
  html.close();
}

void write_differences(HtmlWriter& html, const PageVisit& visit, const StoredPassage& a,
                       const StoredPassage& b) {
  html.element("h2", visit.say(compare_words::kDifferences));
  // Keys scroll it where it is wider than the window.
  html.open("div", {{"class", "table"}, {"tabindex", "0"}}).open("table").open("thead").open("tr");
  for (const Wording* head : {&compare_words::kWhat, &compare_words::kOnlyFirst,
                              &compare_words::kOnlySecond, &compare_words::kInBoth}) {
    html.element("th", {{"scope", "col"}}, visit.say(*head));
  }
  html.close().close().open("tbody");
  const std::pair<const Wording&, SharedParts> rows[] = {
      {compare_words::kFigures, shared_figures(a, b)},
      {compare_words::kDays, shared_days(a, b)},
      {compare_words::kSourcesRow, shared_sources(a, b)}};
  for (const auto& [name, parts] : rows) {
    html.open("tr").element("th", {{"scope", "row"}}, visit.say(name));
    write_list(html, visit, parts.only_a);
    write_list(html, visit, parts.only_b);
    write_list(html, visit, parts.both);
    html.close();
  }
  html.close().close().close();
}

void write_comparison(HtmlWriter& html, const PageVisit& visit, const std::array<Side, 2>& sides) {
  const StoredPassage &a = *sides[0].passage, &b = *sides[1].passage;
  std::vector<ByteRange> only_a, only_b;
  const bool comparable = a.language == b.language;
  for (const DiffSpan& span : word_diff(a.text, b.text, WordMatch::kFolded)) {
    if (!comparable) break;
    if (span.kind == DiffKind::kDelete) only_a.push_back(span.a);
    if (span.kind == DiffKind::kInsert) only_b.push_back(span.b);
  }
  const bool same = only_a.empty() && only_b.empty();
  html.open("p", {{"class", "small faint"}});
  html.text(visit.say(!comparable ? compare_words::kOtherLanguage
                      : same      ? compare_words::kSameWords
                                  : compare_words::kLegend) +
            " ");
  html.link(visit.address("/compare", {{"a", sides[1].asked}, {"b", sides[0].asked}}),
            visit.say(compare_words::kSwap));
  html.close().open("div", {{"class", "pair"}});
  write_side(html, visit, sides[0], compare_words::kFirst, only_a);
  write_side(html, visit, sides[1], compare_words::kSecond, only_b);
  html.close();
  write_differences(html, visit, a, b);
}

HttpResponse compare_page(const PageVisit& visit) {
  Searcher searcher(visit.index());
  const std::array<Side, 2> sides = {side_of(visit, searcher, "a"), side_of(visit, searcher, "b")};
  HtmlWriter html;
  PageLayout layout;
  layout.title = visit.say(compare_words::kCompareTitle);
  html.element("h1", layout.title);
  for (const Side& side : sides) {
    if (side.passage || side.asked.empty()) continue;
    layout.status = 404;
    html.element("p", {{"class", "error"}},
                 visit.say(compare_words::kNotThere, quoted_excerpt(side.asked)));
  }
  if (sides[0].passage && sides[1].passage) {
    layout.sheet = sides[0].passage->permalink + " | " + sides[1].passage->permalink;
    write_comparison(html, visit, sides);
  }
  write_form(html, visit, sides);
  return page_response(visit, layout, html.take());
}

}  // namespace

PageRoutes compare_pages() { return {{"/compare", compare_page}}; }

}  // namespace ibid
