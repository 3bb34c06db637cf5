// SPDX-License-Identifier: GPL-2.0-or-later
//
// Shares of attribution, under the names of the field: the one table that all formats print.
// docs/audit.md says the same in more words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "search/audit/rules/finding.h"

namespace ibid {

struct Metric {
  const char* key;      // in JSON
  const char* head;     // of a column, 11 letters at most
  const char* name;     // for people
  const char* meaning;  // what part of what
  std::uint64_t Attribution::*part;
  std::uint64_t Attribution::*whole;

  // In [0, 1]; nothing where there is nothing to share.
  std::optional<double> share(const Attribution& attribution) const;
};

std::span<const Metric> attribution_metrics();

// Mean of distinct sources a body passage; nothing without passages.
std::optional<double> sources_per_passage(const Attribution& attribution);

// "12 %"; "–" for nothing. Never "0 %" or "100 %" for what is not quite none or all.
std::string percent_text(std::optional<double> share);

}  // namespace ibid
