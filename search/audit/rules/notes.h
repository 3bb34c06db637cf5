// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which texts are notes: they say where something comes from, and need no source themselves. Pure.
#pragma once

#include <string_view>

namespace ibid {

// True for a text (valid UTF-8) that begins as a footnote or a note below a table does: "[^1]: …",
// "[1] …", "¹ …", "1) https://…", "주 1) …", "자료: …", "Note: …"; and for a bare address.
bool begins_as_note(std::string_view text);

}  // namespace ibid
