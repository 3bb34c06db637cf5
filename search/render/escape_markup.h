// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text -> text of an HTML page or XML document, between tags or inside a quoted
// attribute. The results are valid UTF-8 and hold none of < > & " '.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// On one line; what would turn round or hide text is shown instead: "\u{202E}", "\x{9B}".
std::string escape_html(std::string_view text);

// XML 1.0: the characters it cannot hold, and bytes that are no UTF-8, become U+FFFD. All others
// stay what they are to a reader of the document; line ends, C1 and bidirectional controls are
// written as references.
std::string escape_xml(std::string_view text);

}  // namespace ibid
