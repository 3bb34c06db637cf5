// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/passages/passage_page.h"

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "search/hits/searcher.h"
#include "search/passages/anchors.h"
#include "search/passages/place_reader.h"
#include "search/permalinks/resolve.h"
#include "search/render/file_uri.h"
#include "search/render/wording.h"
#include "tools/serve/page/error_pages.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/page/passages/copy_as.h"
#include "tools/serve/page/passages/passages_words.h"
#include "tools/serve/page/passages/source_part.h"
#include "tools/serve/page/passages/standing_part.h"
#include "tools/serve/page/pictures/page_figure.h"
#include "tools/serve/page/pictures/picture_words.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {
namespace {

constexpr std::uint64_t kAround = 2, kMostAroundOfPage = 50, kSimilar = 5;
constexpr std::ptrdiff_t kMostPrinted = 3;  // pages of the file

PassageOrigin origin_on(std::uint32_t page) {
  PassageOrigin origin;
  origin.places.push_back({page, {}});
  return origin;
}

// What words of `query` the passage has: found again among the passages of its section, as a search
// marks hits only.
std::vector<ByteRange> marks_of(const PageVisit& visit, Searcher& searcher,
                                const StoredPassage& passage) {
  const std::string query(visit.field("q"));
  if (query.empty() || query.size() > kMostQueryBytes) return {};
  SearchOptions options;
  options.limit = kMostHits;
  options.snippet_columns = 0;
  options.names = visit.names();
  const std::string section = passage.id.substr(0, passage.id.rfind('.'));
  try {
    const SearchResult result = searcher.search(query + " report:\"" + section + "\"", options);
    for (const Hit& hit : result.hits) {
      if (hit.passage.id == passage.id) return hit.highlights;
    }
  } catch (const Error&) {
    // The query of a link is no reason not to show the passage.
  }
  return {};
}

void write_neighbour(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage) {
  html.open("p", {{"class", "context"}, {"dir", "auto"}, lang_of(visit, passage)});
  html.link(visit.passage_address(passage.permalink), std::string(place_name(passage.id)))
      .text(" ");
  html.text(passage.text).close();
}

void write_in_context(HtmlWriter& html, const PageVisit& visit, Searcher& searcher,
                      const StoredPassage& passage, std::uint64_t around) {
  bool after = false;
  html.open("section", {{"aria-label", visit.say(passages_words::kPassageTitle)}});
  for (const StoredPassage& other : searcher.context(passage, static_cast<std::uint32_t>(around))) {
    if (other.id != passage.id) {
      write_neighbour(html, visit, other);
      continue;
    }
    after = true;
    html.open("p", {{"class", "passage asked"},
                    {"id", "passage"},
                    {"dir", "auto"},
                    {"data-about", ""},
                    {"data-stop", ""},
                    {"tabindex", "-1"},
                    exact("data-permalink", passage.permalink),
                    exact("data-cite", citation_line(passage)),
                    lang_of(visit, passage)});
    if (!passage.origin.label.empty()) html.text(passage.origin.label + " ");
    html.marked(passage.text, marks_of(visit, searcher, passage)).close();
  }
  HttpFields wider = fields_without(visit.request().query, {"around"});
  wider.emplace_back("around", std::to_string(std::min(kMostAroundOfPage, around * 3 + 2)));
  html.open("ul", {{"class", "actions"}});
  if (around < kMostAroundOfPage && after) {
    html.open("li").link(visit.address(visit.request().path, wider) + "#passage",
                         visit.say(passages_words::kMoreContext));
    html.close();
  }
  html.open("li").link(visit.place_address(passage.id), visit.say(passages_words::kWholeReport),
                       {{"data-open", ""}});
  html.close();
  if (!visit.field("q").empty()) {
    html.open("li").link(visit.address("/", {{"q", std::string(visit.field("q"))}}),
                         visit.say(passages_words::kBackToResults));
    html.close();
  }
  html.close().close();
}

void row(HtmlWriter& html, const std::string& name, const Html& value) {
  html.element("dt", name).open("dd").add(value).close();
}

Html file_place(const PageVisit& visit, const StoredPassage& passage, bool stale) {
  HtmlWriter html;
  const std::string& path = passage.report.path;
  html.element("code", path.substr(path.rfind('/') + 1));
  const std::string origin = origin_words(passage);
  if (!origin.empty()) html.text(" · " + origin);
  if (!passage.report.extraction && !stale) {
    html.text(" · " +
              visit.say(passages_words::kFilePlace, passage.bytes.begin, passage.bytes.end));
    PlaceReader places;
    if (const auto place = places.read(passage)) {
      html.text(" · " + visit.say(passages_words::kLinePlace, place->line, place->column));
    }
  }
  return html.take();
}

// The report's address, and that of the very text if a link can lead there.
Html web_place(const PageVisit& visit, const StoredPassage& passage, bool stale) {
  HtmlWriter html;
  const std::string& url = passage.report.url;
  if (!is_web_address(url)) return html.take();
  html.link(url, url, {{"rel", "noreferrer external"}});
  AnchorReader anchors;
  if (const auto found = stale ? std::nullopt : anchors.read(passage)) {
    if (is_web_address(found->link)) {
      html.text(" · ").link(found->link, visit.say(passages_words::kAtThisText),
                            {{"rel", "noreferrer external"}});
    }
  }
  return html.take();
}

// The pages of the passage as they are printed.
void write_printed(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                   bool stale) {
  const std::vector<MarkedPage> pages = marked_pages(passage);
  if (pages.empty()) return;
  html.open("section", {{"aria-labelledby", "printed"}});
  html.element("h2", {{"id", "printed"}}, visit.say(picture_words::kOnThePage));
  if (stale) {
    html.element("p", {{"class", "warning"}}, visit.say(picture_words::kChanged)).close();
    return;
  }
  const std::string_view place = place_name(passage.id);
  for (const MarkedPage& page : pages) {
    HtmlWriter caption;
    caption.link(page_address_of(visit, passage.report, page.page, place),
                 page_words(*passage.report.extraction, origin_on(page.page)));
    html.add(page_figure(visit, passage.report, page, PictureSize::kFitting, caption.take()));
    if (&page - pages.data() + 1 == kMostPrinted) break;
  }
  html.close();
}

void write_facts(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                 bool stale) {
  HtmlWriter value;
  html.open("dl");
  value.link(visit.place_address(passage.id), title_of(passage.report));
  row(html, visit.say(passages_words::kReportRow), value.take());
  if (!passage.report.author.empty()) {
    row(html, visit.say(passages_words::kAuthorRow), value.text(passage.report.author).take());
  }
  row(html, visit.say(passages_words::kPermalink), value.element("code", passage.permalink).take());
  row(html, visit.say(passages_words::kFileRow), file_place(visit, passage, stale));
  const Html web = web_place(visit, passage, stale);
  if (!web.text().empty()) row(html, visit.say(passages_words::kOnTheWeb), web);
  html.close();
}

void write_similar(HtmlWriter& html, const PageVisit& visit, Searcher& searcher,
                   const StoredPassage& passage) {
  SimilarOptions options;
  options.limit = kSimilar;
  options.snippet_columns = 240;
  const auto result = searcher.similar(passage.id, options);
  html.open("section", {{"aria-labelledby", "similar"}});
  html.element("h2", {{"id", "similar"}}, visit.say(passages_words::kSimilarPassages));
  if (!result || result->hits.empty())
    html.element("p", visit.say(passages_words::kNothingSimilar));
  html.open("ol", {{"class", "hits"}});
  for (const SimilarHit& similar : result ? result->hits : std::vector<SimilarHit>()) {
    const StoredPassage& other = similar.hit.passage;
    html.open("li", {{"data-stop", ""},
                     exact("data-permalink", other.permalink),
                     exact("data-cite", citation_line(other))});
    html.open("h3", {visit.lang_of(title_of(other.report))});
    html.link(visit.passage_address(other.permalink), title_of(other.report)).close();
    write_where(html, visit, other);
    html.open("p", {{"class", "passage"}, {"dir", "auto"}, lang_of(visit, other)});
    write_snippet(html, similar.hit);
    html.close().open("ul", {{"class", "actions"}});
    if (similar.near_duplicate) {
      html.open("li").element("span", {{"class", "badge warning"}},
                              visit.say(passages_words::kNearlyTheSame));
      html.close();
    }
    if (similar.same_report) html.element("li", visit.say(passages_words::kSameReport));
    html.open("li").link(
        visit.address("/compare", {{"a", passage.permalink}, {"b", other.permalink}}),
        visit.say(passages_words::kCompare));
    html.close().close().close();
  }
  html.close().close();
}

// As much of it as an address holds well, in whole words: a cut word would be found altered.
std::string first_words(const std::string& text) {
  constexpr std::size_t kMostBytes = 600;
  if (text.size() <= kMostBytes) return text;
  std::size_t end = text.rfind(' ', kMostBytes);
  if (end == std::string::npos || end == 0) {
    end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  }
  return text.substr(0, end);
}

void write_passage(HtmlWriter& html, const PageVisit& visit, Searcher& searcher,
                   const StoredPassage& passage, std::uint64_t around) {
  const bool stale = searcher.is_stale(passage.report);
  // The text and its sources on one screen.
  html.open("div", {{"class", "columns text-first"}}).open("div");
  write_where(html, visit, passage);
  if (stale) html.element("p", {{"class", "warning"}}, visit.say(part_words::kStale));
  write_in_context(html, visit, searcher, passage, around);
  write_printed(html, visit, passage, stale);
  write_facts(html, visit, passage, stale);
  html.add(copy_as(visit, passage));
  html.open("ul", {{"class", "actions no-print"}}).open("li");
  html.link(page_address("/v1/bundle", {{"id", passage.permalink}}),
            visit.say(passages_words::kBundle));
  html.close().open("li");
  html.link(visit.address("/quote", {{"q", first_words(passage.text)}}),
            visit.say(passages_words::kVerifyIt));
  html.close().close().close();
  html.add(source_part(visit, passage)).close();
  write_similar(html, visit, searcher, passage);
}

struct Found {
  std::optional<StoredPassage> passage;  // that is shown
  std::optional<Resolution> resolution;  // of a permalink
};

Found find(const PageVisit& visit, Searcher& searcher, const PassageRef& ref) {
  Found found;
  if (ref.hash.empty()) {
    found.passage = searcher.passage(ref);
    return found;
  }
  found.resolution = PermalinkResolver(visit.index()).resolve(ref);
  // Of a moved text its new place, not what has the id now.
  const bool has_text = !found.resolution->passages.empty();
  found.passage = has_text ? found.resolution->passages.front() : found.resolution->present;
  return found;
}

HttpResponse passage_page(const PageVisit& visit) {
  std::string id(visit.behind("/passage/"));
  if (id.empty()) id = visit.field("id");
  const auto ref = id.size() > kMostIdBytes ? std::nullopt : parse_passage_ref(id);
  if (!ref || ref->ordinal == 0)
    return not_found_page(visit, visit.say(passages_words::kNoPassageId));
  Parameters parameters(visit.request().query);
  const std::uint64_t around = parameters.count("around", 0, kMostAroundOfPage).value_or(kAround);
  Searcher searcher(visit.index());
  const Found found = find(visit, searcher, *ref);
  if (!found.passage && !found.resolution) {
    return not_found_page(visit, visit.say(passages_words::kUnknownPassage, quoted_excerpt(id)));
  }
  HtmlWriter html;
  PageLayout layout;
  layout.title = found.passage ? title_of(found.passage->report) : id;
  layout.query = visit.field("q");
  layout.sheet = found.passage ? found.passage->permalink : id;
  layout.status = found.passage ? 200 : 404;
  html.element("h1", {visit.lang_of(layout.title)}, layout.title);
  if (found.resolution) {
    html.add(standing_part(visit, *found.resolution, visit.field("cited")));
    layout.index = found.resolution->index;
  }
  if (found.passage) write_passage(html, visit, searcher, *found.passage, around);
  return page_response(visit, layout, html.take());
}

}  // namespace

PageRoutes passage_pages() { return {{"/passage/", passage_page}, {"/passage", passage_page}}; }

}  // namespace ibid
