// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/finding_list.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "search/render/passage_lines.h"
#include "tools/serve/audit_pages/audit_words.h"
#include "tools/serve/page/parts/page_parts.h"

namespace ibid {
namespace {

const Wording& level_words(FindingLevel level) {
  switch (level) {
    case FindingLevel::kError:
      return audit_words::kLevelError;
    case FindingLevel::kWarning:
      return audit_words::kLevelWarning;
    case FindingLevel::kNote:
      break;
  }
  return audit_words::kLevelNote;
}

// The passage with the part that the finding is about marked, or the text at another place.
void write_excerpt(HtmlWriter& html, const PageVisit& visit, const FindingLocation& location) {
  const std::string& text = location.context->text;
  const bool is_passage = !text.empty() && location.part.end <= text.size();
  const std::string& shown = is_passage ? text : location.excerpt;
  if (shown.empty()) return;
  html.open("blockquote", {visit.lang_of(shown), {"dir", "auto"}});
  if (is_passage && location.part.size() < text.size()) {
    html.marked(text, std::span(&location.part, 1));
  } else {
    html.text(shown);
  }
  html.close();
  if (!is_passage || location.context->sources.empty()) return;
  std::string sources;
  for (const std::string& source : location.context->sources) {
    sources += (sources.empty() ? "" : "; ") + source;
  }
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kPassageCitesOnly, sources));
}

void write_location(HtmlWriter& html, const PageVisit& visit, const FindingLocation& location) {
  if (location.passage_id.empty()) {
    html.link(visit.report_address(location.report_id), location.report_id);
  } else {
    html.link(visit.place_address(location.passage_id), location.passage_id);
  }
  if (const std::string section = section_path_text(location.context->section); !section.empty()) {
    html.lone("br").element("span", {{"class", "small"}, visit.lang_of(section)}, section);
  }
  std::string place = place_words(location);
  if (location.line != 0) {
    place =
        location.path.substr(location.path.rfind('/') + 1) + ":" + std::to_string(location.line);
  }
  if (!place.empty()) html.lone("br").element("span", {{"class", "faint small"}}, place);
}

// A link that accepts the finding, or takes that back.
void write_acceptance(HtmlWriter& html, const PageVisit& visit, const Finding& finding,
                      const AuditView& view) {
  if (!view.is_sendable) return;
  HttpFields fields = view_fields(view);
  const bool accepted = view.accepts(finding);
  if (accepted) {
    fields = fields_without(fields, "accept", finding.fingerprint);
  } else {
    if (view.accepted.size() >= kMostAcceptedInAddress) return;
    fields.emplace_back("accept", finding.fingerprint);
  }
  html.open("p", {{"class", "no-print small"}});
  html.link(visit.address(visit.request().path, fields),
            visit.say(accepted ? audit_words::kTakeBack : audit_words::kAccept),
            {{"aria-describedby", finding.fingerprint}});
  html.close();
}

void write_row(HtmlWriter& html, const PageVisit& visit, const Finding& finding,
               const AuditView& view) {
  const bool accepted = view.accepts(finding);
  html.open("tr", {{"id", finding.fingerprint}}).open("td");
  html.element("span",
               {{"class", std::string("badge ") + (accepted ? "faint" : to_string(finding.level))}},
               visit.say(accepted ? audit_words::kIsAccepted : level_words(finding.level)));
  html.lone("br").link("#rule-" + std::string(finding.rule->id), finding.rule->id,
                       {{"lang", "en"}, {"class", "small"}});
  write_acceptance(html, visit, finding, view);
  html.close().open("td");
  html.element("span", {visit.lang_of(finding.message)}, finding.message);
  write_excerpt(html, visit, finding.location);
  for (const FindingLocation& other : finding.related) {
    html.open("div", {{"class", "beside"}});
    html.element("span", {{"class", "faint small"}}, visit.say(audit_words::kBeside) + " ");
    write_location(html, visit, other);
    write_excerpt(html, visit, other);
    html.close();
  }
  html.close().open("td", {{"class", "place"}});
  write_location(html, visit, finding.location);
  html.close().close();
}

void add_counts(const LevelCounts& part, LevelCounts& sum) {
  sum.errors += part.errors;
  sum.warnings += part.warnings;
  sum.notes += part.notes;
  sum.accepted += part.accepted;
}

std::vector<const Finding*> shown_findings(const AuditBoard& board, const AuditView& view) {
  std::vector<const Finding*> out;
  for (const ReportAudit& audit : board.reports) {
    for (const Finding& finding : audit.findings) {
      if (view.shows(finding)) out.push_back(&finding);
    }
  }
  return out;
}

}  // namespace

LevelCounts level_counts(const ReportAudit& audit, const AuditView& view) {
  LevelCounts out;
  for (const Finding& finding : audit.findings) {
    ++(view.accepts(finding)                     ? out.accepted
       : finding.level == FindingLevel::kError   ? out.errors
       : finding.level == FindingLevel::kWarning ? out.warnings
                                                 : out.notes);
  }
  return out;
}

LevelCounts level_counts(const AuditBoard& board, const AuditView& view) {
  LevelCounts out;
  for (const ReportAudit& audit : board.reports) add_counts(level_counts(audit, view), out);
  return out;
}

void write_level_counts(HtmlWriter& html, const PageVisit& visit, const LevelCounts& counts) {
  const auto chip = [&](std::uint64_t count, const char* css_class, const Wording& one,
                        const Wording& many) {
    if (count == 0) return;
    html.element("span", {{"class", css_class}}, visit.count(count, one, many)).text(" ");
  };
  chip(counts.errors, "badge error", audit_words::kError, audit_words::kErrors);
  chip(counts.warnings, "badge warning", audit_words::kWarning, audit_words::kWarnings);
  chip(counts.notes, "badge note", audit_words::kNote, audit_words::kNotes);
  chip(counts.accepted, "badge faint", audit_words::kAcceptedOne, audit_words::kAcceptedCount);
}

void write_findings(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                    const AuditView& view) {
  html.element("h2", {{"id", "findings"}}, visit.say(audit_words::kFindingsTitle));
  if (board.kept < board.findings) {
    html.element("p", {{"class", "warning"}},
                 visit.say(audit_words::kFindingsCut, grouped(board.kept)));
  }
  const std::vector<const Finding*> findings = shown_findings(board, view);
  if (findings.empty()) {
    html.element("p", visit.say(audit_words::kNoFindingsLeft));
    return;
  }
  const ListPart part = asked_part(visit, findings.size(), kFindingsOnPage);
  write_part_links(html, visit, part, view_fields(view));
  html.open("div", {{"class", "table"}}).open("table", {{"class", "findings"}});
  write_head_row(html, {visit.say(audit_words::kRule), visit.say(audit_words::kFinding),
                        visit.say(audit_words::kPlace)});
  html.open("tbody");
  for (std::size_t i = part.begin; i < part.end; ++i) write_row(html, visit, *findings[i], view);
  html.close().close().close();
  write_part_links(html, visit, part, view_fields(view));
}

void write_disagreements(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                         const AuditView& view) {
  std::vector<const Finding*> found;
  for (const Finding* finding : shown_findings(board, view)) {
    if (finding->rule->id == std::string_view(rule::kDisagreeingFigures)) found.push_back(finding);
  }
  if (found.empty()) return;
  html.element("h2", visit.say(audit_words::kDisagreeing));
  for (std::size_t i = 0; i < std::min(found.size(), kMostSideBySide); ++i) {
    const Finding& finding = *found[i];
    html.open("section", {{"class", "card"}});
    html.element("h3", {visit.lang_of(finding.message)}, finding.message);
    html.open("div", {{"class", "pair"}});
    const auto side = [&](const FindingLocation& location) {
      html.open("div").open("p", {{"class", "small"}});
      write_location(html, visit, location);
      html.close();
      write_excerpt(html, visit, location);
      html.close();
    };
    side(finding.location);
    for (const FindingLocation& other : finding.related) side(other);
    html.close().close();
  }
  if (found.size() <= kMostSideBySide) return;
  AuditView only = view;
  only.rules = {rule::kDisagreeingFigures};
  html.open("p").link(visit.address(visit.request().path, view_fields(only)) + "#findings",
                      visit.say(audit_words::kDisagreeingAll, grouped(found.size())));
  html.close();
}

void write_rules(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board) {
  html.open("details").element("summary", visit.say(audit_words::kRulesTitle));
  html.open("div", {{"class", "table"}}).open("table");
  write_head_row(html, {visit.say(audit_words::kRule), visit.say(audit_words::kCount),
                        visit.say(audit_words::kMeaning), visit.say(audit_words::kToFix)});
  html.open("tbody");
  for (const Rule& rule : audit_rules()) {
    const auto count = board.totals.by_rule.find(rule.id);
    html.open("tr", {{"id", "rule-" + std::string(rule.id)}});
    html.element("th", {{"scope", "row"}, {"lang", "en"}}, rule.id);
    write_number_cell(html, count == board.totals.by_rule.end() ? 0 : count->second);
    html.element("td", {{"lang", "en"}}, rule.meaning);
    html.element("td", {{"lang", "en"}}, rule.remedy).close();
  }
  html.close().close().close().close();
}

}  // namespace ibid
