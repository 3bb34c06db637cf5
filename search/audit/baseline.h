// SPDX-License-Identifier: GPL-2.0-or-later
//
// Findings that were reviewed and accepted: a text file of fingerprints.
//
//   file = *line        empty lines and lines that begin with "#" are comments
//   line = 16 hex digits [white space, anything: rule and place, for people]
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "search/audit/rules/finding.h"

namespace ibid {

using Baseline = std::unordered_set<std::string>;  // fingerprints

// `name` is for the error. Throws Error{kUsage} naming the first line with another form.
Baseline parse_baseline(std::string_view text, const std::string& name);
// The line that accepts `finding`, LF included.
std::string baseline_line(const Finding& finding);

// Sets the fingerprints of one report's findings, which are in their final order.
void set_fingerprints(std::vector<Finding>& findings);

}  // namespace ibid
