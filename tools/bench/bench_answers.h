// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-bench: what an answer costs as a server gives it, ten hits as JSON lines.
#pragma once

#include <string>

namespace ibid::bench {

// Asks all queries, in the full syntax, once to warm up and then `passes` times on one thread.
// Prints the CPU time of an answer, and a hash of all answers, by which two programs are compared.
// Returns the exit code. Throws Error. For counts of instructions, warm-up and opening left out:
//   valgrind --tool=callgrind --toggle-collect='*measured_pass*' ibid-bench answers …
int answers(const std::string& index_dir, const std::string& queries_path, int passes);

}  // namespace ibid::bench
