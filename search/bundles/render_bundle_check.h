// SPDX-License-Identifier: GPL-2.0-or-later
//
// The result of checking an evidence bundle, as text for people and as JSON lines. Value -> text;
// prints nothing. The grammar is in docs/output-format.md.
#pragma once

#include <string>
#include <string_view>

#include "search/bundles/check_bundle.h"

namespace ibid {

std::string bundle_check_text(std::string_view path, const BundleCheck& check);

// A "bundle" line, a "bundle-passage" line for each passage, a "bundle-problem" line for each
// problem.
std::string bundle_check_json_lines(std::string_view path, const BundleCheck& check);

}  // namespace ibid
