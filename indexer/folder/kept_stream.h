// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report that came through a pipe has no file: its bytes are kept in the folder of the index, and
// are a file like any other from then on.
#pragma once

#include <string>

namespace ibid {

// Reads `descriptor` to its end and puts what it read into the folder kStreamsFolder of the index,
// under `name`, in place of what was there; makes the folders that are missing. Returns the path.
// Throws Error{kInput} for more than a file may hold, Error{kIndex} for a folder of something else,
// Error{kSystem}.
std::string keep_stream(const std::string& index_dir, const std::string& name, int descriptor);

}  // namespace ibid
