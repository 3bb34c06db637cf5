// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text -> running text of a Markdown document.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// Returns valid UTF-8 on one line, with a backslash before every ASCII sign that CommonMark or its
// extensions could read as markup, and before the full stop or bracket after a number that would
// begin a list. Controls are shown as by escape_prose.
// Source: CommonMark 0.31.2, section 2.4.
std::string escape_markdown(std::string_view text);

// A code span that shows `text` as it is, except controls and bytes that are not UTF-8.
// Source: CommonMark 0.31.2, section 6.1.
std::string markdown_code(std::string_view text);

}  // namespace ibid
