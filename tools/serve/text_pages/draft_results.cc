// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/text_pages/draft_results.h"

#include "search/drafts/draft_quotations.h"
#include "search/drafts/render_draft.h"
#include "search/quotes/quote_verifier.h"
#include "tools/serve/page/parts/downloads.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/text_pages/quote_results.h"
#include "tools/serve/text_pages/text_words.h"

namespace ibid {
namespace {

struct VerifiedDraft {
  DraftCheck check;
  bool is_cut = false;
};

VerifiedDraft verified(const PageVisit& visit, const std::string& draft,
                       const std::string& report) {
  VerifiedDraft out;
  out.check.draft = "draft";
  QuoteVerifier verifier(visit.index(), report);
  std::vector<DraftQuotation> quotations = find_draft_quotations(draft, DraftForm::kMarkdown);
  out.is_cut = quotations.size() > kMostDraftQuotations;
  if (out.is_cut) quotations.resize(kMostDraftQuotations);
  for (DraftQuotation& quotation : quotations) {
    QuoteAnswer answer = verifier.verify(quotation.text);
    out.check.answers.push_back({std::move(quotation), std::move(answer)});
  }
  return out;
}

void write_attribution(HtmlWriter& html, const PageVisit& visit, const DraftAnswer& row) {
  const DraftQuotation& quotation = row.quotation;
  html.open("td");
  html.element("span", {visit.lang_of(quotation.attribution)}, quotation.attribution);
  const DraftCiting citing = citing_of(row);
  if (citing != DraftCiting::kNoSource) {
    const bool cited = citing == DraftCiting::kCited;
    html.open("p", {{"class", cited ? "small good" : "small warning"}});
    html.text(visit.say(cited ? text_words::kCitesNamed : text_words::kCitesOther)).close();
  }
  html.close();
}

void write_place(HtmlWriter& html, const PageVisit& visit, const QuoteMatch& match) {
  if (match.spans.empty()) return;
  const StoredPassage& passage = match.spans.front().passage;
  html.open("p", {{"class", "where"}});
  write_report_name(html, visit, passage.report, visit.place_address(passage.id));
  html.text(" · ").link(visit.passage_address(passage.permalink), passage.id).close();
}

void write_row(HtmlWriter& html, const PageVisit& visit, const DraftAnswer& row,
               const std::string& report) {
  const QuoteAnswer& answer = row.answer;
  html.open("tr").element("td", {{"class", "number"}}, std::to_string(row.quotation.line));
  html.open("td", {visit.lang_of(row.quotation.text), {"dir", "auto"}});
  HttpFields fields = {{"q", row.quotation.text}};
  if (!report.empty()) fields.emplace_back("report", report);
  html.link(visit.address("/quote", fields), row.quotation.text).close();
  write_attribution(html, visit, row);
  html.open("td");
  write_status(html, visit, answer.status);
  if (answer.alteration) {
    html.text(" " + change_names(visit, *answer.alteration));
  }
  html.close().open("td");
  if (answer.alteration) {
    write_diff(html, visit, *answer.alteration, answer.quotation);
    write_place(html, visit, answer.alteration->match);
  } else if (!answer.matches.empty()) {
    write_place(html, visit, answer.matches.front());
  }
  html.close().close();
}

void write_csv_form(HtmlWriter& html, const PageVisit& visit, const std::string& draft,
                    const std::string& report) {
  html.open("form", {{"method", "post"}, {"action", "/quote"}, {"class", "no-print"}});
  for (const auto& [name, value] :
       HttpFields{{"q", draft}, {"report", report}, {"as", "draft"}, {"format", "csv"}}) {
    html.lone("input", {{"type", "hidden"}, exact("name", name), exact("value", value)});
  }
  html.element("button", {{"type", "submit"}, {"class", "quiet"}},
               visit.say(part_words::kDownloadCsv));
  html.close();
}

}  // namespace

void write_draft(HtmlWriter& html, const PageVisit& visit, const std::string& draft,
                 const std::string& report) {
  const VerifiedDraft found = verified(visit, draft, report);
  const std::vector<DraftAnswer>& rows = found.check.answers;
  if (rows.empty()) {
    html.element("p", visit.say(text_words::kNoQuotations));
    return;
  }
  html.element("h2", visit.say(text_words::kDraftCount, rows.size()));
  if (found.is_cut) {
    html.element("p", {{"class", "warning"}},
                 visit.say(text_words::kDraftFirst, kMostDraftQuotations));
  }
  write_csv_form(html, visit, draft, report);
  html.open("div", {{"class", "table"}}).open("table", {{"class", "draft"}});
  write_head_row(html, {visit.say(text_words::kLine), visit.say(text_words::kQuotation),
                        visit.say(text_words::kAttributedTo), visit.say(text_words::kResult),
                        visit.say(text_words::kWhere)});
  html.open("tbody");
  for (const DraftAnswer& row : rows) write_row(html, visit, row, report);
  html.close().close().close();
}

HttpResponse draft_download(const PageVisit& visit, const std::string& draft,
                            const std::string& report) {
  return download("text/csv; charset=utf-8", "quotations.csv",
                  draft_csv(verified(visit, draft, report).check));
}

}  // namespace ibid
