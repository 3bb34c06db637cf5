// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/tree/tried_renderers.h"

#include "search/bundles/bundle_page.h"
#include "search/bundles/render_bundle_check.h"
#include "search/claims/render_claim.h"
#include "search/drafts/render_draft.h"
#include "search/export/render_export.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/render_text.h"
#include "search/permalinks/render_resolution.h"
#include "search/quotes/render_quote.h"
#include "search/reports/render_field_reasons.h"
#include "search/reports/render_report_list.h"
#include "search/sources/render_sources.h"
#include "tests/support/audit_sample.h"
#include "tests/support/render_sample.h"
#include "tests/tree/tried_answers.h"

namespace ibid::testing {
namespace {

template <class Render>
std::string each_quote(const std::string& t, const Render& render) {
  return render(quote_of(t, QuoteStatus::kNormalised)) +
         render(quote_of(t, QuoteStatus::kAltered)) + render(quote_of(t, QuoteStatus::kAbsent));
}

std::string claims(const ClaimRenderer& renderer, const std::string& t) {
  std::string out = renderer.begin();
  out += renderer.claim(origin_of(t), claim_of(t));
  out += renderer.claim(origin_of(t), vain_claim_of(t));
  out += renderer.error(origin_of(t), t);
  return out + renderer.end({2, 1, 1});
}

std::string audited(AuditRenderer& renderer, const std::string& t) {
  AuditHead head = audit_head();
  head.query = t;
  head.index_dir = "/srv/" + t;
  AuditTotals totals = audit_totals();
  totals.attribution.largest_source_id = totals.attribution.largest_source_told = t;
  return rendered(renderer, head, {audit_of(t)}, totals);
}

std::string exported(ExportRenderer& renderer, ExportWhat what, const std::string& t) {
  std::string out = renderer.begin();
  if (what == ExportWhat::kSources) {
    for (int i = 0; i < 2; ++i) out += renderer.source(source_of(t));
  } else {
    const StoredPassage passage = passage_of(t);
    const auto write = [&](std::string_view text) { out += text; };
    renderer.report({passage.report, "en", {passage, passage}}, write);
    renderer.report({passage.report, "en", {passage}}, write);
  }
  return out + renderer.end({});
}

TextLayout wide() {
  TextLayout layout;
  layout.columns = 1'000'000;  // no line is broken for its length
  layout.base_dir = "/srv";
  return layout;
}

using Text = const std::string&;

void add_answers(std::vector<TriedRenderer>& out) {
  const SearchTextOptions full{wide(), Extent::kFull, Explain::kYes};
  out.push_back({"search/text", Medium::kTerminal,
                 [full](Text t) { return search_text(search_of(t), full); }});
  const SearchTextOptions brief{wide(), Extent::kSnippet, Explain::kNo};
  out.push_back({"search/text in brief", Medium::kTerminal,
                 [brief](Text t) { return search_text(search_of(t), brief); }});
  out.push_back({"search/jsonl", Medium::kJsonLines,
                 [](Text t) { return search_json_lines(search_of(t), Explain::kYes); }});
  out.push_back({"similar/text", Medium::kTerminal,
                 [full](Text t) { return similar_text(similar_of(t), full); }});
  out.push_back({"similar/jsonl", Medium::kJsonLines,
                 [](Text t) { return similar_json_lines(similar_of(t), Explain::kYes); }});
  out.push_back(
      {"show/text", Medium::kTerminal, [](Text t) { return passage_text(context_of(t), wide()); }});
  out.push_back(
      {"show/jsonl", Medium::kJsonLines, [](Text t) { return passage_json_lines(context_of(t)); }});
  out.push_back({"outline/text", Medium::kTerminal,
                 [](Text t) { return outline_text(outline_of(t), wide()); }});
  out.push_back({"outline/jsonl", Medium::kJsonLines,
                 [](Text t) { return outline_json_lines(outline_of(t)); }});
}

std::vector<ReportLine> report_lines_of(const std::string& t) {
  return {{passage_of(t).report, 3, 1, ReportState::kGone}};
}

FieldReasons reasons_of(const std::string& t) {
  return {passage_of(t).report, {{t, t, t, t, 7, {1, 2}}, {"url", "", "", "", 0, {}}}, true};
}

void add_report_lists(std::vector<TriedRenderer>& out) {
  out.push_back({"why/text", Medium::kTerminal,
                 [](Text t) { return field_reasons_text(reasons_of(t), wide()); }});
  out.push_back({"why/jsonl", Medium::kJsonLines,
                 [](Text t) { return field_reasons_json_lines(reasons_of(t)); }});
  out.push_back({"list/text", Medium::kTerminal,
                 [](Text t) { return report_list_text(report_lines_of(t), wide()); }});
  out.push_back({"list/jsonl", Medium::kJsonLines,
                 [](Text t) { return report_list_json_lines(report_lines_of(t)); }});
  out.push_back(
      {"list/csv", Medium::kCsv, [](Text t) { return report_list_csv(report_lines_of(t)); }});
  out.push_back({"list/removed/text", Medium::kTerminal,
                 [](Text t) { return removed_text({"/srv/" + t}, wide()); }});
  out.push_back({"list/removed/jsonl", Medium::kJsonLines,
                 [](Text t) { return removed_json_lines({"/srv/" + t}); }});
  out.push_back(
      {"list/removed/csv", Medium::kCsv, [](Text t) { return removed_csv({"/srv/" + t}); }});
}

void add_sources_and_quotes(std::vector<TriedRenderer>& out) {
  out.push_back({"sources/text", Medium::kTerminal,
                 [](Text t) { return sources_text(sources_of(t), wide()); }});
  out.push_back({"sources/jsonl", Medium::kJsonLines,
                 [](Text t) { return sources_json_lines(sources_of(t)); }});
  out.push_back({"sources/csv", Medium::kCsv, [](Text t) { return sources_csv(sources_of(t)); }});
  out.push_back({"source/text", Medium::kTerminal,
                 [](Text t) { return source_card_text(card_of(t), wide()); }});
  out.push_back({"source/jsonl", Medium::kJsonLines,
                 [](Text t) { return source_card_json_lines(card_of(t)); }});
  out.push_back({"verify-quote/text", Medium::kTerminal, [](Text t) {
                   return each_quote(t, [&](const QuoteAnswer& a) {
                     return quote_text(origin_of(t), a, wide());
                   });
                 }});
  out.push_back(
      {"verify-quote/jsonl", Medium::kJsonLines, [](Text t) {
         return each_quote(t,
                           [&](const QuoteAnswer& a) { return quote_json_line(origin_of(t), a); }) +
                quote_error_json_line(origin_of(t), t);
       }});
  out.push_back({"verify-quote/draft-text", Medium::kTerminal,
                 [](Text t) { return draft_text(draft_of(t), wide()); }});
  out.push_back({"verify-quote/draft-jsonl", Medium::kJsonLines,
                 [](Text t) { return draft_json_lines(draft_of(t)); }});
  out.push_back(
      {"verify-quote/draft-csv", Medium::kCsv, [](Text t) { return draft_csv(draft_of(t)); }});
  out.push_back({"resolve/text", Medium::kTerminal,
                 [](Text t) { return resolution_text(resolution_of(t), diff_of(t), wide()); }});
  out.push_back({"resolve/jsonl", Medium::kJsonLines,
                 [](Text t) { return resolution_json_line(resolution_of(t), diff_of(t)); }});
}

void add_claims_and_bundles(std::vector<TriedRenderer>& out) {
  const ClaimHead head{"ibid", "0.0.0", "/srv"};
  out.push_back(
      {"check/text", Medium::kTerminal, [](Text t) { return claims(*claim_text(wide()), t); }});
  out.push_back(
      {"check/jsonl", Medium::kJsonLines, [](Text t) { return claims(*claim_jsonl(), t); }});
  out.push_back({"check/csv", Medium::kCsv, [](Text t) { return claims(*claim_csv(), t); }});
  out.push_back({"check/markdown", Medium::kMarkdown,
                 [head](Text t) { return claims(*claim_markdown(head), t); }});
  out.push_back(
      {"check/html", Medium::kHtml, [head](Text t) { return claims(*claim_html(head), t); }});
  out.push_back(
      {"check/claimreview", Medium::kJsonLines, [](Text t) { return claims(*claim_review(), t); }});
  out.push_back({"check-bundle/text", Medium::kTerminal,
                 [](Text t) { return bundle_check_text(t, bundle_check_of(t)); }});
  out.push_back({"check-bundle/jsonl", Medium::kJsonLines,
                 [](Text t) { return bundle_check_json_lines(t, bundle_check_of(t)); }});
  out.push_back({"bundle/html", Medium::kHtml, [](Text t) { return bundle_page(manifest_of(t)); }});
  out.push_back(
      {"bundle/json", Medium::kJson, [](Text t) { return manifest_text(manifest_of(t)); }});
}

void add_audits(std::vector<TriedRenderer>& out) {
  out.push_back({"audit/text", Medium::kTerminal,
                 [](Text t) { return audited(*audit_text(wide(), Sections::kYes), t); }});
  out.push_back(
      {"audit/jsonl", Medium::kJsonLines, [](Text t) { return audited(*audit_jsonl(), t); }});
  out.push_back({"audit/sarif", Medium::kJson, [](Text t) { return audited(*audit_sarif(), t); }});
  out.push_back({"audit/junit", Medium::kXml, [](Text t) { return audited(*audit_junit(), t); }});
  out.push_back({"audit/html", Medium::kHtml, [](Text t) { return audited(*audit_html(), t); }});
  out.push_back(
      {"audit/markdown", Medium::kMarkdown, [](Text t) { return audited(*audit_markdown(), t); }});
  out.push_back({"audit/csv", Medium::kCsv, [](Text t) { return audited(*audit_csv(), t); }});
}

template <class Make>
void add_export(std::vector<TriedRenderer>& out, const char* format, Medium medium, ExportWhat what,
                const Make& make) {
  out.push_back({std::string("export/") + format + "/" + to_string(what), medium,
                 [make, what](Text t) { return exported(*make(what), what, t); }});
}

void add_exports(std::vector<TriedRenderer>& out) {
  using What = ExportWhat;
  const auto cells = CsvCells::kFormulaSafe;
  for (const What what : {What::kPassages, What::kCitations, What::kSources}) {
    add_export(out, "jsonl", Medium::kJsonLines, what, [](What w) { return export_jsonl(w, {}); });
    add_export(out, "csv", Medium::kCsv, what, [](What w) { return export_csv(w, {}, {cells}); });
    add_export(out, "tsv", Medium::kTsv, what, [](What w) { return export_tsv(w, {}); });
    for (const CitationStyle style :
         {CitationStyle::kNote, CitationStyle::kApa, CitationStyle::kChicago}) {
      add_export(out, "markdown", Medium::kMarkdown, what,
                 [style](What w) { return export_markdown(w, style); });
      add_export(out, "text", Medium::kTerminal, what,
                 [style](What w) { return export_text(w, style); });
    }
    if (what != What::kSources) {
      add_export(out, "webannotation", Medium::kJson, what,
                 [](What w) { return export_web_annotation(w); });
    }
    if (what != What::kCitations) {
      add_export(out, "csl-json", Medium::kJson, what, [](What) { return export_csl_json(); });
      add_export(out, "bibtex", Medium::kBibtex, what, [](What) { return export_bibtex(); });
      add_export(out, "ris", Medium::kRis, what, [](What) { return export_ris(); });
    }
  }
}

}  // namespace

std::vector<TriedRenderer> all_renderers() {
  std::vector<TriedRenderer> out;
  add_answers(out);
  add_report_lists(out);
  add_sources_and_quotes(out);
  add_claims_and_bundles(out);
  add_audits(out);
  add_exports(out);
  return out;
}

}  // namespace ibid::testing
