// SPDX-License-Identifier: GPL-2.0-or-later
//
// The line of a report's head that says where the report was published, and the labels of
// addresses: corpus/word_lists/link_labels.txt.
#pragma once

#include <string_view>

namespace ibid {

// Returns the address of "URL: https://…", "Source URL: …", "원문: …": http or https, without "<…>"
// or a Markdown link around it; the label may be in any case. Empty for any other line, including a
// bare address, which may be the site's or a source's. Lender: `line`.
std::string_view url_of_line(std::string_view line);

// True for a label that may come before an address or id in an entry of a source list ("출처",
// "link"). `small`: in lower case and without its colon.
bool is_entry_label(std::string_view small);

}  // namespace ibid
