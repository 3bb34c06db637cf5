// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-bench: makes an index, on all cores, or on one core with a stopwatch for each stage.
#pragma once

#include <string>

namespace ibid::bench {

// Both return the exit code and print to standard output. Throw Error.
int index(const std::string& index_dir, const std::string& passages);
int profile(const std::string& index_dir, const std::string& passages);

}  // namespace ibid::bench
