// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text -> text that a terminal shows and does not obey. Used for everything from files,
// file names, queries and ids; never for what a renderer itself writes (colours, arrows).
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// Controls become visible: "\t", "\n", "\r", others "\u{202E}"; bytes that are not UTF-8 "\x{9B}".
// Everything else stays. The result is valid UTF-8 on one line. A backslash in `text` is not
// escaped: the result is for people, not for parsing.
std::string escape_terminal(std::string_view text);

// The same for running text: tabs and line ends are only white space there, and become spaces.
std::string escape_prose(std::string_view text);

}  // namespace ibid
