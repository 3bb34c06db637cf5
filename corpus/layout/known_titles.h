// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words that reports are built from, English and Korean: section titles that say what a section
// holds, titles of the contents, and page furniture. The lists are in corpus/word_lists/.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/report/report.h"

namespace ibid {

// Returns the kind of the passages below a top-level section with this title ("Glossary",
// "용어집:"), or nothing if the title does not say. Ignores letter case, a final colon and what
// follows a colon.
std::optional<PassageKind> kind_of_title(std::string_view title);

// True for a line that is a title of the lists and nothing else: it is a heading without a number.
bool is_known_heading(std::string_view line);

// "TABLE OF CONTENTS", "목차".
bool is_contents_title(std::string_view line);

// Text that a web page adds to a report: script and cookie notices, buttons.
bool is_furniture(std::string_view line);

}  // namespace ibid
