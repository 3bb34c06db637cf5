// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/sources/source_page.h"

#include <algorithm>

#include "search/render/file_uri.h"
#include "search/render/wording.h"
#include "search/sources/source_reader.h"
#include "tools/serve/page/error_pages.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/page/sources/source_list_page.h"
#include "tools/serve/page/sources/sources_words.h"
#include "tools/serve/questions/limits.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {
namespace {

constexpr std::uint64_t kPassagesOfPage = 30;
constexpr std::size_t kMostRows = 50;  // of tables beside them

void row(HtmlWriter& html, const PageVisit& visit, const Wording& name, std::string_view text) {
  if (text.empty()) return;
  html.element("dt", visit.say(name)).element("dd", {visit.lang_of(text)}, text);
}

void write_facts(HtmlWriter& html, const PageVisit& visit, const SourceCard& card) {
  const SourceSummary& source = card.summary;
  html.open("dl").element("dt", visit.say(sources_words::kId));
  html.open("dd").element("code", source.source).close();
  row(html, visit, sources_words::kPublisherRow, source.publisher);
  row(html, visit, sources_words::kAuthorOf, source.author);
  row(html, visit, sources_words::kDateRow, source.date);
  if (is_web_address(source.url)) {
    html.element("dt", visit.say(sources_words::kAddressRow)).open("dd");
    html.link(source.url, source.url, {{"rel", "noreferrer external"}}).close();
  }
  for (std::size_t i = 1; i < source.titles.size(); ++i) {
    row(html, visit, sources_words::kOtherTitles, source.titles[i].title);
  }
  const std::string cited =
      visit.say(words::kOf, visit.count(source.passages, words::kPassage, words::kPassages),
                visit.count(source.reports, words::kReport, words::kReportCount));
  row(html, visit, sources_words::kCitedRow, cited);
  html.close();
}

void write_links(HtmlWriter& html, const PageVisit& visit, const Wording& title,
                 const std::vector<std::string>& sources) {
  if (sources.empty()) return;
  html.element("h2", visit.say(title)).open("ul");
  for (std::size_t i = 0; i < sources.size() && i < kMostRows; ++i) {
    html.open("li").link(visit.source_address(sources[i]), sources[i]).close();
  }
  html.close();
}

std::vector<const CitingPassage*> shown_passages(const SourceCard& card, bool only_resting) {
  std::vector<const CitingPassage*> out;
  for (const CitingPassage& citing : card.passages) {
    const bool rests =
        citing.rests || std::ranges::any_of(citing.sentences, &CitingSentence::rests);
    if (!only_resting || rests) out.push_back(&citing);
  }
  return out;
}

void write_rests(HtmlWriter& html, const PageVisit& visit, const SourceCard& card,
                 bool only_resting) {
  const auto resting = std::ranges::count_if(card.passages, &CitingPassage::rests);
  html.open("section", {{"class", "card"}, {"aria-labelledby", "rests"}});
  html.element("h2", {{"id", "rests"}}, visit.say(sources_words::kRests));
  html.element("p",
               visit.say(sources_words::kRestsLine, grouped(static_cast<std::uint64_t>(resting)),
                         grouped(card.passages.size())));
  html.open("p").link(
      only_resting ? visit.source_address(card.summary.source)
                   : visit.address("/source", {{"id", card.summary.source}, {"alone", "yes"}}),
      visit.say(only_resting ? sources_words::kAllCiting : sources_words::kOnlyResting));
  html.close().open("div", {{"class", "table"}}).open("table").open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, visit.say(sources_words::kReportColumn));
  html.element("th", {{"scope", "col"}}, visit.say(sources_words::kShareOfReport));
  html.close().close().open("tbody");
  for (std::size_t i = 0; i < card.shares.size() && i < kMostRows; ++i) {
    const ReportShare& share = card.shares[i];
    html.open("tr").open("th", {{"scope", "row"}, visit.lang_of(title_of(share.report))});
    html.link(visit.report_address(share.report.id), title_of(share.report)).close();
    html.element("td", visit.say(sources_words::kShareText, grouped(share.resting_passages),
                                 grouped(share.cited_passages), grouped(share.resting_sentences)));
    html.close();
  }
  html.close().close().close().close();
}

void write_citing(HtmlWriter& html, const PageVisit& visit, const CitingPassage& citing) {
  const StoredPassage& passage = citing.passage;
  html.open("li", {{"data-stop", ""},
                   exact("data-permalink", passage.permalink),
                   exact("data-cite", citation_line(passage))});
  const std::string& title = title_of(passage.report);
  html.open("h3", {visit.lang_of(title)});
  html.link(visit.passage_address(passage.permalink), title).close();
  write_where(html, visit, passage);
  for (const CitingSentence& sentence : citing.sentences) {
    const std::string_view text =
        std::string_view(passage.text)
            .substr(sentence.text.begin, sentence.text.end - sentence.text.begin);
    html.open("blockquote", {lang_of(visit, passage), {"dir", "auto"}}).text(text).close();
    if (sentence.rests) {
      html.open("p").element("span", {{"class", "badge warning"}},
                             visit.say(sources_words::kAlone));
      html.close();
    }
  }
  html.close();
}

void write_passages(HtmlWriter& html, const PageVisit& visit,
                    const std::vector<const CitingPassage*>& passages, std::uint64_t offset) {
  const std::size_t begin = std::min<std::size_t>(offset, passages.size());
  const std::size_t end = std::min<std::size_t>(begin + kPassagesOfPage, passages.size());
  html.element("h2", {{"id", "citing"}}, visit.say(sources_words::kCitingPassages));
  html.open("ol", {{"class", "hits"}, {"start", std::to_string(begin + 1)}});
  for (std::size_t i = begin; i < end; ++i) write_citing(html, visit, *passages[i]);
  html.close();
  if (begin == 0 && end == passages.size()) return;
  HttpFields kept = fields_without(visit.request().query, {"offset", "id"});
  std::string id(visit.behind("/source/"));
  if (id.empty()) id = visit.field("id");
  kept.insert(kept.begin(), {"id", id});
  html.open("nav", {{"class", "pages"}, {"aria-label", visit.say(sources_words::kCitingPassages)}});
  if (begin > 0) {
    const std::uint64_t before = begin - std::min<std::uint64_t>(begin, kPassagesOfPage);
    html.link(
        visit.address("/source", fields_with(kept, "offset", std::to_string(before))) + "#citing",
        "← " + visit.say(sources_words::kEarlier), {{"rel", "prev"}});
  }
  html.element("span", {{"class", "faint"}},
               visit.say(sources_words::kFromTo, grouped(begin + 1), grouped(end),
                         grouped(passages.size())));
  if (end < passages.size()) {
    html.link(
        visit.address("/source", fields_with(kept, "offset", std::to_string(end))) + "#citing",
        visit.say(sources_words::kLater) + " →", {{"rel", "next"}});
  }
  html.close();
}

void write_beside(HtmlWriter& html, const PageVisit& visit, const SourceCard& card) {
  if (card.beside.empty()) return;
  html.element("h2", visit.say(sources_words::kBeside));
  html.open("div", {{"class", "table"}}).open("table").open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, visit.say(sources_words::kSourceColumn));
  html.element("th", {{"scope", "col"}, {"class", "number"}},
               visit.say(sources_words::kPassagesColumn));
  html.close().close().open("tbody");
  for (std::size_t i = 0; i < card.beside.size() && i < kMostRows; ++i) {
    const SourceBeside& other = card.beside[i];
    const std::string& shown = other.title.empty() ? other.source : other.title;
    html.open("tr").open("th", {{"scope", "row"}});
    html.link(visit.source_address(other.source), shown, {visit.lang_of(shown)}).close();
    html.element("td", {{"class", "number"}}, grouped(other.passages)).close();
  }
  html.close().close().close();
}

void write_listings(HtmlWriter& html, const PageVisit& visit, const SourceCard& card) {
  if (card.listings.empty()) return;
  html.element("h2", visit.say(sources_words::kListedIn));
  html.open("div", {{"class", "table"}}).open("table").open("thead").open("tr");
  for (const Wording* head : {&sources_words::kReportColumn, &sources_words::kTitleColumn,
                              &sources_words::kPublisherRow, &sources_words::kDateRow}) {
    html.element("th", {{"scope", "col"}}, visit.say(*head));
  }
  html.close().close().open("tbody");
  for (std::size_t i = 0; i < card.listings.size() && i < kMostRows; ++i) {
    const SourceListing& listing = card.listings[i];
    html.open("tr").open("th", {{"scope", "row"}});
    html.link(visit.passage_address(listing.passage.permalink), title_of(listing.passage.report));
    html.close().element("td", {visit.lang_of(listing.title)}, listing.title);
    html.element("td", {visit.lang_of(listing.publisher)}, listing.publisher);
    html.element("td", listing.date).close();
  }
  html.close().close().close();
}

HttpResponse unknown_source(const PageVisit& visit, SourceReader& reader, const std::string& id) {
  HtmlWriter html;
  PageLayout layout;
  layout.place = PagePlace::kSources;
  layout.status = 404;
  layout.title = visit.say(sources_words::kUnknownSource, quoted_excerpt(id));
  html.element("h1", layout.title);
  if (const auto nearest = reader.nearest(id)) {
    html.open("p").text(visit.say(sources_words::kMeant) + ": ");
    html.link(visit.source_address(*nearest), *nearest).close();
  }
  html.open("p").link(visit.address("/sources"), visit.say(sources_words::kSourcesTitle)).close();
  return page_response(visit, layout, html.take());
}

}  // namespace

HttpResponse source_page(const PageVisit& visit) {
  std::string id(visit.behind("/source/"));
  if (id.empty()) id = visit.field("id");
  if (id.empty() || id.size() > kMostIdBytes) {
    return not_found_page(visit, visit.say(sources_words::kWhichSource));
  }
  Parameters parameters(visit.request().query);
  const bool only_resting = parameters.flag("alone");
  const std::uint64_t offset = parameters.count("offset", 0, kMostOffset).value_or(0);
  SourceReader reader(visit.index());
  const std::optional<SourceCard> card = reader.card(id);
  if (!card) return unknown_source(visit, reader, id);
  HtmlWriter html;
  PageLayout layout;
  layout.place = PagePlace::kSources;
  layout.title = words_of(card->summary);
  layout.sheet = card->summary.source;
  html.element("h1", {visit.lang_of(layout.title)}, layout.title);
  write_facts(html, visit, *card);
  std::vector<std::string> members;
  for (const SourceSummary& member : card->members) members.push_back(member.source);
  write_links(html, visit, sources_words::kMembers, members);
  write_links(html, visit, sources_words::kSiblings, card->siblings);
  if (!card->passages.empty()) {
    write_rests(html, visit, *card, only_resting);
    write_passages(html, visit, shown_passages(*card, only_resting), offset);
  }
  write_beside(html, visit, *card);
  write_listings(html, visit, *card);
  return page_response(visit, layout, html.take());
}

}  // namespace ibid
