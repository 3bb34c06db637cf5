// SPDX-License-Identifier: GPL-2.0-or-later
//
// A run that a thread of its own prepares, some lists ahead of the merge. Library-internal.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/build/posting_run.h"

namespace ibid {

// Holds copies of some 2 MB of lists at most, or of one larger list. next() throws what the run
// threw. Thread: one object, one thread.
class RunAhead : public RunReader {
 public:
  // `open` is called by the thread. Throws std::system_error if no thread can be started.
  explicit RunAhead(std::function<std::unique_ptr<RunReader>()> open);
  ~RunAhead() override;

  bool next() override;

 private:
  struct List {
    std::size_t key_size = 0, size = 0;
    std::uint32_t last_docid = 0;
  };
  struct Batch {
    std::vector<List> lists;
    std::string bytes;  // of each list key and bytes
  };

  void read(const std::function<std::unique_ptr<RunReader>()>& open);
  bool hand_over(Batch batch);
  bool take_batch();

  Batch batch_;  // being read
  std::size_t next_ = 0, at_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;  // guarded, as all below
  bool ended_ = false, unwanted_ = false;
  std::exception_ptr failure_;
  std::jthread thread_;  // the last member, so that it is destroyed first
};

}  // namespace ibid
