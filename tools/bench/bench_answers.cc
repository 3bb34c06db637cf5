// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/bench/bench_answers.h"

#include <fmt/core.h>

#include <algorithm>
#include <ctime>
#include <utility>
#include <vector>

#include "corpus/report/sha256.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tools/bench/bench_lines.h"

namespace ibid::bench {
namespace {

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Answer {
  std::string lines;  // empty if the query is wrong
  bool suggests = false;
};

Answer answer(Searcher& searcher, const std::string& query) {
  SearchOptions options;
  options.snippet_columns = 0;  // as `ibid search --format jsonl`
  options.threads = 1;
  try {
    const SearchResult result = searcher.search(query, options);
    return {search_json_lines(result, options.explain), result.suggestion.has_value()};
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kQuery) throw;
    return {};
  }
}

// A function of its own, for callgrind.
[[gnu::noinline]] void measured_pass(Searcher& searcher, const std::vector<std::string>& queries) {
  for (const std::string& query : queries) answer(searcher, query);
}

}  // namespace

int answers(const std::string& index_dir, const std::string& queries_path, int passes) {
  std::vector<std::string> queries;
  each_line(queries_path,
            [&](const std::string&, std::string text) { queries.push_back(std::move(text)); });
  OpenIndex index(index_dir);
  Searcher searcher(index);
  std::string hashes;
  std::size_t wrong = 0, suggest = 0, bytes = 0;
  for (const std::string& query : queries) {
    const Answer warm = answer(searcher, query);
    if (warm.lines.empty()) ++wrong;
    if (warm.suggests) ++suggest;
    bytes += warm.lines.size();
    hashes += sha256_hex(warm.lines);
  }
  const double begin = cpu_seconds();
  for (int pass = 0; pass < passes; ++pass) measured_pass(searcher, queries);
  const double seconds = cpu_seconds() - begin;
  const auto asked = static_cast<double>(queries.size()) * passes;
  fmt::print(
      "{{\"queries\": {}, \"wrong\": {}, \"suggestions\": {}, \"bytes\": {}, \"cpu_ms\": {:.4f}, "
      "\"sha256\": \"{}\"}}\n",
      queries.size(), wrong, suggest, bytes, 1e3 * seconds / std::max(asked, 1.0),
      sha256_hex(hashes));
  return 0;
}

}  // namespace ibid::bench
