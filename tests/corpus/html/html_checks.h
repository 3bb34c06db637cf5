// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the tests of web pages ask: the lines of a document, and whether its anchors are true.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"

namespace ibid::testing {

ExtractedFile read_page(std::string_view html);

// A block a line: "h1 제목", "p 글", "li1 [a.] 글", "row 연도|값", "note [1] 글"; a LF in it is " /
// ".
std::vector<std::string> lines(const ExtractedFile& file);
// "kind: text" of all that was left out; a LF in it is " / ".
std::vector<std::string> left_out(const ExtractedFile& file);
// "text -> address".
std::vector<std::string> links(const ExtractedFile& file);
// "title: value (rule)".
std::vector<std::string> fields(const ExtractedFile& file);

// What is wrong with the anchors of a document that was read from `bytes`: its rules, and that the
// bytes of each anchor, decoded by themselves, are its text. Empty if nothing is.
std::string why_untrue(const ExtractedFile& file, std::string_view bytes);

}  // namespace ibid::testing
