// SPDX-License-Identifier: GPL-2.0-or-later
//
// The JSON objects of findings and attribution.
#pragma once

#include "search/audit/rules/finding.h"
#include "search/render/json_lines.h"

namespace ibid {

// The members of a finding, into an object that is open. A report may have hundreds of thousands of
// locations, so no values are made of them.
void put_json_finding(JsonSink& out, const Finding& finding);
Json json_attribution(const Attribution& attribution);

}  // namespace ibid
