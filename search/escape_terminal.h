// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text -> text that a terminal shows and does not obey. Used for everything that comes
// out of files, file names, queries and ids; never for what a renderer itself writes (colours,
// arrows).
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// One character at the start of non-empty `text` (Unicode 15, table 3-7). Where the bytes are no
// UTF-8, `valid` is false and `length` is 1.
struct Utf8Char {
  char32_t code = 0;
  std::size_t length = 1;  // bytes
  bool valid = false;
};
Utf8Char first_char(std::string_view text);

bool is_utf8(std::string_view text);

// Characters that move, colour, turn round or hide what a terminal shows: C0, DEL, C1, the
// bidirectional controls and marks, line and paragraph separators, interlinear annotation marks,
// tags. Joiners, variation selectors and zero-width spaces are none: scripts and emoji need them.
bool is_terminal_control(char32_t code);

// Controls become visible: "\t", "\n", "\r", else "\u{202E}"; bytes that are no UTF-8 "\x{9B}".
// Everything else stays. The result is valid UTF-8 on one line. A backslash in `text` is left
// alone: the result is for reading, not for reading back.
std::string escape_terminal(std::string_view text);

// The same for running text, where tabs and line ends are only white space: each becomes a space.
std::string escape_prose(std::string_view text);

}  // namespace ibid
