// SPDX-License-Identifier: GPL-2.0-or-later
//
// Standard output, with its failures reported. A reader that goes away (`| head`) is not a failure:
// later output is dropped, and the exit code stays the same.
#pragma once

#include <string_view>

namespace ibid {

// Throws Error{kSystem} if the bytes cannot be written.
void write_output(std::string_view text);

// True once a write found the pipe closed: a command with much to write may stop.
bool reader_left();

// Writes out the buffer, so that a reader sees it now. Must be called at the end, too: an error in
// buffered bytes may show only then. Throws like write_output.
void flush_output();

}  // namespace ibid
