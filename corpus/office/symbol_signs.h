// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the signs of the fonts Symbol and Wingdings look like. Their characters have no meaning
// outside the font: a file says U+F06C, or 6C, and the page shows ●.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// `code` is 20-FF or F020-F0FF. Returns 0 if the sign is not known.
char32_t symbol_sign(std::string_view font, char32_t code);
// True for fonts whose characters are signs.
bool is_symbol_font(std::string_view font);

// A label with the signs of `font` as what they look like; one of private use that nobody knows is
// a •.
std::string readable_label(std::string_view label, std::string_view font);

}  // namespace ibid
