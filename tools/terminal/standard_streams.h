// SPDX-License-Identifier: GPL-2.0-or-later
//
// Standard input, output and error as the caller left them: some may be closed, and writing to
// standard error may fail (`2>&-`, `2>/dev/full`, a log on a full disk).
#pragma once

#include <string_view>

namespace ibid {

// Opens /dev/null on those of the descriptors 0, 1 and 2 that are closed, so that no file gets
// their number and is read or written in their place. Each is opened for the other direction: to
// read a closed standard input or to write to a closed output fails as before. To be called first
// in main().
void occupy_standard_streams() noexcept;

// Writes to standard error. What cannot be written is dropped: there is nowhere left to say so.
void write_error(std::string_view text) noexcept;

}  // namespace ibid
