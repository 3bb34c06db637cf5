// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-bench: the product's own analyzer, writer and searcher behind the command line that the peer
// benchmark gives every engine.
//
//   ibid-bench index  INDEX VARIANT PASSAGES                    passages: id TAB text, one a line
//   ibid-bench search INDEX VARIANT QUERIES RUN PASSES words|phrase
//   ibid-bench one    INDEX VARIANT QUERY
//   ibid-bench similar INDEX VARIANT PASSAGES RUN    what `ibid similar` lists for each passage
//   ibid-bench profile INDEX PASSAGES                makes an index on one thread, says what took
//   how long
//
// VARIANT is "default", or for searches "literal": words as typed, no aliases.
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "corpus/language.h"
#include "corpus/passage_text.h"
#include "ibid_version.h"
#include "indexer/alias_names.h"
#include "indexer/bulk_build.h"
#include "indexer/index_dir.h"
#include "indexer/schema.h"
#include "search/searcher.h"

namespace {

using ibid::Error;
using ibid::ErrorKind;

double now_seconds() {
  using std::chrono::steady_clock;
  return std::chrono::duration<double>(steady_clock::now().time_since_epoch()).count();
}

void each_line(const std::string& path,
               const std::function<void(std::string id, std::string text)>& take) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::kInput, "cannot read " + path);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) take(line.substr(0, tab), line.substr(tab + 1));
  }
}

// ---- index
// ---------------------------------------------------------------------------------------

// Passages come as reports of this many, as a folder of briefings would hold them.
constexpr std::size_t kPassagesPerReport = 1000;
constexpr std::uint64_t kMemoryBytes = std::uint64_t{256} << 20;

ibid::Passage bench_passage(std::string id, std::string text, std::uint32_t sequence) {
  const std::size_t size = text.size();
  ibid::Passage passage =
      ibid::make_passage({std::move(text), {{0, 0, size, size}}}, ibid::PassageKind::kBody);
  passage.id = std::move(id);
  passage.ordinal = sequence + 1;
  passage.sequence = sequence;
  return passage;
}

ibid::Report bench_report(std::string id, std::vector<std::pair<std::string, std::string>> lines) {
  ibid::Report report;
  report.id = std::move(id);
  for (auto& [passage, text] : lines) {
    const auto sequence = static_cast<std::uint32_t>(report.passages.size());
    report.passages.push_back(bench_passage(std::move(passage), std::move(text), sequence));
  }
  return report;
}

// The next reports of `in`, unparsed.
class ReportLines {
 public:
  explicit ReportLines(const std::string& path) : in_(path) {
    if (!in_) throw Error(ErrorKind::kInput, "cannot read " + path);
  }

  std::optional<ibid::BulkBuild::Read> next() {
    std::vector<std::pair<std::string, std::string>> lines;
    std::uint64_t bytes = 0;
    for (std::string line; lines.size() < kPassagesPerReport && std::getline(in_, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos) continue;
      bytes += line.size() + 1;
      lines.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    if (lines.empty()) return std::nullopt;
    return
        [id = fmt::format("bench-{:06}", ++reports_), bytes, lines = std::move(lines)]() mutable {
          ibid::ReadReport read;
          read.report = bench_report(std::move(id), std::move(lines));
          read.bytes = bytes;
          return read;
        };
  }

 private:
  std::ifstream in_;
  std::uint64_t reports_ = 0;
};

int index(const std::string& index_dir, const std::string& passages) {
  const double begin = now_seconds();
  const ibid::IndexDir dir(index_dir);
  const ibid::WriterLock lock(index_dir, 0);
  const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  ibid::BulkLoader loader(dir.compacted(1), threads, kMemoryBytes, ibid::TermLists::kExact);
  std::uint64_t documents = 0, reports = 0;
  ReportLines lines(passages);
  ibid::BulkBuild build(
      loader, threads, [&] { return lines.next(); },
      [&](const ibid::ReadReport& read) {
        documents += read.passages;
        ++reports;
      });
  build.run([] { return true; });
  const double inverted = now_seconds();
  ibid::Analyzer analyzer;
  for (const auto& [key, value] : ibid::alias_names(analyzer)) loader.set_metadata(key, value);
  loader.set_metadata(ibid::schema::kMetaReports, std::to_string(reports));
  loader.set_metadata(ibid::schema::kMetaGeneration, "1");
  loader.finish(passages, build.stopped());
  dir.publish({ibid::schema::kFormatVersion, ibid::schema::kAnalyzer,
               std::string("ibid-bench ") + ibid::kVersion, 1});
  fmt::print("{{\"docs\": {}, \"inproc_s\": {:.3f}, \"invert_s\": {:.3f}}}\n", documents,
             now_seconds() - begin, inverted - begin);
  return 0;
}

// ---- profile
// -------------------------------------------------------------------------------------

// Adds up what happens between its making and its end.
class Stopwatch {
 public:
  explicit Stopwatch(double& seconds) : seconds_(seconds), begin_(now_seconds()) {}
  ~Stopwatch() { seconds_ += now_seconds() - begin_; }

 private:
  double& seconds_;
  double begin_;
};

void print_stage(const char* name, double seconds, double all, std::uint64_t documents) {
  fmt::print("{:<34}{:>8.3f} s {:>5.1f} %{:>8.1f} us a passage\n", name, seconds,
             100 * seconds / all, 1e6 * seconds / static_cast<double>(documents));
}

int profile(const std::string& index_dir, const std::string& passages) {
  const ibid::IndexDir dir(index_dir);
  const ibid::WriterLock lock(index_dir, 0);
  ibid::BulkLoader loader(dir.compacted(1), 1, kMemoryBytes, ibid::TermLists::kExact);
  ibid::BulkShard& shard = loader.shard(0);
  ReportLines lines(passages);
  double parsing = 0, building = 0, inverting = 0, writing = 0, merging = 0;
  std::uint32_t docid = 0;
  ibid::StoredBatch batch;
  while (auto read = lines.next()) {
    ibid::ReadReport report;
    {
      const Stopwatch watch(parsing);
      report = (*read)();
    }
    {
      const Stopwatch watch(building);
      shard.builder().build(*report.report,
                            [&](const ibid::Passage&, const ibid::IndexDocument& document) {
                              const Stopwatch inner(inverting);
                              shard.add(++docid, document, batch);
                            });
      shard.end_report();
    }
    const Stopwatch watch(writing);
    loader.append(batch);
    batch.clear();
  }
  {
    const Stopwatch watch(merging);
    const std::atomic<bool> stop = false;
    loader.finish(passages, stop);
  }
  const double all = parsing + building + writing + merging;
  print_stage("parse: sentences, citations", parsing, all, docid);
  print_stage("analyse: words, figures, terms", building - inverting, all, docid);
  print_stage("invert, encode and deflate", inverting, all, docid);
  print_stage("write by document", writing, all, docid);
  print_stage("merge, write, sync, check", merging, all, docid);
  print_stage("all, on one thread", all, all, docid);
  return 0;
}

// ---- search
// --------------------------------------------------------------------------------------

enum class QueryKind { kWords, kPhrase };

ibid::SearchResult ask(ibid::Searcher& searcher, const std::string& query, QueryKind kind,
                       std::uint64_t limit, ibid::Detail detail, ibid::Aliases aliases) {
  ibid::SearchOptions options;
  options.aliases = aliases;
  options.limit = limit;
  options.detail = detail;
  options.exact_matches = 0;
  if (kind == QueryKind::kWords) {
    options.syntax = ibid::QuerySyntax::kPlain;
    return searcher.search(query, options);
  }
  return searcher.search('"' + query + '"', options);
}

ibid::Aliases aliases_of(const std::string& variant) {
  return variant == "literal" ? ibid::Aliases::kNo : ibid::Aliases::kYes;
}

struct Query {
  std::string id, text;
};

// Times until `limit_s` at least, in milliseconds. Queries come shuffled, so a pass that the clock
// cuts short is still a fair sample.
std::vector<double> time_queries(ibid::Searcher& searcher, const std::vector<Query>& queries,
                                 QueryKind kind, int passes, double limit_s, ibid::Detail detail,
                                 ibid::Aliases aliases) {
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

int search(const std::string& index_dir, const std::string& variant,
           const std::string& queries_path, const std::string& run_path, int passes,
           QueryKind kind) {
  const ibid::Aliases aliases = aliases_of(variant);
  std::vector<Query> queries;
  each_line(queries_path, [&](std::string id, std::string text) {
    queries.push_back({std::move(id), std::move(text)});
  });
  const double begin = now_seconds();
  ibid::Searcher searcher(index_dir);
  const double open_ms = (now_seconds() - begin) * 1e3;

  std::ofstream run(run_path);
  std::size_t with_hits = 0, errors = 0;
  for (const Query& query : queries) {
    try {
      const ibid::SearchResult result =
          ask(searcher, query.text, kind, 100, ibid::Detail::kId, aliases);
      if (!result.hits.empty()) ++with_hits;
      for (const ibid::Hit& hit : result.hits) {
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
    time_queries(searcher, queries, kind, 2, 10, ibid::Detail::kPassage, aliases);  // warms up
    print_times("ids",
                time_queries(searcher, queries, kind, passes, 20, ibid::Detail::kId, aliases));
    print_times("text",
                time_queries(searcher, queries, kind, passes, 20, ibid::Detail::kPassage, aliases));
  }
  fmt::print("}}\n");
  return 0;
}

// Every passage as a question: which others are about the same thing?
int similar(const std::string& index_dir, const std::string& variant, const std::string& passages,
            const std::string& run_path) {
  ibid::Searcher searcher(index_dir);
  std::ofstream run(run_path);
  std::size_t asked = 0, with_hits = 0;
  const double begin = now_seconds();
  each_line(passages, [&](const std::string& id, const std::string&) {
    const auto result = searcher.similar(id, {});
    if (!result) throw Error(ErrorKind::kInput, "the index does not hold passage " + id);
    ++asked;
    if (!result->hits.empty()) ++with_hits;
    for (const ibid::SimilarHit& similar : result->hits) {
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
  ibid::Searcher searcher(index_dir);
  const auto result =
      ask(searcher, query, QueryKind::kWords, 10, ibid::Detail::kPassage, aliases_of(variant));
  for (const ibid::Hit& hit : result.hits) {
    fmt::print("{}\t{:.4f}\t{}\t{}\n", hit.rank, hit.score, hit.passage.id, hit.passage.text);
  }
  return 0;
}

int run(const std::vector<std::string>& args) {
  if (args.size() == 4 && args[0] == "index") return index(args[1], args[3]);
  if (args.size() == 3 && args[0] == "profile") return profile(args[1], args[2]);
  if (args.size() == 7 && args[0] == "search") {
    return search(args[1], args[2], args[3], args[4], std::stoi(args[5]),
                  args[6] == "phrase" ? QueryKind::kPhrase : QueryKind::kWords);
  }
  if (args.size() == 5 && args[0] == "similar") return similar(args[1], args[2], args[3], args[4]);
  if (args.size() == 4 && args[0] == "one") return one(args[1], args[2], args[3]);
  fmt::print(stderr,
             "usage: ibid-bench index  INDEX default PASSAGES\n"
             "       ibid-bench search INDEX default|literal QUERIES RUN PASSES words|phrase\n"
             "       ibid-bench one    INDEX default|literal QUERY\n"
             "       ibid-bench similar INDEX default PASSAGES RUN\n"
             "       ibid-bench profile INDEX PASSAGES\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "ibid-bench: {}\n", error.what());
    return 2;
  }
}
