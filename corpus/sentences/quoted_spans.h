// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations and brackets of a text, and how a sentence goes on after quoted speech.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// Returns the ranges from an opening double or curly quote, or round bracket, to past the closing
// one; nested ones, too, by their ends. What is not closed within kMostQuotedBytes is none.
std::vector<ByteRange> quoted_spans(std::string_view text);
inline constexpr std::size_t kMostQuotedBytes = 600;

// True if `text`, which follows closed quotation marks, continues their sentence: a Korean particle
// right after them, `말했다`, `the envoy asked`. `at_once`: no space lies between.
bool goes_on_after_speech(std::string_view text, bool at_once);

}  // namespace ibid
