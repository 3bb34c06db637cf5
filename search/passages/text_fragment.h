// SPDX-License-Identifier: GPL-2.0-or-later
//
// Links that a browser follows to the passage itself: URL#:~:text=[prefix-,]start[,end]
// (WICG, https://wicg.github.io/scroll-to-text-fragment/). Pure.
#pragma once

#include <string>
#include <string_view>

#include "corpus/text/byte_range.h"
#include "search/passages/page_text.h"

namespace ibid {

// The link to bytes `file` of the report that is published at `url`. Up to 300 code points are
// quoted whole, a longer text by its first and last words, as one that a control or separator
// breaks which browsers find no text across. If the text also occurs earlier in the report, as a
// browser compares, words of the line before it are added in front. Empty without `url`, and if no
// such link would lead to this location. The page is assumed to hold the words of the file; what
// else is on it is not known here.
std::string text_fragment_link(std::string_view url, const PageText& page, ByteRange file);

// Percent-encodes everything except ASCII letters, digits, ".", "_" and "~": "-", "," and "&" are
// syntax in a text directive.
std::string encode_fragment_text(std::string_view text);

}  // namespace ibid
