// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-bench: making an index, on all cores, or on one with a watch on each stage.
#pragma once

#include <string>

namespace ibid::bench {

// Both return the exit code and print to standard output. Throw Error.
int index(const std::string& index_dir, const std::string& passages);
int profile(const std::string& index_dir, const std::string& passages);

}  // namespace ibid::bench
