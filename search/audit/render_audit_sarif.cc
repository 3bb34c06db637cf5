// SPDX-License-Identifier: GPL-2.0-or-later
//
// OASIS SARIF 2.1.0. The members of an object have no order, so what is known only at the end is
// written at the end, and no result has to be kept.
#include <fmt/core.h>

#include "search/audit/json_finding.h"
#include "search/audit/render_audit.h"
#include "search/render/file_uri.h"

namespace ibid {
namespace {

constexpr char kSchema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr char kBaseId[] = "%SRCROOT%";  // the name most tools use

// "cites no source" -> "Cites no source."; an id at the start stays as it is. Escapes what would be
// a placeholder or a link in a SARIF message (3.11.5, 3.11.6).
std::string message_text(std::string_view message) {
  std::string out;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const char c = message[i];
    if (c == '{' || c == '}') out += c;
    if (c == ']' && message.substr(i + 1).starts_with('(')) out += '\\';
    out += c;
  }
  const std::size_t word = message.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
  const bool is_word = word == std::string_view::npos || (word > 0 && message[word] == ' ');
  if (is_word && !out.empty()) out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out + ".";
}

Json json_text(std::string_view text) { return {{"text", text}}; }

Json json_rule(const Rule& rule) {
  const std::string help = fmt::format("Example: {}\nTo fix: {}.", rule.example, rule.remedy);
  return {{"id", rule.id},
          {"shortDescription", json_text(message_text(rule.meaning))},
          {"help", json_text(help)},
          {"defaultConfiguration", {{"level", to_string(rule.level)}}}};
}

std::size_t index_of(const Rule* rule) {
  return static_cast<std::size_t>(rule - audit_rules().data());
}

Json json_region(const FindingLocation& location) {
  Json region = Json::object();
  if (location.line != 0) {
    region["startLine"] = location.line;
    region["startColumn"] = location.column;
    region["endLine"] = location.end_line;
    region["endColumn"] = location.end_column;
  }
  region["byteOffset"] = location.bytes.begin;
  region["byteLength"] = location.bytes.size();
  if (!location.excerpt.empty()) region["snippet"] = json_text(location.excerpt);
  return region;
}

class AuditSarif final : public AuditRenderer {
 public:
  std::string begin(const AuditHead& head) override {
    base_dir_ = head.base_dir;
    Json rules = Json::array();
    for (const Rule& rule : audit_rules()) rules.push_back(json_rule(rule));
    const Json driver = {
        {"name", head.program}, {"semanticVersion", head.version}, {"rules", std::move(rules)}};
    std::string out =
        fmt::format("{{\"$schema\":\"{}\",\"version\":\"2.1.0\",\"runs\":[{{\n", kSchema);
    out += "\"tool\":" + dump_json_line({{"driver", driver}});
    out += ",\"columnKind\":\"unicodeCodePoints\"\n";
    out += R"(,"newlineSequences":["\r\n","\n","\r"])"
           "\n";
    if (!base_dir_.empty()) {
      const Json bases = {{kBaseId, {{"uri", folder_uri(base_dir_)}}}};
      out += ",\"originalUriBaseIds\":" + dump_json_line(bases);
    }
    return out + ",\"results\":[\n";
  }

  std::string report(const ReportAudit& audit) override {
    std::string out;
    for (const Finding& finding : audit.findings) {
      if (!first_) out += ',';
      first_ = false;
      out += dump_json_line(json_result(finding));
    }
    return out;
  }

  std::string end(const AuditTotals& totals) override {
    Json invocation = {{"executionSuccessful", totals.complete}};
    if (totals.last_generation != totals.index.generation) {
      const Json changed = {{"level", "warning"},
                            {"message", json_text("The index changed during the audit.")}};
      invocation["toolExecutionNotifications"] = Json::array({changed});
    }
    const Json properties = {{"reports", totals.reports},
                             {"passages", totals.passages},
                             {"in_part", totals.in_part},
                             {"without_citations", totals.without_citations},
                             {"few_citations", totals.few_citations},
                             {"attribution", json_attribution(totals.attribution)}};
    return "]\n,\"invocations\":" + dump_json_line(Json::array({invocation})) +
           ",\"properties\":" + dump_json_line(properties) + "}]}\n";
  }

 private:
  Json json_location(const FindingLocation& location) const {
    const FileUri file = file_uri(location.path, base_dir_);
    Json physical = {{"artifactLocation", {{"uri", file.uri}}}};
    if (file.relative) physical["artifactLocation"]["uriBaseId"] = kBaseId;
    if (!location.bytes.empty()) physical["region"] = json_region(location);
    Json out = {{"physicalLocation", std::move(physical)}};
    if (!location.passage_id.empty()) {
      const Json passage = {{"fullyQualifiedName", location.passage_id}, {"kind", "passage"}};
      out["logicalLocations"] = Json::array({passage});
    }
    return out;
  }

  Json json_result(const Finding& finding) const {
    Json result = {{"ruleId", finding.rule->id},
                   {"ruleIndex", index_of(finding.rule)},
                   {"level", to_string(finding.level)},
                   {"message", json_text(message_text(finding.message))},
                   {"locations", Json::array({json_location(finding.location)})}};
    std::size_t id = 0;
    for (const FindingLocation& location : finding.related) {
      Json related = json_location(location);
      related["id"] = ++id;
      result["relatedLocations"].push_back(std::move(related));
    }
    result["partialFingerprints"] = {{"ibidFinding/v1", finding.fingerprint}};
    result["suppressions"] = Json::array();
    if (finding.accepted) {
      const Json accepted = {{"kind", "external"}, {"status", "accepted"}};
      result["suppressions"].push_back(accepted);
    }
    return result;
  }

  std::string base_dir_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<AuditRenderer> audit_sarif() { return std::make_unique<AuditSarif>(); }

}  // namespace ibid
