// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text -> text of an HTML page or XML document, between tags or inside a quoted
// attribute. The results are valid UTF-8 and hold none of < > & " '.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// On one line; characters that would reverse or hide text are shown: "\u{202E}", "\x{9B}".
std::string escape_html(std::string_view text);

// XML 1.0: characters that it cannot hold, and bytes that are not UTF-8, become U+FFFD. A parser
// reads all others back unchanged; line ends, C1 and bidirectional controls are written as
// references.
std::string escape_xml(std::string_view text);

}  // namespace ibid
