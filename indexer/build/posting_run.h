// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs: the lists of a PostingBuffer in the order of their keys, from memory, or from a file that
// was written to free the memory.
//
// File: for each list varint(size of key) key varint(last docid) varint(size of bytes) bytes. It
// lives as long as the build and is not synced.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/posting_buffer.h"

namespace ibid {

// Thread: one object, one thread. Throws Error{kSystem}.
class RunReader {
 public:
  virtual ~RunReader() = default;
  virtual bool next() = 0;                       // moves to the first list, then to the next
  std::string_view key() const { return key_; }  // lender: this object, until next()
  std::string_view bytes() const { return bytes_; }
  std::uint32_t last_docid() const { return last_docid_; }  // of the list

 protected:
  std::string_view key_, bytes_;
  std::uint32_t last_docid_ = 0;
};

void write_run(const PostingBuffer& buffer, const std::string& path);
// Joins `runs` into one; each has only docids above those of the run before.
void join_runs(std::vector<std::unique_ptr<RunReader>> runs, const std::string& path);
std::unique_ptr<RunReader> read_run(const std::string& path);
// `buffer` must outlive it, unchanged.
std::unique_ptr<RunReader> read_run(const PostingBuffer& buffer);  // buffer_run.cc

}  // namespace ibid
