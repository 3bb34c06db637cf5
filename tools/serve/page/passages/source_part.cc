// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/passages/source_part.h"

#include "search/hits/searcher.h"
#include "search/render/file_uri.h"
#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/page/passages/passages_words.h"

namespace ibid {
namespace {

constexpr std::size_t kMostSources = 20;  // that other sentences are looked up for
constexpr std::uint64_t kMostOthers = 4;  // passages for each
constexpr std::size_t kMostShown = 200;   // sources at all

// The text of the sentences that cite the source, each once.
std::vector<std::string_view> citing_sentences(const StoredPassage& passage,
                                               std::string_view source) {
  std::vector<std::string_view> out;
  std::uint32_t last = 0;
  for (const Citation& citation : passage.citations) {
    const std::size_t at = citation.sentence - std::size_t{1};
    if (citation.source != source || citation.sentence == last) continue;
    last = citation.sentence;
    if (at >= passage.sentences.size()) continue;
    const ByteRange range = passage.sentences[at];
    out.push_back(std::string_view(passage.text).substr(range.begin, range.end - range.begin));
  }
  return out;
}

// `cites:` takes a value in quotes, which cannot hold the quotes themselves.
std::string cites_query(const std::string& source) {
  if (source.find('"') == std::string::npos) return "cites:\"" + source + "\"";
  return source.find("」") == std::string::npos ? "cites:「" + source + "」" : std::string();
}

void write_details(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                   const CitedOnce& cited) {
  html.open("h3");
  write_source(html, visit, passage, cited);
  html.close();
  // A source of a source list also shows what identifies it.
  const NamedSource* named = find_named(passage.sources, cited.source);
  if (named == nullptr) return;
  html.open("p", {{"class", "where"}}).element("code", cited.source);
  if (is_web_address(named->url)) {
    html.text(" · ").link(named->url, named->url, {{"rel", "noreferrer external"}});
  }
  html.close();
}

void write_here(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                const CitedOnce& cited) {
  html.element("p", {{"class", "small faint"}}, visit.say(passages_words::kCitedFor));
  for (const std::string_view sentence : citing_sentences(passage, cited.source)) {
    html.element("blockquote", {lang_of(visit, passage), {"dir", "auto"}}, sentence);
  }
}

void write_elsewhere(HtmlWriter& html, const PageVisit& visit, Searcher& searcher,
                     const StoredPassage& passage, const CitedOnce& cited) {
  const std::string query = cites_query(cited.source);
  if (query.empty()) return;
  SearchOptions options;
  options.limit = kMostOthers + 1;
  options.sort = Sort::kDate;
  options.detail = Detail::kPassage;
  const SearchResult result = searcher.search(query, options);
  if (result.matches <= 1) {
    html.element("p", {{"class", "small faint"}}, visit.say(passages_words::kCitedNowhereElse));
    return;
  }
  html.open("details").element("summary", visit.say(passages_words::kCitedAlsoFor)).open("ul");
  for (const Hit& hit : result.hits) {
    if (hit.passage.id == passage.id) continue;
    for (const std::string_view sentence : citing_sentences(hit.passage, cited.source)) {
      html.open("li").open("span", {lang_of(visit, hit.passage), {"dir", "auto"}});
      html.text(sentence).close().text(" — ");
      html.link(visit.passage_address(hit.passage.permalink), title_of(hit.passage.report)).close();
    }
  }
  html.close();
  html.open("p", {{"class", "small"}});
  html.link(visit.source_address(cited.source),
            visit.say(passages_words::kAllThatCite, grouped(result.matches)));
  html.close().close();
}

}  // namespace

Html source_part(const PageVisit& visit, const StoredPassage& passage) {
  HtmlWriter html;
  html.open("section", {{"class", "beside"}, {"aria-labelledby", "sources"}});
  html.element("h2", {{"id", "sources"}}, visit.say(passages_words::kCitedSources));
  const std::vector<CitedOnce> sources = cited_once(passage.citations);
  if (sources.empty()) html.element("p", visit.say(passages_words::kNoSources));
  Searcher searcher(visit.index());
  for (std::size_t i = 0; i < sources.size() && i < kMostShown; ++i) {
    html.open("div", {{"class", "source"}});
    write_details(html, visit, passage, sources[i]);
    write_here(html, visit, passage, sources[i]);
    const bool known = sources[i].form != Citation::Form::kMissing;
    if (known && i < kMostSources) write_elsewhere(html, visit, searcher, passage, sources[i]);
    html.close();
  }
  html.close();
  return html.take();
}

}  // namespace ibid
