// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names of those who wrote a report, in its head: "By …", "김민수 기자", a name on its own line.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

struct Byline {
  std::string author;     // empty if the line is none
  std::string_view date;  // what follows the author, if that is a date. Lender: the line
};

// "By the Treaty Study Group", "A field note by Mara Lind, 12 October 2024", "김민수 기자".
Byline read_byline(std::string_view line);

// Two to five syllables of Hangul and nothing else, as in "글 김민수".
bool is_korean_person(std::string_view name);

// True for a line in the shape of persons' names, or of a team's ("Energy Desk", "경제부"). Titles
// may have it, too: ask only where a name would stand.
bool reads_like_person(std::string_view line);
bool reads_like_team(std::string_view line);

// A name without article, address of mail and marks of emphasis.
std::string clean_name(std::string_view name);

}  // namespace ibid
