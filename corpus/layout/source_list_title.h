// SPDX-License-Identifier: GPL-2.0-or-later
//
// Titles of source lists, told by their words and not by a list of titles: "References", "Works
// cited:", "[출처]", "※ 자료 출처", "▶ 참고문헌", "**Sources**", "【인용 자료】".
#pragma once

#include <string_view>

namespace ibid {

// The title in `line` without signs, brackets, emphasis and colon around it, if the line is the
// title of a source list and nothing else; empty if it is not.
std::string_view source_list_title(std::string_view line);

// True for titles that only numbered entries make a source list: "Notes", "주".
bool needs_numbered_entries(std::string_view title);

}  // namespace ibid
