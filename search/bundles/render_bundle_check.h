// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a check of an evidence bundle found, as text for people and as JSON lines. Value -> text;
// prints nothing. The grammar is docs/output-format.md.
#pragma once

#include <string>
#include <string_view>

#include "search/bundles/check_bundle.h"

namespace ibid {

std::string bundle_check_text(std::string_view path, const BundleCheck& check);

// A "bundle" line, a "bundle-passage" line each, a "bundle-problem" line each.
std::string bundle_check_json_lines(std::string_view path, const BundleCheck& check);

}  // namespace ibid
