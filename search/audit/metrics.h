// SPDX-License-Identifier: GPL-2.0-or-later
//
// Shares of attribution, under the names used in research: the one table that all formats print.
// docs/audit.md explains them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "search/audit/rules/finding.h"

namespace ibid {

struct Metric {
  const char* key;      // in JSON
  const char* head;     // of a column, at most 11 letters
  const char* name;     // for people
  const char* meaning;  // which part of what
  std::uint64_t Attribution::*part;
  std::uint64_t Attribution::*whole;

  // In [0, 1]; nothing if the whole is 0.
  std::optional<double> share(const Attribution& attribution) const;
};

std::span<const Metric> attribution_metrics();

// Mean number of distinct sources per body passage; nothing without passages.
std::optional<double> sources_per_passage(const Attribution& attribution);

// "12 %"; "–" for nothing. "0 %" and "100 %" only for exactly none and all.
std::string percent_text(std::optional<double> share);

}  // namespace ibid
