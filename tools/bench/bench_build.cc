// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/bench/bench_build.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/parser/passage_text.h"
#include "ibid_version.h"
#include "indexer/build/memory_shares.h"
#include "indexer/build/report_pool.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/names/alias_names.h"
#include "indexer/schema.h"
#include "tools/bench/bench_lines.h"

namespace ibid::bench {
namespace {

// Passages per report, as in a folder of briefings.
constexpr std::size_t kPassagesPerReport = 1000;
constexpr std::uint64_t kMemoryBytes = std::uint64_t{512} << 20;  // the default of `ibid index`

Passage bench_passage(std::string id, std::string text, std::uint32_t sequence) {
  const std::size_t size = text.size();
  Passage passage = make_passage({std::move(text), {{0, 0, size, size}}}, PassageKind::kBody);
  passage.id = std::move(id);
  passage.ordinal = sequence + 1;
  passage.sequence = sequence;
  return passage;
}

Report bench_report(std::string id, std::vector<std::pair<std::string, std::string>> lines) {
  Report report;
  report.id = std::move(id);
  for (auto& [passage, text] : lines) {
    const auto sequence = static_cast<std::uint32_t>(report.passages.size());
    report.passages.push_back(bench_passage(std::move(passage), std::move(text), sequence));
  }
  return report;
}

// The lines of a file as reports of kPassagesPerReport passages.
class ReportLines {
 public:
  explicit ReportLines(const std::string& path) : in_(path) {
    if (!in_) throw Error(ErrorKind::kInput, "cannot read " + path);
  }

  std::optional<ReportPool::Task> next() {
    std::vector<std::pair<std::string, std::string>> lines;
    std::uint64_t bytes = 0;
    for (std::string line; lines.size() < kPassagesPerReport && std::getline(in_, line);) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos) continue;
      bytes += line.size() + 1;
      lines.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    if (lines.empty()) return std::nullopt;
    auto read = [id = fmt::format("bench-{:06}", ++reports_), bytes,
                 lines = std::move(lines)]() mutable {
      ReadReport report;
      report.report = bench_report(std::move(id), std::move(lines));
      report.bytes = bytes;
      return report;
    };
    return ReportPool::Task{std::move(read), bytes};
  }

 private:
  std::ifstream in_;
  std::uint64_t reports_ = 0;
};

// Adds its lifetime to `seconds`.
class Stopwatch {
 public:
  explicit Stopwatch(double& seconds) : seconds_(seconds), begin_(now_seconds()) {}
  ~Stopwatch() { seconds_ += now_seconds() - begin_; }

 private:
  double& seconds_;
  double begin_;
};

void print_stage(const char* name, double seconds, double all, std::uint64_t documents) {
  fmt::print("{:<34}{:>8.3f} s {:>5.1f} %{:>8.1f} us per passage\n", name, seconds,
             100 * seconds / all, 1e6 * seconds / static_cast<double>(documents));
}

}  // namespace

int index(const std::string& index_dir, const std::string& passages) {
  const double begin = now_seconds();
  const IndexDir dir(index_dir);
  const WriterLock lock(index_dir, 0);
  const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  const MemoryShares memory(kMemoryBytes, threads);
  BulkLoader loader(dir.finished(1), memory, TermLists::kExact);
  std::uint64_t documents = 0, reports = 0;
  ReportLines lines(passages);
  ReportPool build(
      loader, memory, [&] { return lines.next(); },
      [&](const ReadReport& read) {
        documents += read.counts.passages;
        ++reports;
      });
  build.run([] { return true; });
  const double inverted = now_seconds();
  Analyzer analyzer;
  for (const auto& [key, value] : alias_names(analyzer)) loader.set_metadata(key, value);
  loader.set_metadata(schema::kMetaReports, std::to_string(reports));
  loader.set_metadata(schema::kMetaGeneration, "1");
  loader.finish(passages, build.stopped());
  dir.publish(
      {schema::kFormatVersion, schema::kAnalyzer, std::string("ibid-bench ") + kVersion, 1});
  fmt::print("{{\"docs\": {}, \"inproc_s\": {:.3f}, \"invert_s\": {:.3f}}}\n", documents,
             now_seconds() - begin, inverted - begin);
  return 0;
}

int profile(const std::string& index_dir, const std::string& passages) {
  const IndexDir dir(index_dir);
  const WriterLock lock(index_dir, 0);
  BulkLoader loader(dir.finished(1), MemoryShares(kMemoryBytes, 1), TermLists::kExact);
  BulkShard& shard = loader.shard(0);
  ReportLines lines(passages);
  double parsing = 0, building = 0, inverting = 0, writing = 0, merging = 0;
  std::uint32_t docid = 0;
  StoredBatch batch;
  while (auto task = lines.next()) {
    ReadReport report;
    {
      const Stopwatch watch(parsing);
      report = task->read();
    }
    {
      const Stopwatch watch(building);
      shard.builder().build(*report.report, [&](const Passage&, const IndexDocument& document) {
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
  print_stage("analyse: words, quantities, terms", building - inverting, all, docid);
  print_stage("invert, encode and deflate", inverting, all, docid);
  print_stage("write by document", writing, all, docid);
  print_stage("merge, write, sync, check", merging, all, docid);
  print_stage("all, on one thread", all, all, docid);
  return 0;
}

}  // namespace ibid::bench
