// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/reader_process/reader_pool.h"

#include <fmt/core.h>

#include <utility>

#include "corpus/error.h"
#include "corpus/reader_process/reader_process.h"
#include "corpus/reader_process/reader_program.h"

namespace ibid {

ReaderPool::ReaderPool(ReaderPoolOptions options) : options_(std::move(options)) {
  if (options_.program.empty()) options_.program = reader_program();
}

ReaderPool::~ReaderPool() = default;

std::unique_ptr<ReaderProcess> ReaderPool::start_process() {
  auto process = std::make_unique<ReaderProcess>(options_.program, options_.memory_bytes);
  const ReaderGuards& guards = process->guards();
  if (options_.require_sandbox && (!guards.seccomp || guards.landlock_abi == 0)) {
    throw Error(ErrorKind::kSystem,
                fmt::format("cannot run {}, which reads files, in a sandbox: {}; to read "
                            "files without one, leave out --require-sandbox",
                            options_.program, in_words(guards)));
  }
  return process;
}

std::unique_ptr<ReaderProcess> ReaderPool::take_process() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto process = std::move(idle_.back());
      idle_.pop_back();
      return process;
    }
  }
  return start_process();
}

void ReaderPool::put_back(std::unique_ptr<ReaderProcess> process) {
  if (!process->is_reusable() || process->asked() >= options_.most_files) return;
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(process));
}

ReaderAnswer ReaderPool::ask_with(std::unique_ptr<ReaderProcess> process, const ReaderInput& input,
                                  const Picture& picture) {
  const auto cpu =
      options_.cpu + options_.cpu_per_mib * static_cast<std::int64_t>(input.bytes.size() >> 20);
  try {
    ReaderAnswer answer =
        process->ask({&input, picture, cpu, cpu * static_cast<std::int64_t>(options_.patience),
                      options_.most_answer_bytes, options_.go_on});
    put_back(std::move(process));
    return answer;
  } catch (const Error&) {
    put_back(std::move(process));  // it refused the file, and goes on
    throw;
  }
}

ReaderAnswer ReaderPool::ask(const ReaderInput& input, const Picture& picture) {
  if (input.bytes.size() > options_.most_file_bytes) {
    throw Error(ErrorKind::kInput,
                fmt::format("it is larger than {} MiB; split it", options_.most_file_bytes >> 20));
  }
  auto process = take_process();
  const bool was_used = process->asked() > 0;
  try {
    return ask_with(std::move(process), input, picture);
  } catch (const ReaderFailed& failed) {
    if (!was_used || failed.kind == ReaderFailed::Kind::kSlow) {
      throw Error(ErrorKind::kInput, failed.clause);
    }
  }
  try {
    return ask_with(start_process(), input, picture);
  } catch (const ReaderFailed& failed) {
    throw Error(ErrorKind::kInput, failed.clause);
  }
}

std::vector<ExtractedFile> ReaderPool::read(const ReaderInput& input) {
  return ask(input, {}).documents;
}

PagePicture ReaderPool::draw(const ReaderInput& input, const PictureAsked& asked) {
  return ask(input, asked).picture;
}

ReaderGuards ReaderPool::guards() {
  auto process = take_process();
  const ReaderGuards guards = process->guards();
  put_back(std::move(process));
  return guards;
}

}  // namespace ibid
