// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/metrics.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ibid {
namespace {

constexpr std::array kMetrics = std::to_array<Metric>({
    {"passage_recall", "passages", "passages with a source", "body passages that cite a source",
     &Attribution::cited_passages, &Attribution::passages},
    {"citation_recall", "sentences", "citation recall",
     "sentences of body passages that hold a citation", &Attribution::cited_sentences,
     &Attribution::sentences},
    {"figure_recall", "figures", "figures with a source",
     "figures and dates whose sentence holds a citation", &Attribution::cited_figures,
     &Attribution::figures},
    {"citation_precision", "sound", "citation precision",
     "citations whose id is well formed and in the report's source list",
     &Attribution::sound_citations, &Attribution::citations},
    {"largest_share", "one source", "most cited source",
     "citing passages that cite the most cited source", &Attribution::largest_source,
     &Attribution::cited_passages},
});

std::optional<double> ratio(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::optional<double> Metric::share(const Attribution& attribution) const {
  const auto value = ratio(attribution.*part, attribution.*whole);
  return value ? std::optional(std::min(*value, 1.0)) : std::nullopt;
}

std::span<const Metric> attribution_metrics() { return kMetrics; }

std::optional<double> sources_per_passage(const Attribution& attribution) {
  return ratio(attribution.passage_sources, attribution.passages);
}

std::string percent_text(std::optional<double> share) {
  if (!share) return "–";
  double percent = std::round(*share * 100);
  if (*share > 0) percent = std::max(percent, 1.0);
  if (*share < 1) percent = std::min(percent, 99.0);
  return fmt::format("{:.0f} %", percent);
}

}  // namespace ibid
