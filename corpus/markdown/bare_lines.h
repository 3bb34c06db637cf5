// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines that md4c has no run of text for: by their form alone.
#pragma once

#include <string_view>

namespace ibid {

// "[1]: https://…", "[^kea]: Korea Energy Agency": what a label of Markdown stands for. `content`:
// a line without white space at its ends.
bool is_definition(std::string_view content);

// True for a line of Markdown that separates blocks and is no text: a fence, a bare "#" or ">".
// `content`: likewise; a line of which Markdown says nothing.
bool is_bare_sign(std::string_view content);

}  // namespace ibid
