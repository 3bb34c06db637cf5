// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the fields of a report come from, as text for people and JSON lines
// (docs/output-format.md). Values -> text; prints nothing.
#pragma once

#include <string>

#include "search/render/text_page.h"
#include "search/reports/field_reasons.h"

namespace ibid {

std::string field_reasons_text(const FieldReasons& reasons, const TextLayout& layout);
// A "field" line for each.
std::string field_reasons_json_lines(const FieldReasons& reasons);

}  // namespace ibid
