// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-bench: questions to an index, and how long they take.
#pragma once

#include <string>

namespace ibid::bench {

enum class QueryKind { kWords, kPhrase };

// All return the exit code and print to standard output. `variant`: "default", or "literal" for
// words as typed, no aliases. Throw Error.
int search(const std::string& index_dir, const std::string& variant,
           const std::string& queries_path, const std::string& run_path, int passes,
           QueryKind kind);
// What `ibid similar` lists for each passage.
int similar(const std::string& index_dir, const std::string& variant, const std::string& passages,
            const std::string& run_path);
int one(const std::string& index_dir, const std::string& variant, const std::string& query);
// One process, an OpenIndex a thread, each asking all queries over and over for `seconds`.
int throughput(const std::string& index_dir, const std::string& variant,
               const std::string& queries_path, int threads, double seconds);

}  // namespace ibid::bench
