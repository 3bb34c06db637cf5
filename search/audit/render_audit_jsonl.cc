// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/json_finding.h"
#include "search/audit/render_audit.h"
#include "search/render/json_text.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

Json json_rule(const Rule& rule) {
  return {{"id", rule.id},
          {"level", to_string(rule.level)},
          {"meaning", rule.meaning},
          {"example", rule.example},
          {"remedy", rule.remedy}};
}

void append(Json line, const Json& members, std::string& out) {
  line.update(members);
  out += dump_json_line(line);
}

class AuditJsonLines final : public AuditRenderer {
 public:
  std::string begin(const AuditHead& head) override {
    std::string out;
    Json line = {{"query", head.query}};
    if (!head.paths.empty()) {
      Json& paths = line["paths"] = Json::array();
      for (const std::string& path : head.paths) {
        Json object = Json::object();
        add_json_path(object, path);
        paths.push_back(std::move(object));
      }
    }
    append(json_line_head("audit"), line, out);
    return out;
  }

  std::string report(const ReportAudit& audit) override {
    std::string out;
    report_to(audit, [&](std::string_view piece) { out += piece; });
    return out;
  }

  void report_to(const ReportAudit& audit, const Write& write) override {
    constexpr std::size_t kPiece = std::size_t{1} << 16;  // bytes
    std::string out;
    Json sections = Json::array();
    for (const SectionAttribution& part : audit.sections) {
      sections.push_back({{"section", json_section(part.section)},
                          {"attribution", json_attribution(part.attribution)}});
    }
    append(json_line_head("report_audit"),
           {{"report", json_report(audit.report)},
            {"stale", audit.stale},
            {"citations_recognised", audit.citations_recognised},
            {"cites_few", audit.cites_few},
            {"whole", audit.whole},
            {"attribution", json_attribution(audit.attribution)},
            {"sections", std::move(sections)}},
           out);
    for (const Finding& finding : audit.findings) {
      JsonText line(out);
      line.begin_object();
      put_json_line_head(line, "finding");
      put_json_finding(line, finding);
      line.end_object();
      out += '\n';
      if (out.size() < kPiece) continue;
      write(out);
      out.clear();
    }
    write(out);
  }

  std::string end(const AuditTotals& totals) override {
    Json by_rule = Json::object();
    for (const auto& [rule, count] : totals.by_rule) by_rule[rule] = count;
    std::string out;
    append(json_line_head("end"),
           {{"index",
             {{"generation", totals.index.generation},
              {"last_generation", totals.last_generation},
              {"passages", totals.index.passages}}},
            {"complete", totals.complete},
            {"reports", totals.reports},
            {"passages", totals.passages},
            {"in_part", totals.in_part},
            {"without_citations", totals.without_citations},
            {"few_citations", totals.few_citations},
            {"attribution", json_attribution(totals.attribution)},
            {"errors", totals.errors},
            {"warnings", totals.warnings},
            {"notes", totals.notes},
            {"accepted", totals.accepted},
            {"by_rule", std::move(by_rule)}},
           out);
    return out;
  }
};

}  // namespace

std::unique_ptr<AuditRenderer> audit_jsonl() { return std::make_unique<AuditJsonLines>(); }

std::string rules_json_lines() {
  std::string out;
  for (const Rule& rule : audit_rules()) append(json_line_head("rule"), json_rule(rule), out);
  return out;
}

}  // namespace ibid
