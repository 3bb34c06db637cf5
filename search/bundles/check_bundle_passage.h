// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is wrong with one passage of a bundle, a sentence per problem; none: the bytes prove it.
// Untrusted input: every offset is checked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/bundles/bundle_manifest.h"
#include "search/passages/report_text.h"

namespace ibid {

// Within the manifest alone: the text's hash, the permalink, ranges of the text.
std::vector<std::string> wrong_in_manifest(const BundlePassage& passage);

// How many bytes of a file of `size` bytes the next two read for the passage and its citations.
std::uint64_t bytes_to_read(const BundlePassage& passage, std::uint64_t size);

// Against the passage's bytes alone, which are text in the report's encoding, or extracted text:
// their hash, their text, the ranges of the citations.
std::vector<std::string> wrong_in_excerpt(const BundlePassage& passage, std::string_view excerpt,
                                          Encoding encoding);

// Of a passage with an anchor: the anchor against the report's file, whose extracted text is
// `text`.
std::vector<std::string> wrong_in_source(const BundlePassage& passage, std::string_view text,
                                         std::string_view file);

// Against the report's file, or its extracted text: the same, and that each selector leads to the
// passage.
std::vector<std::string> wrong_in_report(const BundlePassage& passage, std::string_view file,
                                         const ReportText& text, Encoding encoding);

// The text of the whole TextQuoteSelector, with what is before and after it, which must be nowhere
// else in the report. Only if nothing is wrong in the report.
std::string_view quotation_in(const BundlePassage& passage, const ReportText& report);

}  // namespace ibid
