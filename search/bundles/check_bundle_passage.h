// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is wrong with one passage of a bundle, a sentence each; none: it is what the bytes say.
// Untrusted input: no offset is taken on trust.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/bundles/bundle_manifest.h"
#include "search/passages/report_text.h"

namespace ibid {

// Of what the manifest says, by itself: the text's hash, the permalink, ranges of the text.
std::vector<std::string> wrong_in_manifest(const BundlePassage& passage);

// Against the passage's bytes alone, which are text in the report's encoding: their hash, that they
// say the text, the citations' places.
std::vector<std::string> wrong_in_excerpt(const BundlePassage& passage, std::string_view excerpt,
                                          Encoding encoding);

// Against the report's file: the same, and that each selector leads there and nowhere else.
std::vector<std::string> wrong_in_report(const BundlePassage& passage, std::string_view file,
                                         const ReportText& text, Encoding encoding);

}  // namespace ibid
