// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/passages/copy_as.h"

#include "search/export/citation_style.h"
#include "search/export/render_export.h"
#include "tools/serve/page/parts/passage_parts.h"
#include "tools/serve/page/passages/passages_words.h"

namespace ibid {
namespace {

std::string in_style(const StoredPassage& passage, CitationStyle style) {
  const CitedWork work = work_of(ExportedReport{passage.report, passage.language, {passage}});
  std::string out;
  for (const StyledSpan& span : styled_citation(work, cited_place(passage), style)) {
    out += span.text;
  }
  return out;
}

std::string in_format(const StoredPassage& passage, ExportRenderer& renderer) {
  std::string out = renderer.begin();
  renderer.report(ExportedReport{passage.report, passage.language, {passage}},
                  [&](std::string_view text) { out += text; });
  return out + renderer.end(ExportTotals{});
}

std::string quotation(const StoredPassage& passage) {
  return "“" + passage.text + "” (" + citation_line(passage) + "; " + passage.permalink + ")";
}

void write_form(HtmlWriter& html, const std::string& name, const std::string& text) {
  html.element("h3", name);
  html.open("pre", {{"data-copyable", name}, {"tabindex", "0"}, {"dir", "auto"}});
  html.lines(text).close();
}

}  // namespace

Html copy_as(const PageVisit& visit, const StoredPassage& passage) {
  HtmlWriter html;
  html.open("details", {{"class", "card no-print"}, {"id", "cite"}});
  html.element("summary", visit.say(passages_words::kCite));
  write_form(html, visit.say(passages_words::kPermalink), passage.permalink);
  write_form(html, visit.say(passages_words::kCiteLine), citation_line(passage));
  write_form(html, visit.say(passages_words::kQuoteWithMark), quotation(passage));
  write_form(html, "APA", in_style(passage, CitationStyle::kApa));
  write_form(html, "Chicago", in_style(passage, CitationStyle::kChicago));
  write_form(html, "BibTeX", in_format(passage, *export_bibtex()));
  write_form(html, "RIS", in_format(passage, *export_ris()));
  html.close();
  return html.take();
}

}  // namespace ibid
