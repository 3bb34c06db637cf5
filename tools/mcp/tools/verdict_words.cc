// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/verdict_words.h"

#include <fmt/core.h>

#include "search/render/wording.h"
#include "tools/mcp/tools/element_words.h"

namespace ibid {
namespace {

std::uint64_t count_of(const Json& value, const char* name) {
  return value.at(name).get<std::uint64_t>();
}

// "a", "b", "c"
std::string list_of(const Json& texts) {
  std::string out;
  for (const Json& text : texts) out += (out.empty() ? "" : ", ") + in_quotes(text);
  return out;
}

// What was searched, and in vain.
std::string certificate_words(const Json& certificate) {
  std::string out = fmt::format("  searched in vain: {} in {}",
                                counted(count_of(certificate, "passages"), "passage"),
                                counted(count_of(certificate, "reports"), "report"));
  if (const Json& first = certificate.at("first_date"); !first.empty() && first != "") {
    out +=
        fmt::format(", dated {} to {}", in_quotes(first), in_quotes(certificate.at("last_date")));
  }
  if (const auto undated = count_of(certificate, "undated"); undated > 0) {
    out += fmt::format(", {} undated", undated);
  }
  if (const Json& forms = certificate.at("forms"); !forms.empty()) {
    out += "; for " + list_of(forms);
  }
  return out + "\n";
}

std::string places_words(const Json& quote) {
  std::string out;
  for (const Json& place : quote.at("places")) {
    for (const Json& part : place.at("parts")) {
      out += fmt::format("  in {}\n", part.at("passage").at("permalink").get<std::string>());
      out += "    " + attribution_words(part.at("citations")) + "\n";
    }
    if (place.value("stale", Json(false)) == Json(true)) out += "    stale: the file has changed or is gone\n";
  }
  return out;
}

std::string alteration_words(const Json& alteration) {
  std::string out = "  the report says: " + in_quotes(alteration.at("said")) + "\n";
  for (const Json& change : alteration.at("changes")) {
    out += fmt::format("  {}: said {} quoted {}\n", change.at("kind").get<std::string>(),
                       in_quotes(change.at("said")), in_quotes(change.at("quoted")));
  }
  for (const Json& part : alteration.at("place").at("parts")) {
    out += fmt::format("  in {}\n", part.at("passage").at("permalink").get<std::string>());
    out += "    " + attribution_words(part.at("citations")) + "\n";
  }
  return out;
}

std::string quote_words(const Json& value) {
  const std::string status = value.at("status").get<std::string>();
  std::string out = fmt::format("{}: {}\n", status, in_quotes(value.at("quote")));
  if (const Json& typing = value.at("differences"); !typing.empty()) {
    out += "  only typed differently: " + list_of(typing) + "\n";
  }
  out += places_words(value);
  if (const Json& alteration = value.at("alteration"); alteration.is_object()) {
    out += alteration_words(alteration);
  }
  if (status == "absent") out += certificate_words(value.at("certificate"));
  return out;
}

std::string evidence_words(const Json& evidence) {
  std::string out = fmt::format("  {}. {} holds {:.0f} %\n", count_of(evidence, "rank"),
                                evidence.at("passage").at("permalink").get<std::string>(),
                                100 * evidence.at("share").get<double>());
  out += "    sentence: " + in_quotes(evidence.at("sentence").at("text")) + "\n";
  Json lacks = Json::array();
  for (const Json& part : evidence.at("lacks")) lacks.push_back(part.at("text"));
  if (!lacks.empty()) out += "    lacks: " + list_of(lacks) + "\n";
  for (const Json& difference : evidence.at("differences")) {
    out += fmt::format("    {} differs: claimed {} said {}\n",
                       difference.at("kind").get<std::string>(), in_quotes(difference.at("claim")),
                       in_quotes(difference.at("said")));
  }
  out += "    " + attribution_words(evidence.at("citations")) + "\n";
  if (evidence.value("stale", Json(false)) == Json(true)) out += "    stale: the file has changed or is gone\n";
  return out;
}

std::string claim_words(const Json& value) {
  std::string out = "claim: " + in_quotes(value.at("claim")) + "\n";
  for (const Json& evidence : value.at("passages")) out += evidence_words(evidence);
  if (const Json& certificate = value.at("certificate"); certificate.is_object()) {
    out += certificate_words(certificate);
  }
  return out;
}

std::string resolution_words(const Json& value) {
  std::string out = fmt::format("{}: {}\n", value.at("permalink").get<std::string>(),
                                value.at("standing").get<std::string>());
  if (value.at("standing") == "same") return out;
  for (const Json& place : value.at("places")) {
    out += fmt::format("  the text is at {}\n", place.at("permalink").get<std::string>());
  }
  if (const Json& present = value.at("present"); present.is_object()) {
    out += fmt::format("  at its place now: {}\n    text: {}\n",
                       present.at("permalink").get<std::string>(), in_quotes(present.at("text")));
  }
  return out;
}

std::string percent(const Json& share) {
  return share.is_number() ? fmt::format("{:.0f} %", 100 * share.get<double>()) : "none";
}

std::string report_audit_words(const Json& value) {
  const Json& report = value.at("report");
  const Json& attribution = value.at("attribution");
  return fmt::format(
      "report {} title: {}\n  {} of {} cite a source ({}); largest source {} of {}\n",
      report.at("id").get<std::string>(), in_quotes(report.at("title")),
      count_of(attribution, "cited_passages"),
      counted(count_of(attribution, "passages"), "passage"),
      percent(attribution.at("passage_recall")), in_quotes(attribution.at("largest_source_id")),
      percent(attribution.at("largest_share")));
}

std::string finding_words(const Json& value) {
  const Json& place = value.at("place");
  return fmt::format("{} {} in {}\n  message: {}\n  excerpt: {}\n",
                     value.at("level").get<std::string>(), value.at("rule").get<std::string>(),
                     place.at("permalink").get<std::string>(), in_quotes(value.at("message")),
                     in_quotes(place.at("excerpt")));
}

std::string error_words(const Json& value) {
  return "not answered: " + in_quotes(value.at("message")) + "\n";
}

}  // namespace

std::string verdict_words(const Json& value) {
  const std::string type = value.value("type", "");
  if (type == "quote") return quote_words(value);
  if (type == "claim") return claim_words(value);
  if (type == "quote-error" || type == "claim-error") return error_words(value);
  if (type == "resolution") return resolution_words(value);
  if (type == "report_audit") return report_audit_words(value);
  if (type == "finding") return finding_words(value);
  return {};
}

}  // namespace ibid
