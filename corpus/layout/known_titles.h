// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words reports are built from, English and Korean: section titles that say what a section
// holds, the contents' title, and page furniture. The lists are in corpus/word_lists/.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/report/report.h"

namespace ibid {

// The kind of the passages below a top-level section of this title ("Glossary", "용어집:"); nothing
// for a title that says nothing. Letter case and a final colon are ignored; so is what follows a
// colon.
std::optional<PassageKind> kind_of_title(std::string_view title);

// True for a title of the lists that is nothing else: a line of it is a heading without number.
bool is_known_heading(std::string_view line);

// "TABLE OF CONTENTS", "목차".
bool is_contents_title(std::string_view line);

// What a web page adds to a report: script and cookie notices, buttons.
bool is_furniture(std::string_view line);

}  // namespace ibid
