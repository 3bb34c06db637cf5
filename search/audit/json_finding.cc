// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/json_finding.h"

#include <cmath>
#include <optional>

#include "search/audit/metrics.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

// Four decimals; null without a share.
Json json_share(std::optional<double> share) {
  return share ? Json(std::round(*share * 1e4) / 1e4) : Json(nullptr);
}

}  // namespace

Json json_location(const FindingLocation& location) {
  Json out = {{"report", location.report_id},
              {"passage", location.passage_id},
              {"permalink", location.permalink}};
  add_json_path(out, location.path);
  out[location.extraction ? "text_bytes" : "bytes"] = json_range(location.bytes);
  if (location.extraction && !location.bytes.empty()) {
    add_json_parts(out, *location.extraction, location.places);
  }
  if (!location.label.empty()) out["label"] = location.label;
  out["line"] = location.line;
  out["column"] = location.column;
  out["end_line"] = location.end_line;
  out["end_column"] = location.end_column;
  out["excerpt"] = location.excerpt;
  return out;
}

Json json_finding(const Finding& finding) {
  Json related = Json::array();
  for (const FindingLocation& location : finding.related)
    related.push_back(json_location(location));
  return {{"rule", finding.rule->id},      {"level", to_string(finding.level)},
          {"message", finding.message},    {"place", json_location(finding.location)},
          {"related", std::move(related)}, {"fingerprint", finding.fingerprint},
          {"accepted", finding.accepted}};
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
