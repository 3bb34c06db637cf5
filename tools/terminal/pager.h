// SPDX-License-Identifier: GPL-2.0-or-later
//
// Shows long text page by page: through $PAGER, as git does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

// What to run for the value of $PAGER (null: not set, so `less -R`): its words, or `/bin/sh -c`
// with all of it if it has characters that only a shell understands, since POSIX defines PAGER as a
// command for sh. The text to show is never part of it. Empty for "" and "cat", which mean no
// pager.
std::vector<std::string> pager_command(const char* pager);

// Rows that `text`, ended by a line feed, takes on a terminal of so many columns. Counts what is
// seen: not the escape sequences (SGR, OSC 8) that our renderers write.
std::size_t rows_of(std::string_view text, std::size_t columns);

// Writes `text` to standard output; through the pager if that is a terminal with fewer rows, which
// is not "dumb". Returns when the user has left the pager. Ctrl-C is the pager's alone meanwhile. A
// pager that cannot be run is reported on standard error, and the text written without it.
// Throws Error{kSystem} as write_output() does.
void write_paged(std::string_view text);

}  // namespace ibid
