// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads files in processes of their own (ibid-read), so that a file that is made to crash, to hang
// or to take over the libraries that read it costs only itself. A process reads many files; it is
// started when all others are busy, and ends after a failure, after ReaderPoolOptions::most_files,
// or with the pool.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/page_picture.h"
#include "corpus/extract/reader_input.h"
#include "corpus/reader_process/reader_protocol.h"

namespace ibid {

class ReaderProcess;
struct ReaderAnswer;

// Thrown by ReaderPool::read() if go_on() returned false.
struct ReadingStopped {};

struct ReaderPoolOptions {
  std::string program = {};  // empty: reader_program()
  // How long the processor may be used for a file, on all its threads together. Time on the clock
  // is bounded by `patience` times as much: what is read must not depend on what else the machine
  // does.
  std::chrono::milliseconds cpu{20'000};
  std::chrono::milliseconds cpu_per_mib{5'000};
  unsigned patience = 6;
  unsigned most_files = 500;                                   // that one process reads
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;         // addresses of a process
  std::uint64_t most_file_bytes = std::uint64_t{256} << 20;    // of a file
  std::uint64_t most_answer_bytes = std::uint64_t{256} << 20;  // of all its documents as sent
  // Nothing is read unless seccomp and Landlock hold the process in.
  bool require_sandbox = false;
  // Asked ten times a second while a file is read; false ends the reading. Thread: any.
  std::function<bool()> go_on = {};
};

class ReaderPool {
 public:
  explicit ReaderPool(ReaderPoolOptions options = {});
  ~ReaderPool();
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;

  // Returns the documents of the file. Throws Error{kInput} with one clause for the user, as
  // readers do (reader_input.h): also if the process crashes, is too slow or answers nonsense.
  // Error{kSystem} if no process can be started; ReadingStopped.
  //
  // A failure need not be the fault of the file: if the process had read others before, the
  // file is read again by a fresh one. The result depends on the file alone.
  //
  // Thread: safe; each call has a process of its own.
  std::vector<ExtractedFile> read(const ReaderInput& input);

  // A page of the file, drawn. Likewise; the result is within most_answer_bytes.
  PagePicture draw(const ReaderInput& input, const PictureAsked& asked);

  // What holds the processes in; starts one if there is none. Throws Error{kSystem}.
  ReaderGuards guards();

 private:
  std::unique_ptr<ReaderProcess> take_process();
  std::unique_ptr<ReaderProcess> start_process();
  void put_back(std::unique_ptr<ReaderProcess> process);
  using Picture = std::optional<PictureAsked>;
  ReaderAnswer ask(const ReaderInput& input, const Picture& picture);
  ReaderAnswer ask_with(std::unique_ptr<ReaderProcess> process, const ReaderInput& input,
                        const Picture& picture);

  ReaderPoolOptions options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<ReaderProcess>> idle_;  // guarded by mutex_
};

}  // namespace ibid
