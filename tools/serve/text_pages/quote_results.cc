// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/text_pages/quote_results.h"

#include <cmath>

#include "corpus/text/code_points.h"
#include "search/render/passage_lines.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/text_pages/pasted_text.h"
#include "tools/serve/text_pages/text_words.h"

namespace ibid {
namespace {

const Wording& form_words(FormDifference difference) {
  switch (difference) {
    case FormDifference::kQuotes:
      return text_words::kFormQuotes;
    case FormDifference::kDashes:
      return text_words::kFormDashes;
    case FormDifference::kSpaces:
      return text_words::kFormSpaces;
    case FormDifference::kCase:
      return text_words::kFormCase;
    case FormDifference::kUnicode:
      return text_words::kFormUnicode;
    case FormDifference::kDiacritics:
      return text_words::kFormDiacritics;
    case FormDifference::kEllipsis:
      return text_words::kFormEllipsis;
    case FormDifference::kEndPunctuation:
      return text_words::kFormEnd;
    case FormDifference::kCitationMark:
      return text_words::kFormMark;
    case FormDifference::kPassageBreak:
      return text_words::kFormBreak;
    case FormDifference::kMarkup:
      break;
  }
  return text_words::kFormMarkup;
}

const Wording& change_words(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kNegation:
      return text_words::kChangeNegation;
    case ChangeKind::kNumber:
      return text_words::kChangeNumber;
    case ChangeKind::kName:
      return text_words::kChangeName;
    case ChangeKind::kRestriction:
      return text_words::kChangeRestriction;
    case ChangeKind::kHedge:
      return text_words::kChangeHedge;
    case ChangeKind::kWording:
      return text_words::kChangeWording;
    case ChangeKind::kInflection:
      return text_words::kChangeInflection;
    case ChangeKind::kPunctuation:
      break;
  }
  return text_words::kChangePunctuation;
}

void write_where(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                 bool stale) {
  html.open("p", {{"class", "where"}});
  write_report_name(html, visit, passage.report, visit.place_address(passage.id));
  if (const std::string section = section_path_text(passage.section); !section.empty()) {
    html.text(" · ").element("span", {visit.lang_of(section)}, section);
  }
  if (const std::string where = origin_words(passage); !where.empty()) html.text(" · " + where);
  html.text(" · ").link(visit.passage_address(passage.permalink), passage.id);
  html.close();
  if (stale) html.element("p", {{"class", "warning small"}}, visit.say(part_words::kStale));
}

void write_span(HtmlWriter& html, const PageVisit& visit, const QuotedSpan& span, bool stale) {
  html.open("blockquote", {visit.lang_of(span.passage.text), {"dir", "auto"}});
  html.open("p").marked(span.passage.text, std::span(&span.text, 1)).close().close();
  write_where(html, visit, span.passage, stale);
}

void write_match(HtmlWriter& html, const PageVisit& visit, const QuoteMatch& match) {
  html.open("li");
  for (const QuotedSpan& span : match.spans) write_span(html, visit, span, match.stale);
  if (!match.left_out.empty()) {
    html.open("p", {{"class", "small"}}).text(visit.say(text_words::kLeftOutWords) + ": ");
    for (const std::string& text : match.left_out) {
      if (&text != &match.left_out.front()) html.text(" … ");
      html.element("q", {visit.lang_of(text)}, text);
    }
    html.close();
  }
  html.close();
}

void write_found(HtmlWriter& html, const PageVisit& visit, const QuoteAnswer& answer) {
  std::string differences;
  for (const FormDifference difference : answer.differences) {
    differences += (differences.empty() ? "" : ", ") + visit.say(form_words(difference));
  }
  html.element("p", answer.status == QuoteStatus::kExact
                        ? visit.say(text_words::kExactSays)
                        : visit.say(text_words::kNormalisedSays, differences));
  const bool all = answer.match_count <= answer.matches.size();
  html.element(
      "h2", all ? visit.count(answer.match_count, text_words::kPlaceFound, text_words::kPlacesFound)
                : visit.say(text_words::kPlacesListed, grouped(answer.match_count),
                            grouped(answer.matches.size())));
  html.open("ol", {{"class", "hits"}});
  for (const QuoteMatch& match : answer.matches) write_match(html, visit, match);
  html.close();
}

void write_changes(HtmlWriter& html, const PageVisit& visit, const QuoteAlteration& alteration) {
  html.element("h3", visit.say(text_words::kWhatChanged));
  html.open("div", {{"class", "table"}}).open("table");
  write_head_row(html, {visit.say(text_words::kChange), visit.say(text_words::kReportSays),
                        visit.say(text_words::kQuotationSays)});
  html.open("tbody");
  const auto cell = [&](const std::string& text) {
    if (text.empty()) {
      html.element("td", {{"class", "faint"}}, visit.say(text_words::kNothing));
    } else {
      html.element("td", {visit.lang_of(text)}, text);
    }
  };
  for (const QuoteChange& change : alteration.changes) {
    html.open("tr").element("th", {{"scope", "row"}}, visit.say(change_words(change.kind)));
    cell(change.said);
    cell(change.quoted);
    html.close();
  }
  html.close().close().close();
}

void write_altered(HtmlWriter& html, const PageVisit& visit, const QuoteAnswer& answer) {
  const QuoteAlteration& alteration = *answer.alteration;
  html.element("p", visit.say(text_words::kAlteredSays));
  html.open("div", {{"class", "card"}});
  write_diff(html, visit, alteration, answer.quotation);
  html.element("p", {{"class", "faint small"}}, visit.say(text_words::kDiffNote));
  html.close();
  write_changes(html, visit, alteration);
  html.element("p", {{"class", "faint"}},
               visit.say(text_words::kSimilarity, std::lround(alteration.similarity * 100)));
  for (const QuotedSpan& span : alteration.match.spans) {
    write_span(html, visit, span, alteration.match.stale);
  }
}

void write_left_out(HtmlWriter& html, const PageVisit& visit, const QuoteAnswer& answer) {
  if (answer.left_out.empty()) return;
  html.element("h2", visit.say(text_words::kNotInPassages)).open("ul");
  for (const LeftOutQuote& quote : answer.left_out) {
    html.open("li");
    write_report_name(html, visit, quote.report, visit.report_address(quote.report.id));
    html.text(" · ").element("span", {{"lang", "en"}}, left_out_words(quote.reason));
    html.open("blockquote", {visit.lang_of(quote.text)}).text(quote.text).close().close();
  }
  html.close();
}

void write_certificate(HtmlWriter& html, const PageVisit& visit, const QuoteAnswer& answer) {
  const QuoteCertificate& certificate = answer.certificate;
  const bool absent = answer.status == QuoteStatus::kAbsent;
  html.open("section", {{"class", absent ? "certificate" : "card"}});
  html.element("h2", visit.say(text_words::kCertificate)).open("ul");
  if (!certificate.report.empty()) {
    html.element("li", visit.say(text_words::kSearchedReport, certificate.report));
  }
  write_coverage(html, visit, certificate, certificate.forms);
  if (certificate.nearest) {
    html.element("li",
                 visit.say(text_words::kNearestShare, std::lround(*certificate.nearest * 100)));
  }
  if (certificate.bounded) html.element("li", visit.say(text_words::kSearchedNotAll));
  if (certificate.left_out_bounded) html.element("li", visit.say(text_words::kLeftOutNotAll));
  html.close().close();
}

}  // namespace

void write_status(HtmlWriter& html, const PageVisit& visit, QuoteStatus status) {
  switch (status) {
    case QuoteStatus::kExact:
      html.element("span", {{"class", "badge good"}}, visit.say(text_words::kExact));
      return;
    case QuoteStatus::kNormalised:
      html.element("span", {{"class", "badge good"}}, visit.say(text_words::kNormalised));
      return;
    case QuoteStatus::kAltered:
      html.element("span", {{"class", "badge warning"}}, visit.say(text_words::kAltered));
      return;
    case QuoteStatus::kAbsent:
      html.element("span", {{"class", "badge error"}}, visit.say(text_words::kAbsent));
      return;
  }
}

void write_diff(HtmlWriter& html, const PageVisit& visit, const QuoteAlteration& alteration,
                const std::string& quotation) {
  html.open("p", {{"class", "diff"}, visit.lang_of(quotation), {"dir", "auto"}});
  for (const DiffSpan& span : alteration.diff) {
    if (&span != &alteration.diff.front()) html.text(" ");
    switch (span.kind) {
      case DiffKind::kEqual:
        html.text(slice(alteration.said, span.a));
        break;
      case DiffKind::kDelete:
        html.element("del", slice(alteration.said, span.a));
        break;
      case DiffKind::kInsert:
        html.element("ins", slice(quotation, span.b));
        break;
    }
  }
  html.close();
}

std::string change_names(const PageVisit& visit, const QuoteAlteration& alteration) {
  std::string out;
  const ChangeKind* last = nullptr;  // changes are in the order of their kinds
  for (const QuoteChange& change : alteration.changes) {
    if (last != nullptr && *last == change.kind) continue;
    out += (out.empty() ? "" : ", ") + visit.say(change_words(change.kind));
    last = &change.kind;
  }
  return out;
}

void write_quote_answer(HtmlWriter& html, const PageVisit& visit, const QuoteAnswer& answer) {
  html.open("section", {{"class", "answer"}});
  html.open("p");
  write_status(html, visit, answer.status);
  html.text(" ").element("q",
                         {{"class", "asked"}, visit.lang_of(answer.quotation), {"dir", "auto"}},
                         answer.quotation);
  html.close();
  if (is_verified(answer)) {
    write_found(html, visit, answer);
  } else if (answer.status == QuoteStatus::kAltered && answer.alteration) {
    write_altered(html, visit, answer);
  } else {
    html.element("p", visit.say(text_words::kAbsentSays));
  }
  write_left_out(html, visit, answer);
  if (!is_verified(answer)) write_certificate(html, visit, answer);
  html.close();
}

}  // namespace ibid
