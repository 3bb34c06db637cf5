// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/json_finding.h"

#include <cmath>
#include <optional>
#include <utility>

#include "search/audit/metrics.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

// Four decimals; null without a share.
Json json_share(std::optional<double> share) {
  return share ? Json(std::round(*share * 1e4) / 1e4) : Json(nullptr);
}

void put_location(JsonSink& out, const FindingLocation& location) {
  out.begin_object();
  out.member("report", location.report_id);
  out.member("passage", location.passage_id);
  out.member("permalink", location.permalink);
  put_json_path(out, location.path);
  out.key(location.extraction ? "text_bytes" : "bytes");
  put_json_range(out, location.bytes);
  if (location.extraction && !location.bytes.empty()) {
    Json parts = Json::object();
    add_json_parts(parts, *location.extraction, location.places);
    for (auto& [name, value] : parts.items()) out.member(name, std::move(value));
  }
  out.member_if_any("label", location.label);
  out.member("line", location.line);
  out.member("column", location.column);
  out.member("end_line", location.end_line);
  out.member("end_column", location.end_column);
  out.member("excerpt", location.excerpt);
  out.end_object();
}

}  // namespace

void put_json_finding(JsonSink& out, const Finding& finding) {
  out.member("rule", finding.rule->id);
  out.member("level", to_string(finding.level));
  out.member("message", finding.message);
  out.key("place");
  put_location(out, finding.location);
  out.key("related");
  out.begin_array();
  for (const FindingLocation& location : finding.related) put_location(out, location);
  out.end_array();
  out.member("fingerprint", finding.fingerprint);
  out.member("accepted", finding.accepted);
}

Json json_attribution(const Attribution& a) {
  Json out = {{"passages", a.passages},
              {"cited_passages", a.cited_passages},
              {"sentences", a.sentences},
              {"cited_sentences", a.cited_sentences},
              {"figures", a.figures},
              {"cited_figures", a.cited_figures},
              {"citations", a.citations},
              {"sound_citations", a.sound_citations},
              {"passage_sources", a.passage_sources},
              {"distinct_sources", a.distinct_sources},
              {"largest_source", a.largest_source},
              {"largest_source_id", a.largest_source_id}};
  if (!a.largest_source_told.empty()) out["largest_source_told"] = a.largest_source_told;
  for (const Metric& metric : attribution_metrics()) {
    out[metric.key] = json_share(metric.share(a));
  }
  out["sources_per_passage"] = json_share(sources_per_passage(a));
  return out;
}

}  // namespace ibid
