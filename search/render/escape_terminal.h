// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text -> text that a terminal shows and does not obey. Used for everything that comes
// out of files, file names, queries and ids; never for what a renderer itself writes (colours,
// arrows).
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// Controls become visible: "\t", "\n", "\r", else "\u{202E}"; bytes that are no UTF-8 "\x{9B}".
// Everything else stays. The result is valid UTF-8 on one line. A backslash in `text` is left
// alone: the result is for reading, not for reading back.
std::string escape_terminal(std::string_view text);

// The same for running text, where tabs and line ends are only white space: each becomes a space.
std::string escape_prose(std::string_view text);

}  // namespace ibid
