// SPDX-License-Identifier: GPL-2.0-or-later
//
// One running reader of files, as its parent sees it. Library-internal.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/file_descriptor.h"
#include "corpus/reader_process/reader_protocol.h"

namespace ibid {

// Why a process gave no answer; it has ended, and the file's clause says how.
struct ReaderFailed {
  enum class Kind { kSlow, kOther };
  Kind kind = Kind::kOther;
  std::string clause;
};

// What was asked for; the other is empty.
struct ReaderAnswer {
  std::vector<ExtractedFile> documents;
  PagePicture picture;
};

class ReaderProcess {
 public:
  // Starts `program` and waits until it says what holds it in. Throws Error{kSystem} with the path
  // and the remedy.
  ReaderProcess(const std::string& program, std::uint64_t memory_bytes);
  ~ReaderProcess();  // kills it
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;

  const ReaderGuards& guards() const { return guards_; }
  unsigned asked() const { return asked_; }  // how often it was
  bool is_reusable() const { return is_reusable_; }

  struct Question {
    const ReaderInput* input;
    std::optional<PictureAsked> picture;  // instead of the documents
    std::chrono::milliseconds cpu, wall;
    std::uint64_t most_answer_bytes;
    std::function<bool()> go_on;  // may be empty
  };
  // Throws Error{kInput} with the reader's own clause if it refuses the file, ReaderFailed if it
  // fails, ReadingStopped if go_on() is false. After the last two it is not reusable.
  ReaderAnswer ask(const Question& question);

 private:
  using Clock = std::chrono::steady_clock;
  struct Wait {
    Clock::time_point until;
    const std::function<bool()>* go_on = nullptr;
  };

  void spawn(const std::string& program, std::uint64_t memory_bytes);
  void hear_hello(const std::string& program);
  // Sends `pieces` and reads at the same time; `take` gets what is read and returns false at the
  // end of the answer. Returns false if the process closed its end before.
  bool talk(std::vector<std::string_view> pieces, const Wait& wait,
            const std::function<bool(std::string_view)>& take);
  bool wait_for_pipes(bool writes, const Wait& wait, bool& readable);
  std::optional<int> reap(std::chrono::milliseconds patience);  // its status, once
  void kill_now();
  ReaderFailed ended(const Question& question);

  pid_t pid_ = -1;  // -1 once it was reaped
  std::optional<FileDescriptor> to_, from_;
  ReaderGuards guards_;
  unsigned asked_ = 0;
  bool is_reusable_ = true;
};

}  // namespace ibid
