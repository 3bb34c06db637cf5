// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-bench: queries an index and measures how long that takes.
#pragma once

#include <string>

namespace ibid::bench {

enum class QueryKind { kWords, kPhrase };

// All return the exit code and print to standard output. Throw Error. `variant`: "default", or
// "literal" for words as typed, without aliases.
int search(const std::string& index_dir, const std::string& variant,
           const std::string& queries_path, const std::string& run_path, int passes,
           QueryKind kind);
// Runs `ibid similar` for each passage.
int similar(const std::string& index_dir, const std::string& variant, const std::string& passages,
            const std::string& run_path);
int one(const std::string& index_dir, const std::string& variant, const std::string& query);
// Runs one process with an OpenIndex per thread; each thread repeats all queries for `seconds`.
int throughput(const std::string& index_dir, const std::string& variant,
               const std::string& queries_path, int threads, double seconds);

}  // namespace ibid::bench
