// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/audit_view.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/audit/rules/comparing_rules.h"
#include "tools/serve/audit_pages/audit_words.h"
#include "tools/serve/page/parts/part_words.h"

namespace ibid {
namespace {

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

void add_rule(std::vector<std::string>& rules, const std::string& id) {
  if (id.empty() || std::find(rules.begin(), rules.end(), id) != rules.end()) return;
  if (find_rule(id) == nullptr) {
    throw Error(ErrorKind::kUsage, "there is no rule \"" + id + "\"");
  }
  rules.push_back(id);
}

void write_language(HtmlWriter& html, const PageVisit& visit) {
  if (!visit.chose_language()) return;
  html.lone("input",
            {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
}

void write_level_field(HtmlWriter& html, const PageVisit& visit, const AuditView& view) {
  html.open("p")
      .element("label", {{"for", "level"}}, visit.say(audit_words::kLeastLevel))
      .text(" ");
  html.open("select", {{"id", "level"}, {"name", "level"}});
  const std::pair<FindingLevel, const Wording&> levels[] = {
      {FindingLevel::kNote, audit_words::kAllLevels},
      {FindingLevel::kWarning, audit_words::kWarningsUp},
      {FindingLevel::kError, audit_words::kErrorsOnly}};
  for (const auto& [level, words] : levels) {
    html.element("option", {{"value", to_string(level)}, only_if(level == view.least, "selected")},
                 visit.say(words));
  }
  html.close().close();
}

void write_checkbox(HtmlWriter& html, const char* name, const char* value, bool checked,
                    const std::string& words) {
  const std::string id = std::string("is-") + name + "-" + value;
  html.open("p", {{"class", "check"}});
  html.lone("input", {{"type", "checkbox"},
                      {"id", id},
                      {"name", name},
                      {"value", value},
                      only_if(checked, "checked")});
  // The id of a rule is English in any language.
  html.text(" ").element("label", {{"for", id}, only_if(words == value, "lang", "en")}, words);
  html.close();
}

void write_text_field(HtmlWriter& html, const PageVisit& visit, const char* name,
                      const Wording& label, const std::string& value) {
  html.open("p").element("label", {{"for", name}}, visit.say(label)).text(" ");
  html.lone("input", {{"id", name},
                      {"name", name == std::string_view("only") ? "q" : name},
                      {"type", "text"},
                      exact("value", value),
                      {"autocapitalize", "none"},
                      {"spellcheck", "false"},
                      {"maxlength", "4096"},
                      {"dir", "auto"}});
  html.close();
}

}  // namespace

bool AuditView::compares(std::uint64_t passages) const {
  const bool asks = std::any_of(rules.begin(), rules.end(), [](const std::string& id) {
    return compares_reports(*find_rule(id));
  });
  return asks || compare == Compare::kYes ||
         (compare == Compare::kUnasked && passages <= kComparedUnasked);
}

AuditOptions AuditView::options(const PageVisit& visit) const {
  AuditOptions out;
  out.query = query;
  if (!compares(visit.index_state().passages)) {
    for (const Rule& rule : audit_rules()) {
      if (!compares_reports(rule)) out.rules.emplace_back(rule.id);
    }
  }
  out.names = visit.names();
  out.uncited = uncited;
  return out;
}

bool AuditView::shows(const Finding& finding) const {
  if (finding.level < least) return false;
  if (!report.empty() && finding.location.report_id != report) return false;
  if (!rules.empty() && std::find(rules.begin(), rules.end(), finding.rule->id) == rules.end()) {
    return false;
  }
  return shows_accepted || !accepts(finding);
}

AuditView asked_view(const PageVisit& visit) {
  AuditView view;
  view.query = trim(visit.field("q"));
  if (visit.field("expected") == "1") view.uncited = AuditOptions::Uncited::kAccused;
  if (visit.field("level") == "warning") view.least = FindingLevel::kWarning;
  if (visit.field("level") == "error") view.least = FindingLevel::kError;
  view.report = trim(visit.field("report"));
  view.shows_accepted = visit.field("accepted") == "1";
  if (visit.field("compare") == "1") view.compare = AuditView::Compare::kYes;
  if (visit.field("compare") == "0") view.compare = AuditView::Compare::kNo;
  for (const auto& [name, value] : visit.request().query) {
    if (name == "rule") add_rule(view.rules, value);
    if (name == "accept" && is_fingerprint(value)) view.accepted.insert(value);
  }
  const std::string_view lines = visit.field("baseline");
  if (lines.empty()) return view;
  for (const std::string& fingerprint : parse_baseline(lines, "baseline")) {
    view.is_sendable = !view.accepted.insert(fingerprint).second && view.is_sendable;
  }
  return view;
}

HttpFields view_fields(const AuditView& view) {
  HttpFields fields;
  const auto add = [&](const char* name, std::string_view value) {
    if (!value.empty()) fields.emplace_back(name, value);
  };
  add("q", view.query);
  add("expected", view.uncited == AuditOptions::Uncited::kAccused ? "1" : "");
  add("level", view.least == FindingLevel::kNote ? "" : to_string(view.least));
  for (const std::string& rule : view.rules) add("rule", rule);
  add("report", view.report);
  add("accepted", view.shows_accepted ? "1" : "");
  if (view.compare != AuditView::Compare::kUnasked) {
    add("compare", view.compare == AuditView::Compare::kYes ? "1" : "0");
  }
  if (view.accepted.size() > kMostAcceptedInAddress) return fields;
  for (const std::string& fingerprint :
       std::set<std::string>(view.accepted.begin(), view.accepted.end())) {
    add("accept", fingerprint);
  }
  return fields;
}

std::string address_of_baseline(const PageVisit& visit, const AuditView& view) {
  if (visit.request().method != HttpMethod::kPost) return {};
  if (view.accepted.size() > kMostAcceptedInAddress) return {};
  return visit.address(visit.request().path, view_fields(view));
}

void write_filters(HtmlWriter& html, const PageVisit& visit, const AuditView& view) {
  html.open("form", {{"method", "get"},
                     {"action", visit.request().path},
                     {"class", "card no-print"},
                     {"aria-label", visit.say(audit_words::kFilters)}});
  html.open("div", {{"class", "fields"}});
  if (visit.request().path == "/audit") {
    write_text_field(html, visit, "only", audit_words::kOnlyMatching, view.query);
    write_text_field(html, visit, "report", audit_words::kOfReport, view.report);
  }
  write_level_field(html, visit, view);
  html.close();
  html.open("details", {only_if(!view.rules.empty(), "open")});
  html.element("summary", visit.say(audit_words::kOnlyRules)).open("div", {{"class", "checks"}});
  for (const Rule& rule : audit_rules()) {
    const bool chosen =
        std::find(view.rules.begin(), view.rules.end(), rule.id) != view.rules.end();
    write_checkbox(html, "rule", rule.id, chosen, rule.id);
  }
  html.close().close();
  write_checkbox(html, "expected", "1", view.uncited == AuditOptions::Uncited::kAccused,
                 visit.say(audit_words::kExpectCitations));
  write_checkbox(html, "accepted", "1", view.shows_accepted, visit.say(audit_words::kShowAccepted));
  for (const auto& [name, value] : view_fields(view)) {
    if (name != "accept" && name != "compare") continue;
    html.lone("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
  write_language(html, visit);
  html.open("p")
      .element("button", {{"type", "submit"}}, visit.say(part_words::kShow))
      .close()
      .close();
}

void write_baseline_form(HtmlWriter& html, const PageVisit& visit, const AuditView& view) {
  html.open("details", {{"class", "no-print"}});
  html.element("summary", visit.say(audit_words::kBaseline));
  html.open("form", {{"method", "post"}, {"action", visit.request().path}});
  html.open("p").element("label", {{"for", "baseline"}},
                         visit.say(audit_words::kBaselineSays, kMostAcceptedInAddress));
  html.close();
  html.open("textarea",
            {{"id", "baseline"}, {"name", "baseline"}, {"rows", "5"}, {"spellcheck", "false"}});
  html.exact_lines(visit.field("baseline")).close();
  for (const auto& [name, value] : view_fields(view)) {
    if (name == "accept") continue;
    html.lone("input", {{"type", "hidden"}, {"name", name}, exact("value", value)});
  }
  write_language(html, visit);
  html.open("p").element("button", {{"type", "submit"}}, visit.say(audit_words::kApplyBaseline));
  html.close().close().close();
}

}  // namespace ibid
