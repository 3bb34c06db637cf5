// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/output_questions.h"

#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/limits.h"

namespace ibid {
namespace {

void expect_known_rules(const std::vector<std::string>& rules) {
  Parameters::Choices<bool> known;
  for (const Rule& rule : audit_rules()) known.emplace_back(rule.id, true);
  for (const std::string& rule : rules) Parameters::of_word("rules", rule, known);
}

ExportWhat asked_what(Parameters& parameters) {
  return parameters.choice<ExportWhat>("what", ExportWhat::kPassages,
                                       {{"passages", ExportWhat::kPassages},
                                        {"sources", ExportWhat::kSources},
                                        {"citations", ExportWhat::kCitations}});
}

ExportOptions::Select asked_select(Parameters& parameters, const std::string& query) {
  const bool all = parameters.flag("all");
  const bool ids = parameters.has("id");
  const int ways = (query.empty() ? 0 : 1) + (all ? 1 : 0) + (ids ? 1 : 0);
  if (ways == 0) Parameters::refuse("q", "nothing to export: give q, all=true or id");
  if (ways > 1) Parameters::refuse("q", "q, all and id exclude each other");
  if (all) return ExportOptions::Select::kAll;
  return ids ? ExportOptions::Select::kIds : ExportOptions::Select::kQuery;
}

}  // namespace

AuditQuestion audit_question(Parameters& parameters) {
  AuditQuestion out;
  out.options.query = asked_query(parameters);
  out.options.names = asked_names(parameters);
  out.options.rules = parameters.words("rules");
  expect_known_rules(out.options.rules);
  if (parameters.flag("citations_expected")) out.options.uncited = AuditOptions::Uncited::kAccused;
  out.fail_on = parameters.choice<FindingLevel>("fail_on", FindingLevel::kWarning,
                                                {{"note", FindingLevel::kNote},
                                                 {"warning", FindingLevel::kWarning},
                                                 {"error", FindingLevel::kError}});
  out.generation = asked_generation(parameters);
  return out;
}

ExportShape asked_shape(Parameters& parameters, ExportFormat otherwise, ExportWhat what) {
  ExportShape out;
  out.format = parameters.choice<ExportFormat>("format", otherwise,
                                               {{"json", ExportFormat::kJsonLines},
                                                {"jsonl", ExportFormat::kJsonLines},
                                                {"csv", ExportFormat::kCsv},
                                                {"tsv", ExportFormat::kTsv},
                                                {"csl-json", ExportFormat::kCslJson},
                                                {"bibtex", ExportFormat::kBibtex},
                                                {"ris", ExportFormat::kRis},
                                                {"markdown", ExportFormat::kMarkdown},
                                                {"webannotation", ExportFormat::kWebAnnotation},
                                                {"text", ExportFormat::kText}});
  out.style = parameters.choice<CitationStyle>("style", CitationStyle::kNote,
                                               {{"note", CitationStyle::kNote},
                                                {"apa", CitationStyle::kApa},
                                                {"chicago", CitationStyle::kChicago}});
  out.fields = parameters.words("fields");
  const bool safe = parameters.flag("formula_safe");
  const bool mark = parameters.flag("bom");
  out.csv = {safe ? CsvCells::kFormulaSafe : CsvCells::kPlain,
             mark ? CsvStart::kByteOrderMark : CsvStart::kHeader};
  if (!out.fields.empty() && !has_rows(out.format)) {
    Parameters::refuse("fields", "fields goes with jsonl, csv and tsv only");
  }
  if (safe && out.format != ExportFormat::kCsv) {
    Parameters::refuse("formula_safe", "formula_safe goes with csv only");
  }
  if (mark && out.format != ExportFormat::kCsv) {
    Parameters::refuse("bom", "bom goes with csv only");
  }
  if (parameters.has("style") && !is_prose(out.format)) {
    Parameters::refuse("style", "style goes with text and markdown only");
  }
  if (what == ExportWhat::kCitations && is_bibliography(out.format)) {
    Parameters::refuse("what",
                       "a bibliography lists works: what=sources lists those that are cited, "
                       "what=passages the reports that cite them");
  }
  return out;
}

ExportQuestion export_question(Parameters& parameters) {
  ExportQuestion out;
  out.options.query = asked_query(parameters);
  out.options.names = asked_names(parameters);
  out.options.what = asked_what(parameters);
  out.options.select = asked_select(parameters, out.options.query);
  out.shape = asked_shape(parameters, ExportFormat::kJsonLines, out.options.what);
  out.generation = asked_generation(parameters);
  if (out.options.what == ExportWhat::kSources) {
    out.sources = parameters.texts("id", kMostIdBytes, kMostNamed);
  } else {
    out.ids = passages_named(parameters);
  }
  return out;
}

CiteQuestion cite_question(Parameters& parameters) {
  CiteQuestion out;
  out.ids = passages_named(parameters);
  if (out.ids.empty()) Parameters::refuse("id", "id is missing or empty");
  out.shape = asked_shape(parameters, ExportFormat::kText, ExportWhat::kPassages);
  out.generation = asked_generation(parameters);
  return out;
}

BundleQuestion bundle_question(Parameters& parameters) {
  BundleQuestion out;
  out.request.passages = passages_named(parameters);
  if (out.request.passages.empty()) Parameters::refuse("id", "id is missing or empty");
  out.request.query = asked_query(parameters);
  out.request.names = asked_names(parameters);
  out.request.mode = parameters.flag("excerpts") ? BundleMode::kExcerpts : BundleMode::kReports;
  out.generation = asked_generation(parameters);
  return out;
}

}  // namespace ibid
