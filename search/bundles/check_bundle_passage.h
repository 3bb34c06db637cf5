// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is wrong with one passage of a bundle, a sentence per problem; none: the bytes prove it.
// Untrusted input: every offset is checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/bundles/bundle_manifest.h"
#include "search/passages/report_text.h"

namespace ibid {

// Within the manifest alone: the text's hash, the permalink, ranges of the text.
std::vector<std::string> wrong_in_manifest(const BundlePassage& passage);

// Against the passage's bytes alone, which are text in the report's encoding: their hash, their
// text, the ranges of the citations.
std::vector<std::string> wrong_in_excerpt(const BundlePassage& passage, std::string_view excerpt,
                                          Encoding encoding);

// Against the report's file: the same, and that each selector leads only to the passage.
std::vector<std::string> wrong_in_report(const BundlePassage& passage, std::string_view file,
                                         const ReportText& text, Encoding encoding);

}  // namespace ibid
