// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/run_merger.h"

#include <algorithm>

namespace ibid {

RunMerger::RunMerger(std::vector<std::unique_ptr<RunReader>> runs) : runs_(std::move(runs)) {
  for (std::size_t run = 0; run < runs_.size(); ++run) push(run);
}

void RunMerger::push(std::size_t run) {
  if (!runs_[run]->next()) return;
  heap_.push_back(run);
  std::push_heap(heap_.begin(), heap_.end(),
                 [this](std::size_t a, std::size_t b) { return after(a, b); });
}

bool RunMerger::next() {
  for (const std::size_t run : same_) push(run);
  same_.clear();
  parts_.clear();
  const auto order = [this](std::size_t a, std::size_t b) { return after(a, b); };
  while (!heap_.empty() && (same_.empty() || runs_[heap_.front()]->key() == key())) {
    std::pop_heap(heap_.begin(), heap_.end(), order);
    same_.push_back(heap_.back());
    heap_.pop_back();
  }
  std::sort(same_.begin(), same_.end());
  for (const std::size_t run : same_) {
    parts_.push_back({runs_[run]->bytes(), runs_[run]->last_docid()});
  }
  return !same_.empty();
}

}  // namespace ibid
