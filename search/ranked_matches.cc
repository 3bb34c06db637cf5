// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/ranked_matches.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "search/document_blocks.h"
#include "search/ranking_helpers.h"
#include "search/window_scorer.h"

namespace ibid {
namespace {

// What threads find together, each with a scorer of its own.
class Ranking {
 public:
  Ranking(const IndexView& index, const RankedLimits& limits, std::size_t threads)
      : gone_(*index.gone),
        limits_(limits),
        counted_at_once_(std::clamp<std::uint64_t>(limits.count_exactly / 16, 1, 64)),
        blocks_(index.database.get_lastdocid(), threads),
        best_(limits.wanted) {}

  // Ranks what of the documents is left from `part` on. Thread: safe.
  void go(WindowScorer& scorer, std::size_t part) {
    BestDocuments best(limits_.wanted);
    std::uint64_t uncounted = 0;
    while (const auto block = blocks_.take(part)) {
      std::uint64_t next = std::max<std::uint64_t>(block->begin, 1);
      Xapian::docid gone = gone_.next(static_cast<Xapian::docid>(next));
      while (const Xapian::docid at = scorer.next(next, block->end, least_)) {
        next = std::uint64_t{at} + 1;
        if (gone != 0 && gone < at) gone = gone_.next(at);
        if (at == gone) continue;
        best.add({at, scorer.score()});
        if (++uncounted >= counted_at_once_) {
          count_ += uncounted;
          uncounted = 0;
        }
        if (count_ > limits_.count_exactly) raise_least(best.least());
      }
      if (least_ > scorer.most_score()) break;
    }
    count_ += uncounted;
    const std::lock_guard lock(mutex_);
    for (const Candidate& candidate : best.take()) best_.add(candidate);
  }

  // When all are done.
  std::vector<Candidate> best() { return best_.take(); }
  // How many match, or a number above those that are to be counted.
  std::uint64_t count() const { return count_; }

 private:
  void raise_least(double least) {
    double known = least_;
    while (known < least && !least_.compare_exchange_weak(known, least)) {
    }
  }

  const GoneDocuments& gone_;
  const RankedLimits limits_;
  const std::uint64_t counted_at_once_;  // fewer looks at what threads share
  DocumentBlocks blocks_;
  std::atomic<double> least_{0};  // what scores less is passed over, once enough are counted
  std::atomic<std::uint64_t> count_{0};
  std::mutex mutex_;
  BestDocuments best_;  // of the threads that are done
};

// Of more than `counted`: of all that match, as the terms' frequencies say, those that are there.
std::uint64_t estimated_count(const WindowScorer& scorer, const IndexView& index,
                              std::uint64_t counted) {
  const double documents = std::max(1U, index.database.get_doccount());
  const double there = 1 - index.gone->count() / documents;
  const auto estimate = static_cast<std::uint64_t>(scorer.estimated_matches() * there);
  return std::max(estimate, counted + 1);
}

std::size_t helpers_of(const IndexView& index, const WindowScorer& scorer, std::size_t threads) {
  if (!index.helpers) return 0;
  if (threads == 0) return index.helpers->worthwhile(scorer.postings());
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
    index.helpers->run(
        helpers, [&] { ranking.go(scorer, 0); },
        [&](const IndexView& own_index) {
          WindowScorer own(own_index, words);
          ranking.go(own, part++);
        });
  }
  RankedMatches matches;
  matches.best = ranking.best();
  matches.exact = ranking.count() <= limits.count_exactly;
  matches.count =
      matches.exact ? ranking.count() : estimated_count(scorer, index, limits.count_exactly);
  return matches;
}

}  // namespace ibid
