// SPDX-License-Identifier: GPL-2.0-or-later
//
// The JSON objects of findings and attribution.
#pragma once

#include "search/audit/rules/finding.h"
#include "search/render/json_lines.h"

namespace ibid {

Json json_location(const FindingLocation& location);
Json json_finding(const Finding& finding);
Json json_attribution(const Attribution& attribution);

}  // namespace ibid
