// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/tree/tried_answers.h"

#include "tests/support/audit_sample.h"
#include "tests/support/render_sample.h"

namespace ibid::testing {
namespace {

const char kHash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

Anchors anchors_of(const std::string& t) {
  Anchors anchors;
  anchors.selectors.quote = {t, t, t};
  anchors.link = "https://e.example/#:~:text=" + t;
  return anchors;
}

Hit hit_of(const std::string& t) {
  Hit hit;
  hit.rank = 1;
  hit.score = 1;
  hit.passage = passage_of(t);
  hit.highlights = {{0, t.size()}};
  hit.snippet = {{0, t.size()}};
  hit.stale = true;
  hit.aliases = {{t, t}};
  hit.matches = {{t, t, t, 1}};
  hit.anchors = anchors_of(t);
  hit.place = LineLocation{7, 3};
  hit.alike = {t, t};
  return hit;
}

QuoteMatch place_of(const std::string& t) {
  return {{{passage_of(t), {0, t.size()}, {10, 10 + t.size()}}}, {t}, true};
}

}  // namespace

StoredPassage passage_of(const std::string& t) {
  StoredPassage passage;
  passage.id = t + "#1.1";
  passage.permalink = t + "#1.1@0123456789ab";
  passage.language = "en";
  passage.section = {{t, t, t}};
  passage.text = t;
  passage.bytes = {10, 10 + t.size()};
  passage.spans = {{0, 10, t.size(), t.size()}};
  passage.sentences = {{0, t.size()}};
  Citation citation;
  citation.source = t;
  citation.form = Citation::Form::kOther;
  citation.text = {0, t.size()};
  citation.bytes = passage.bytes;
  passage.citations = {citation};
  passage.sources = {{t, t, t, "2024", "https://e.example/" + t}};
  passage.report = {t, t, t, "2024-06-27", "https://e.example/" + t, "/srv/" + t, kHash};
  passage.report.author = passage.report.collection = t;
  passage.report.tags = {t, t};
  return passage;
}

SearchResult search_of(const std::string& t) {
  SearchResult result;
  result.query = result.parsed = t;
  result.ignored = {t};
  result.names = {{t, t}};
  result.index = {3, 25, 1};
  result.matches = 1;
  result.hits = {hit_of(t)};
  result.undated_passages = result.undated_reports = 1;
  result.suggestion = t;
  result.facets = {{Facet::kSource, {{t, 1, t}}}, {Facet::kSection, {{t, 2, ""}}}};
  return result;
}

SimilarResult similar_of(const std::string& t) {
  SimilarResult result;
  result.asked = passage_of(t);
  result.hits = {{hit_of(t), false, 0.5, false}};
  return result;
}

PassageInContext context_of(const std::string& t) {
  PassageInContext out;
  out.passages = {passage_of(t), passage_of(t)};
  out.stale = true;
  out.changed = true;
  out.cited_as = t;
  out.cited_at = {t, t};
  out.anchors = anchors_of(t);
  return out;
}

ReportOutline outline_of(const std::string& t) {
  ReportOutline out;
  out.report.id = out.report.title = out.report.publisher = t;
  out.report.date = "2024-06-27";
  out.report.url = "https://e.example/" + t;
  out.report.path = "/srv/" + t;
  out.report.language = "en";
  Section section;
  section.number = section.locator = section.title = section.entity_type = t;
  out.report.author = out.report.collection = t;
  out.report.tags = {t, t};
  out.entries = {{.depth = 0, .section = section},
                 {.depth = 1, .passage = passage_of(t)},
                 {.depth = 1, .left_out = FurnitureLine{t, {1, 2}}}};
  out.stale = true;
  return out;
}

SourceSummary source_of(const std::string& t) {
  SourceSummary source;
  source.source = t;
  source.form = Citation::Form::kMalformed;
  source.titles = {{t, 2}, {"Other " + t, 1}};
  source.publisher = t;
  source.author = t;
  source.url = "https://e.example/" + t;
  source.language = "eng";
  source.kind = "web";
  source.passages = source.reports = 1;
  source.first_date = source.last_date = "2024-06-27";
  return source;
}

SourceList sources_of(const std::string& t) {
  SourceList list;
  list.query = list.parsed = t;
  list.ignored = {t};
  list.sources = {source_of(t)};
  return list;
}

SourceCard card_of(const std::string& t) {
  SourceCard card;
  card.summary = source_of(t);
  card.siblings = {t};
  card.members = {source_of(t), source_of(t)};
  card.listings = {{t, passage_of(t), t, t, "https://e.example/" + t}};
  card.passages = {{passage_of(t), {{1, {0, t.size()}, {10, 10 + t.size()}, true}}, true}};
  card.beside = {{t, Citation::Form::kOther, t, 1, 1}};
  ReportShare share;
  share.report = passage_of(t).report;
  card.shares = {share};
  return card;
}

LineOrigin origin_of(const std::string& t) { return {7, t}; }

QuoteAnswer quote_of(const std::string& t, QuoteStatus status) {
  QuoteAnswer answer;
  answer.quotation = t;
  answer.status = status;
  answer.certificate.report = t;
  answer.certificate.forms = {t};
  answer.certificate.first_date = answer.certificate.last_date = "2024-06-27";
  if (status == QuoteStatus::kNormalised) {
    answer.differences = {FormDifference::kEllipsis};
    answer.matches = {place_of(t)};
    answer.match_count = 1;
  }
  if (status == QuoteStatus::kAltered) {
    answer.alteration = QuoteAlteration{place_of(t), 0.5, t, {}, {{ChangeKind::kName, t, t}}};
    answer.alteration->diff = {{DiffKind::kDelete, {0, t.size()}, {0, 0}},
                               {DiffKind::kInsert, {t.size(), t.size()}, {0, t.size()}}};
  }
  return answer;
}

DraftCheck draft_of(const std::string& t) {
  DraftCheck check{t, {}};
  for (const QuoteStatus status :
       {QuoteStatus::kNormalised, QuoteStatus::kAltered, QuoteStatus::kAbsent}) {
    check.answers.push_back({{t, 3, 5, true, t, {t}}, quote_of(t, status)});
  }
  return check;
}

Resolution resolution_of(const std::string& t) {
  Resolution out;
  out.permalink = t;
  out.standing = Standing::kChanged;
  out.present = passage_of(t);
  out.passages = {passage_of(t)};
  out.passage_count = 1;
  out.report_known = out.stale = true;
  return out;
}

CitedDiff diff_of(const std::string& t) {
  return {t,
          t,
          true,
          {{DiffKind::kDelete, {0, t.size()}, {0, 0}},
           {DiffKind::kInsert, {t.size(), t.size()}, {0, t.size()}}}};
}

ClaimAnswer claim_of(const std::string& t) {
  ClaimAnswer answer;
  answer.claim = t;
  answer.notices = {t};
  answer.units = {{ClaimUnitKind::kName, t, {0, t.size()}, true},
                  {ClaimUnitKind::kFigure, t, {0, t.size()}, true}};
  ClaimEvidence evidence;
  evidence.rank = 1;
  evidence.passage = passage_of(t);
  evidence.stale = true;
  evidence.held = {{0, true, "alias", t, {0, t.size()}}};
  evidence.lacked = {1};
  evidence.sentence_text = {0, t.size()};
  for (const DifferenceKind kind :
       {DifferenceKind::kFigure, DifferenceKind::kNegation, DifferenceKind::kReversal}) {
    evidence.differences.push_back({kind, t, t, {0, t.size()}});
  }
  evidence.alike = {{t, t, t}};
  answer.passages = {evidence};
  return answer;
}

ClaimAnswer vain_claim_of(const std::string& t) {
  ClaimAnswer answer = claim_of(t);
  answer.passages.clear();
  answer.certificate = ClaimCertificate{};
  answer.certificate->forms = {t};
  answer.certificate->first_date = answer.certificate->last_date = "2024-06-27";
  return answer;
}

BundleManifest manifest_of(const std::string& t) {
  BundleManifest manifest;
  manifest.program = t;
  manifest.query = BundleQuery{t, t, {{t, t}}, 1, true};
  manifest.index.analyzer = manifest.index.created_by = manifest.index.storage = t;
  const StoredPassage stored = passage_of(t);
  manifest.reports = {{stored.report, t, 99, t, t}};
  BundlePassage passage;
  passage.id = stored.id;
  passage.permalink = stored.permalink;
  passage.report = stored.report.id;
  passage.kind = "body";
  passage.language = "en";
  passage.section = stored.section;
  passage.text = stored.text;
  passage.sha256 = passage.text_sha256 = kHash;
  passage.bytes = stored.bytes;
  passage.file = t;
  passage.sentences = stored.sentences;
  passage.citations = stored.citations;
  passage.sources = stored.sources;
  passage.selectors = anchors_of(t).selectors;
  passage.link = anchors_of(t).link;
  manifest.passages = {passage};
  manifest.files = {{t, kHash, 99}};
  return manifest;
}

BundleCheck bundle_check_of(const std::string& t) {
  BundleCheck check;
  check.manifest = manifest_of(t);
  check.seal = kHash;
  check.passages = {{t, false}};
  check.problems = {{t, {1, 2}, t}};
  return check;
}

ReportAudit audit_of(const std::string& t) {
  ReportAudit audit;
  audit.report = passage_of(t).report;
  audit.stale = true;
  audit.attribution = english_attribution();
  audit.attribution.largest_source_id = audit.attribution.largest_source_told = t;
  audit.sections = {{{t, t, t}, english_attribution()}};
  FindingLocation place;
  place.report_id = place.passage_id = place.permalink = place.excerpt = t;
  place.path = "/srv/" + t;
  place.bytes = {1, 1 + t.size()};
  place.line = place.column = place.end_line = 1;
  place.end_column = 2;
  place.written = t;
  place.part = {0, t.size()};
  place.context = std::make_shared<const FindingContext>(FindingContext{{{t, t, t}}, t, {t, t}});
  audit.findings = {finding_of(rule::kUncitedFigure, t, place)};
  place.path = "/else/" + t;
  audit.findings.back().related = {place};
  return audit;
}

}  // namespace ibid::testing
