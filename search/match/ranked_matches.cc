// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/ranked_matches.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "search/match/document_blocks.h"
#include "search/match/ranking_helpers.h"
#include "search/match/window_scorer.h"

namespace ibid {
namespace {

// An estimate is shown with two digits: it is not more precise than that.
std::uint64_t rounded(std::uint64_t number) {
  std::uint64_t unit = 1;
  while (number / unit >= 100) unit *= 10;
  return (number + unit / 2) / unit * unit;
}

// What threads find together, each with its own scorer.
class Ranking {
 public:
  Ranking(const IndexView& index, const RankedLimits& limits, std::size_t threads)
      : limits_(limits),
        counted_at_once_(std::clamp<std::uint64_t>(limits.count_exactly / 16, 1, 64)),
        blocks_(index.database.get_lastdocid(), threads),
        best_(limits.wanted) {}

  // Ranks the documents that are left from `part` on. Thread: safe.
  void go(WindowScorer& scorer, std::size_t part) {
    TopDocuments best(limits_.wanted);
    std::uint64_t uncounted = 0;
    while (const auto block = blocks_.take(part)) {
      std::uint64_t next = std::max<std::uint64_t>(block->begin, 1);
      while (const Xapian::docid at = scorer.next(next, block->end, least_)) {
        next = std::uint64_t{at} + 1;
        best.add({at, scorer.score()});
        if (++uncounted >= counted_at_once_) {
          count_ += uncounted;
          uncounted = 0;
        }
        if (count_ > limits_.count_exactly) raise_least(best.least());
      }
    }
    count_ += uncounted;
    const std::lock_guard lock(mutex_);
    certain_ += scorer.certain();
    uncertain_ += scorer.uncertain();
    for (const Candidate& candidate : best.take()) best_.add(candidate);
  }

  // Called when all threads are done. `estimate`: of the number of matches.
  RankedMatches matches(std::uint64_t estimate) {
    RankedMatches made;
    made.best = best_.take();
    made.exact = uncertain_ == 0 || count_ <= limits_.count_exactly;
    if (uncertain_ == 0) {
      made.count = certain_;
    } else if (made.exact) {
      made.count = count_;
    } else {
      const std::uint64_t least = std::max(certain_, limits_.count_exactly + 1);
      made.count = std::clamp(rounded(estimate), least, certain_ + uncertain_);
    }
    return made;
  }

 private:
  void raise_least(double least) {
    double known = least_;
    while (known < least && !least_.compare_exchange_weak(known, least)) {
    }
  }

  const RankedLimits limits_;
  const std::uint64_t counted_at_once_;  // so that threads touch shared state less often
  DocumentBlocks blocks_;
  std::atomic<double> least_{0};         // lower scores are skipped, once enough are counted
  std::atomic<std::uint64_t> count_{0};  // of matches; of only some of them, once enough
  std::mutex mutex_;
  // Results of the threads that are done.
  TopDocuments best_;
  std::uint64_t certain_ = 0, uncertain_ = 0;
};

// The estimate by the terms' frequencies, times the share of documents that are not deleted.
std::uint64_t estimated_count(const WindowScorer& scorer, const IndexView& index) {
  const double documents = std::max(1U, index.database.get_doccount());
  const double live_share = 1 - index.deleted->count() / documents;
  return static_cast<std::uint64_t>(scorer.estimated_matches() * live_share);
}

std::size_t helpers_of(const IndexView& index, const WindowScorer& scorer, std::size_t threads) {
  if (threads == 0) return ranking_helpers(index).worthwhile(scorer.postings());
  return std::min(threads - 1, RankingHelpers::kMost);
}

}  // namespace

RankedMatches ranked_matches(const IndexView& index, const RankedWords& words,
                             const RankedLimits& limits) {
  WindowScorer scorer(index, words);
  const std::size_t helpers = helpers_of(index, scorer, limits.threads);
  Ranking ranking(index, limits, helpers + 1);
  if (helpers == 0) {
    ranking.go(scorer, 0);
  } else {
    std::atomic<std::size_t> part{1};
    ranking_helpers(index).run(
        helpers, [&] { ranking.go(scorer, 0); },
        [&](const IndexView& own_index) {
          WindowScorer own(own_index, words);
          ranking.go(own, part++);
        });
  }
  return ranking.matches(estimated_count(scorer, index));
}

}  // namespace ibid
