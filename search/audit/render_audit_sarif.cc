// SPDX-License-Identifier: GPL-2.0-or-later
//
// OASIS SARIF 2.1.0. The members of an object have no order, so what is known only at the end is
// written at the end, and no result has to be kept.
#include <fmt/core.h>

#include "search/audit/json_finding.h"
#include "search/audit/render_audit.h"
#include "search/render/file_uri.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr char kSchema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr char kBaseId[] = "%SRCROOT%";  // the name most tools use

// There is no page of the program on the web; the manual is on every machine that has it.
constexpr char kInformation[] = "man:ibid-audit(1)";

// Escapes what would be a placeholder or a link in a SARIF message (3.11.5, 3.11.6).
std::string escaped(std::string_view message) {
  std::string out;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const char c = message[i];
    if (c == '{' || c == '}') out += c;
    if (c == ']' && message.substr(i + 1).starts_with('(')) out += '\\';
    out += c;
  }
  return out;
}

// "cites no source" -> "Cites no source."; an id at the start stays as it is.
std::string message_text(std::string_view message) {
  std::string out = escaped(message);
  const std::size_t word = message.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
  const bool is_word = word == std::string_view::npos || (word > 0 && message[word] == ' ');
  if (is_word && !out.empty()) out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out + ".";
}

// "uncited-figure" -> "UncitedFigure", the form that readers show as a name.
std::string rule_name(std::string_view id) {
  std::string out;
  bool begins = true;
  for (const char c : id) {
    if (c != '-') out += begins ? static_cast<char>(c - 'a' + 'A') : c;
    begins = c == '-';
  }
  return out;
}

// The kind of run that this is, for readers that compare runs of one kind: "ibid/audit/", with the
// query or the names of the files behind it.
std::string run_id(const AuditHead& head) {
  std::string out = head.program + "/audit/";
  if (!head.query.empty()) out += percent_encode_path(head.query) + "/";
  for (const std::string& path : head.paths) {
    out += percent_encode_path(path_below(path, head.base_dir)) + "/";
  }
  return out;
}

Json json_text(std::string_view text) { return {{"text", text}}; }

Json json_rule(const Rule& rule) {
  const std::string help = fmt::format("Example: {}\nTo fix: {}.", rule.example, rule.remedy);
  const std::string meaning = message_text(rule.meaning);
  return {{"id", rule.id},
          {"name", rule_name(rule.id)},
          {"shortDescription", json_text(meaning)},
          {"fullDescription",
           json_text(fmt::format("{} For example: {}", meaning, escaped(rule.example)))},
          {"help", json_text(help)},
          {"defaultConfiguration", {{"level", to_string(rule.level)}}}};
}

std::size_t index_of(const Rule* rule) {
  return static_cast<std::size_t>(rule - audit_rules().data());
}

// A text region where lines are known, else one of bytes. Not both: readers take a region that has
// a byteOffset for one of a binary file, and then show no text of it (Microsoft's SDK inserts no
// snippets), so the bytes of a text region are in its properties.
Json json_region(const FindingLocation& location, ByteRange in_file) {
  const Json bytes = {{"byteOffset", in_file.begin}, {"byteLength", in_file.size()}};
  if (location.line == 0) return bytes;
  Json region = {{"startLine", location.line},
                 {"startColumn", location.column},
                 {"endLine", location.end_line},
                 {"endColumn", location.end_column}};
  if (!location.written.empty()) region["snippet"] = json_text(location.written);
  region["properties"] = bytes;
  return region;
}

const char* place_kind(AnchorGrade grade) {
  switch (grade) {
    case AnchorGrade::kPage:
      return "page";
    case AnchorGrade::kPart:
      return "part";
    case AnchorGrade::kByte:
      return "label";
  }
  return "label";
}

class AuditSarif final : public AuditRenderer {
 public:
  std::string begin(const AuditHead& head) override {
    base_dir_ = head.base_dir;
    Json rules = Json::array();
    for (const Rule& rule : audit_rules()) rules.push_back(json_rule(rule));
    const Json driver = {{"name", head.program},
                         {"fullName", fmt::format("{} audit {}", head.program, head.version)},
                         {"semanticVersion", head.version},
                         {"informationUri", kInformation},
                         {"rules", std::move(rules)}};
    std::string out =
        fmt::format("{{\"$schema\":\"{}\",\"version\":\"2.1.0\",\"runs\":[{{\n", kSchema);
    out += "\"tool\":" + dump_json_line({{"driver", driver}});
    out += ",\"automationDetails\":" + dump_json_line({{"id", run_id(head)}});
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
    if (const auto bytes = file_bytes(location)) physical["region"] = json_region(location, *bytes);
    Json out = {{"physicalLocation", std::move(physical)}};
    // What was indexed, where the file does not say it.
    if (location.written.empty() && !location.excerpt.empty()) {
      out["message"] = json_text(escaped(location.excerpt));
    }
    if (!location.passage_id.empty()) {
      out["logicalLocations"].push_back(
          {{"fullyQualifiedName", location.passage_id}, {"kind", "passage"}});
    }
    // A page, or a part of an archive: no region of the file.
    if (const std::string place = place_words(location); !place.empty()) {
      const char* kind = place_kind(location.extraction->grade);
      out["logicalLocations"].push_back({{"fullyQualifiedName", place}, {"kind", kind}});
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
