// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/bench/bench_search.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>
#include <utility>
#include <vector>

#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tools/bench/bench_lines.h"

namespace ibid::bench {
namespace {

SearchResult ask(Searcher& searcher, const std::string& query, QueryKind kind, std::uint64_t limit,
                 Detail detail, Aliases aliases) {
  SearchOptions options;
  options.names.aliases = aliases;
  options.limit = limit;
  options.detail = detail;
  options.exact_matches = 0;
  if (kind == QueryKind::kWords) {
    options.syntax = QuerySyntax::kPlain;
    return searcher.search(query, options);
  }
  return searcher.search('"' + query + '"', options);
}

Aliases aliases_of(const std::string& variant) {
  return variant == "literal" ? Aliases::kNo : Aliases::kYes;
}

struct Query {
  std::string id, text;
};

// Returns the times in milliseconds; stops after `limit_s` and at least kFewest queries. Queries
// come shuffled, so a pass that is cut short is still a fair sample.
std::vector<double> time_queries(Searcher& searcher, const std::vector<Query>& queries,
                                 QueryKind kind, int passes, double limit_s, Detail detail,
                                 Aliases aliases) {
  constexpr std::size_t kFewest = 100;
  std::vector<double> milliseconds;
  const double start = now_seconds();
  for (int pass = 0; pass < passes; ++pass) {
    for (const Query& query : queries) {
      const double begin = now_seconds();
      ask(searcher, query.text, kind, 10, detail, aliases);
      const double end = now_seconds();
      milliseconds.push_back((end - begin) * 1e3);
      if (end - start > limit_s && milliseconds.size() >= kFewest) return milliseconds;
    }
  }
  return milliseconds;
}

void print_times(const char* name, std::vector<double> milliseconds) {
  if (milliseconds.empty()) return;
  std::sort(milliseconds.begin(), milliseconds.end());
  double sum = 0;
  for (const double ms : milliseconds) sum += ms;
  const auto percentile = [&](double p) {
    const auto at = static_cast<std::size_t>(p * static_cast<double>(milliseconds.size()));
    return milliseconds[std::min(milliseconds.size() - 1, at)];
  };
  fmt::print(
      ", \"{}\": {{\"samples\": {}, \"mean_ms\": {:.4f}, \"p50_ms\": {:.4f}, "
      "\"p95_ms\": {:.4f}, \"p99_ms\": {:.4f}}}",
      name, milliseconds.size(), sum / static_cast<double>(milliseconds.size()), percentile(.50),
      percentile(.95), percentile(.99));
}

std::vector<Query> read_queries(const std::string& path) {
  std::vector<Query> queries;
  each_line(path, [&](std::string id, std::string text) {
    queries.push_back({std::move(id), std::move(text)});
  });
  return queries;
}

}  // namespace

int search(const std::string& index_dir, const std::string& variant,
           const std::string& queries_path, const std::string& run_path, int passes,
           QueryKind kind) {
  const Aliases aliases = aliases_of(variant);
  const std::vector<Query> queries = read_queries(queries_path);
  const double begin = now_seconds();
  OpenIndex index(index_dir);
  Searcher searcher(index);
  const double open_ms = (now_seconds() - begin) * 1e3;

  std::ofstream run(run_path);
  std::size_t with_hits = 0, errors = 0;
  for (const Query& query : queries) {
    try {
      const SearchResult result = ask(searcher, query.text, kind, 100, Detail::kId, aliases);
      if (!result.hits.empty()) ++with_hits;
      for (const Hit& hit : result.hits) {
        run << query.id << " Q0 " << hit.passage.id << ' ' << hit.rank << ' ' << hit.score << ' '
            << variant << '\n';
      }
    } catch (const Error&) {
      ++errors;
    }
  }
  if (!run.flush()) throw Error(ErrorKind::kSystem, "cannot write " + run_path);

  fmt::print("{{\"queries\": {}, \"with_hits\": {}, \"errors\": {}, \"open_ms\": {:.3f}",
             queries.size(), with_hits, errors, open_ms);
  if (passes > 0) {
    time_queries(searcher, queries, kind, 2, 10, Detail::kPassage, aliases);  // warms up
    print_times("ids", time_queries(searcher, queries, kind, passes, 20, Detail::kId, aliases));
    print_times("text",
                time_queries(searcher, queries, kind, passes, 20, Detail::kPassage, aliases));
  }
  fmt::print("}}\n");
  return 0;
}

int similar(const std::string& index_dir, const std::string& variant, const std::string& passages,
            const std::string& run_path) {
  OpenIndex index(index_dir);
  Searcher searcher(index);
  std::ofstream run(run_path);
  std::size_t asked = 0, with_hits = 0;
  const double begin = now_seconds();
  each_line(passages, [&](const std::string& id, const std::string&) {
    const auto result = searcher.similar(id, {});
    if (!result) throw Error(ErrorKind::kInput, "the index does not hold passage " + id);
    ++asked;
    if (!result->hits.empty()) ++with_hits;
    for (const SimilarHit& similar : result->hits) {
      run << id << " Q0 " << similar.hit.passage.id << ' ' << similar.hit.rank << ' '
          << similar.hit.score << ' ' << variant << '\n';
    }
  });
  if (!run.flush()) throw Error(ErrorKind::kSystem, "cannot write " + run_path);
  fmt::print("{{\"passages\": {}, \"with_hits\": {}, \"mean_ms\": {:.3f}}}\n", asked, with_hits,
             1e3 * (now_seconds() - begin) / static_cast<double>(std::max<std::size_t>(asked, 1)));
  return 0;
}

int one(const std::string& index_dir, const std::string& variant, const std::string& query) {
  OpenIndex index(index_dir);
  Searcher searcher(index);
  const auto result =
      ask(searcher, query, QueryKind::kWords, 10, Detail::kPassage, aliases_of(variant));
  for (const Hit& hit : result.hits) {
    fmt::print("{}\t{:.4f}\t{}\t{}\n", hit.rank, hit.score, hit.passage.id, hit.passage.text);
  }
  return 0;
}

int throughput(const std::string& index_dir, const std::string& variant,
               const std::string& queries_path, int threads, double seconds) {
  const std::vector<Query> queries = read_queries(queries_path);
  const double end = now_seconds() + seconds;
  std::atomic<std::uint64_t> answered = 0, failed = 0;
  std::vector<std::thread> askers;
  for (int t = 0; t < threads; ++t) {
    askers.emplace_back([&, t] {
      try {
        OpenIndex index(index_dir);
        Searcher searcher(index);
        for (std::size_t i = static_cast<std::size_t>(t); now_seconds() < end; ++i, ++answered) {
          ask(searcher, queries[i % queries.size()].text, QueryKind::kWords, 10, Detail::kPassage,
              aliases_of(variant));
        }
      } catch (const std::exception&) {
        ++failed;
      }
    });
  }
  for (std::thread& asker : askers) asker.join();
  fmt::print(
      "{{\"threads\": {}, \"seconds\": {}, \"queries\": {}, \"per_second\": {:.0f}, "
      "\"failed_threads\": {}}}\n",
      threads, seconds, answered.load(), static_cast<double>(answered) / seconds, failed.load());
  return failed == 0 ? 0 : 2;
}

}  // namespace ibid::bench
